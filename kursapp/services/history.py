"""What a product or reflection said earlier: kept by itself while she writes, looked at, and taken back.

A version is kept when something is written after ten minutes of writing or a pause, before most of a field goes, when
she goes elsewhere, and when she marks the product as finished. Taking one back keeps what stood there first, so that
it can be undone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from kursapp.domain.product import Item, KeptBecause, ProductVersion, loses_much
from kursapp.domain.record import Field
from kursapp.services.changes import TAKEN_BACK, Change, Changes
from kursapp.services.clock import Clock
from kursapp.storage.participant.profile_file import ProfileFile

BETWEEN = timedelta(minutes=10)
"""How long she writes before what stands is worth a version of its own."""

MOST = 60
"""Versions of one item. Of more, those go whose neighbours are nearest in time: the old days stay represented."""


@dataclass(frozen=True, slots=True)
class Restored:
    """An item that says what it said earlier. ``before`` is the version to take back to undo that."""

    before: ProductVersion
    changes: Changes


class History:
    """The versions of the items of one course."""

    def __init__(self, profile: ProfileFile, course_id: str, clock: Clock) -> None:
        self._profile = profile
        self._course_id = course_id
        self._clock = clock

    def before(self, item: Item, part: str, value: str) -> None:
        """Keep how an item stands where it is worth it, before ``part`` of it becomes ``value``."""
        parts, written = self._now(item.id)
        if parts.get(part) == value:
            return
        last = self._profile.versions.latest(self._course_id, item.id)
        now = self._clock.now()
        if last is None:
            self._keep(item, parts, KeptBecause.CHANGED if parts else KeptBecause.BEGUN, written or now)
        elif parts == last.parts:
            self._profile.versions.go_on(last.id, now)
        # A clock that was set back must not keep anything from being kept.
        elif abs(now - last.since) >= BETWEEN or loses_much(parts, part, value):
            self._keep(item, parts, KeptBecause.CHANGED, written or now)

    def left(self, item: Item) -> None:
        """Keep how an item stands as she goes elsewhere. Going to and fro within minutes makes one version."""
        last = self._profile.versions.latest(self._course_id, item.id)
        parts, written = self._now(item.id)
        if not parts or (last is not None and parts == last.parts):
            return
        with self._profile.transaction():
            now = self._clock.now()
            if last is not None and last.reason is KeptBecause.LEFT and abs(now - last.kept_at) < BETWEEN:
                self._profile.versions.remove([last.id])
            self._keep(item, parts, KeptBecause.LEFT, written or now)

    def finished(self, item: Item) -> None:
        """Keep how an item stands as she marks it finished."""
        last = self._profile.versions.latest(self._course_id, item.id)
        parts, _written = self._now(item.id)
        if parts and (last is None or parts != last.parts or last.reason is not KeptBecause.FINISHED):
            self._keep(item, parts, KeptBecause.FINISHED, self._clock.now())

    def of_item(self, item_id: str) -> tuple[ProductVersion, ...]:
        """Return the versions worth looking at, the newest first: with words, and each unlike the one after it."""
        found: list[ProductVersion] = []
        later, _written = self._now(item_id)
        for version in self._profile.versions.of_item(self._course_id, item_id):
            if version.parts != later and not version.is_empty:
                found.append(version)
            later = dict(version.parts)
        return tuple(found)

    def now(self, item_id: str) -> Mapping[str, str]:
        """Return what an item says now, by part."""
        return self._now(item_id)[0]

    def restore(self, item: Item, version_id: int) -> Restored:
        """Let an item say what it said; KeyError where it has no such version."""
        version = self._profile.versions.get(version_id)
        if version is None or (version.course_id, version.item_id) != (self._course_id, item.id):
            raise KeyError(version_id)
        with self._profile.transaction():
            parts, written = self._now(item.id)
            now = self._clock.now()
            last = self._profile.versions.latest(self._course_id, item.id)
            if last is None or last.parts != parts:
                self._keep(item, parts, KeptBecause.REPLACED, written or now)
                last = self._profile.versions.latest(self._course_id, item.id)
            assert last is not None
            self._profile.versions.go_on(last.id, now)
            fields = [Field(self._course_id, item.id, part, value, now) for part, value in version.parts.items()]
            self._profile.fields.replace(self._course_id, item.id, fields, item)
        return Restored(last, Changes.of(Change.FIELDS, Change.PROGRESS, ids=[item.id, TAKEN_BACK]))

    def forget(self, item_id: str) -> Changes:
        """Delete all versions of an item for good; what it says now stays."""
        self._profile.versions.remove(
            version.id for version in self._profile.versions.of_item(self._course_id, item_id)
        )
        return Changes.of(Change.FIELDS, ids=[item_id])

    def forget_row(self, item_id: str, row_id: str) -> None:
        """Delete the words of one row from all versions of an item for good."""
        for version in self._profile.versions.of_item(self._course_id, item_id):
            parts = {part: text for part, text in version.parts.items() if part.partition("/")[0] != row_id}
            if parts != version.parts:
                self._profile.versions.rewrite(version.id, parts)

    def _now(self, item_id: str) -> tuple[dict[str, str], datetime | None]:
        """Return what an item says, and when it was last written."""
        fields = self._profile.fields.of_item(self._course_id, item_id)
        return {each.part: each.value for each in fields}, max((each.updated_at for each in fields), default=None)

    def _keep(self, item: Item, parts: Mapping[str, str], reason: KeptBecause, at: datetime) -> None:
        version = ProductVersion(self._course_id, item.id, parts, reason, at, self._clock.now())
        self._profile.versions.keep(version, item)
        self._thin(item.id)

    def _thin(self, item_id: str) -> None:
        every = self._profile.versions.of_item(self._course_id, item_id)
        self._profile.versions.remove(too_close(every[::-1], len(every) - MOST))


def too_close(versions: Sequence[ProductVersion], count: int) -> tuple[int, ...]:
    """Return the ids of ``count`` versions that are missed least: their neighbours are nearest to each other in time.

    The first and the last stay, and those marked as finished as long as there are others.
    """
    left = list(versions)
    gone: list[int] = []
    while len(gone) < count and len(left) > 2:
        inner = range(1, len(left) - 1)
        gaps = {at: abs(left[at + 1].kept_at - left[at - 1].kept_at) for at in inner}
        least = min(inner, key=lambda at: (left[at].reason is KeptBecause.FINISHED, gaps[at]))
        gone.append(left.pop(least).id)
    return tuple(gone)
