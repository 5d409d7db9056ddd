"""Joining a cohort: looking at its file, comparing it with the one in the room, and taking part."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from kursapp.domain.cohort import Cohort
from kursapp.domain.problem import refusal
from kursapp.domain.record import JoinedCohort, KeptDelivery
from kursapp.services.changes import Change, Changes
from kursapp.services.clock import Clock
from kursapp.storage.participant.profile_file import ProfileFile


@dataclass(frozen=True, slots=True)
class MyCohort:
    """A cohort one has joined, or looks at before one does.

    ``mark`` are the four words of its kullmerke. ``is_current``: what one fills in of its course is for this cohort.
    ``is_over``: the last day it is kept has passed.
    """

    cohort: Cohort
    mark: tuple[str, ...]
    file: bytes
    is_joined: bool = False
    is_current: bool = False
    is_over: bool = False


@dataclass(frozen=True, slots=True)
class Joined:
    """A cohort that has been joined just now."""

    mine: MyCohort
    changes: Changes


class JoinCohort:
    """The cohorts of one participant."""

    def __init__(self, profile: ProfileFile, clock: Clock) -> None:
        self._profile = profile
        self._clock = clock
        self._read: dict[bytes, MyCohort] = {}

    def look_at(self, path: Path) -> MyCohort:
        """Read a cohort file without joining.

        Raises KursappError ``cohort-file-…`` as ``delivery.cohort_file`` names it, and ``cohort-other-content`` (name)
        where one has joined a cohort of the same id with another file.
        """
        from kursapp.delivery.cohort_file import read

        mine = self._understand(read(path)[1])
        kept = self._profile.cohorts.get(mine.cohort.id)
        if kept is not None and kept.file != mine.file:
            raise refusal("cohort-other-content", name=mine.cohort.name, file=path.name)
        return self._placed(mine)

    def join(self, mine: MyCohort) -> Joined:
        """Take part in a cohort. Of several of one course, the one joined last is the current one."""
        cohort = mine.cohort
        self._profile.cohorts.save(
            JoinedCohort(cohort.id, cohort.course_id, mine.file, cohort.rules.keep_until, self._clock.now())
        )
        return Joined(self._placed(mine), Changes.of(Change.COHORT, ids=[cohort.course_id]))

    def of_course(self, course_id: str) -> MyCohort | None:
        """Return the cohort one takes part in with a course; None where there is none."""
        newest = next((one for one in self._profile.cohorts.all() if one.course_id == course_id), None)
        return None if newest is None else self._placed(self._understand(newest.file))

    def all(self) -> tuple[MyCohort, ...]:
        """Return every cohort joined, the one joined last first."""
        return tuple(self._placed(self._understand(one.file)) for one in self._profile.cohorts.all())

    def forget_over(self) -> None:
        """Delete what was handed in to cohorts whose last day has passed: the ids, and the answers behind them."""
        today = self._clock.now().date()
        current = {one.course_id: one.cohort_id for one in reversed(self._profile.cohorts.all())}
        for one in self._profile.cohorts.all():
            if one.keep_until < today:
                self._forget(one, answers=current[one.course_id] == one.cohort_id)

    def _forget(self, joined: JoinedCohort, *, answers: bool) -> None:
        """Forget a cohort's deliveries; ``answers``: and the answers, which are not another cohort's by now."""
        with self._profile.transaction():
            for kept in self._profile.deliveries.of_cohort(joined.cohort_id):
                if kept.forgotten:
                    continue
                if answers:
                    self._profile.evaluations.remove_form(joined.course_id, kept.form_id)
                self._profile.deliveries.save(KeptDelivery(kept.cohort_id, kept.form_id, forgotten=True))

    def _understand(self, data: bytes) -> MyCohort:
        from kursapp.delivery.cohort_file import parse
        from kursapp.delivery.kullmerke import words

        key = hashlib.sha256(data).digest()
        if key not in self._read:
            self._read[key] = MyCohort(parse(data), words(data), data)
        return self._read[key]

    def _placed(self, mine: MyCohort) -> MyCohort:
        of_course = [one.cohort_id for one in self._profile.cohorts.all() if one.course_id == mine.cohort.course_id]
        return replace(
            mine,
            is_joined=mine.cohort.id in of_course,
            is_current=of_course[:1] == [mine.cohort.id],
            is_over=self._clock.now().date() > mine.cohort.rules.keep_until,
        )
