"""Joining a cohort: looking at its file, comparing it with the one in the room, and taking part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from kursapp.domain.cohort import Cohort
from kursapp.domain.days import is_surely_past, local_day
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


@dataclass(frozen=True, slots=True)
class CohortView:
    """A cohort as it is shown. ``other``: the one that is current in the same course instead of it.

    ``handed_in``: what is known of each form handed in to it, by form id.
    """

    mine: MyCohort
    other: MyCohort | None
    handed_in: Mapping[str, KeptDelivery]


class JoinCohort:
    """The cohorts of one participant."""

    def __init__(self, profile: ProfileFile, clock: Clock) -> None:
        self._profile = profile
        self._clock = clock
        self._read: dict[str, MyCohort] = {}

    def look_at(self, path: Path) -> MyCohort:
        """Read a cohort file without joining.

        Raises KursappError ``file-not-read`` and ``cohort-file-…`` as ``delivery.cohort_file`` names it, and
        ``cohort-second-file`` (name, file) where one has joined a cohort of the same id with another file.
        """
        from kursapp.delivery.cohort_file import read
        from kursapp.delivery.kullmerke import words

        cohort, data = read(path)
        kept = self._profile.cohorts.get(cohort.id)
        if kept is not None and kept.file != data:
            raise refusal("cohort-second-file", name=cohort.name, file=path.name)
        return self._placed(MyCohort(cohort, words(data), data))

    def join(self, mine: MyCohort) -> Joined:
        """Take part in a cohort. Of several of one course, the one joined last is the current one."""
        cohort = mine.cohort
        self._profile.cohorts.save(
            JoinedCohort(cohort.id, cohort.course_id, mine.file, mine.mark, cohort.rules.keep_until, self._clock.now())
        )
        return Joined(self._placed(mine), Changes.of(Change.COHORT, ids=[cohort.course_id]))

    def view(self, mine: MyCohort) -> CohortView:
        """Return what a screen shows of a cohort, joined or not."""
        current = self.of_course(mine.cohort.course_id)
        other = None if current is None or current.cohort.id == mine.cohort.id else current
        kept = self._profile.deliveries.of_cohort(mine.cohort.id)
        return CohortView(mine, other, {one.form_id: one for one in kept})

    def of_course(self, course_id: str) -> MyCohort | None:
        """Return the cohort one takes part in with a course; None where there is none."""
        newest = next((cohort for cohort, course in self._profile.cohorts.heads() if course == course_id), None)
        return None if newest is None else self._kept(newest)

    def all(self) -> tuple[MyCohort, ...]:
        """Return every cohort joined, the one joined last first."""
        return tuple(self._kept(cohort_id) for cohort_id, _course in self._profile.cohorts.heads())

    def forget_over(self) -> None:
        """Delete what was handed in to cohorts whose last day has passed for certain: the ids, and their answers."""
        today = local_day(self._clock.now())
        seen = self._profile.review_setup.seen()
        current = {one.course_id: one.cohort_id for one in reversed(self._profile.cohorts.all())}
        for one in self._profile.cohorts.all():
            if is_surely_past(one.keep_until, today, seen.local if seen else None):
                self._forget(one, answers=current[one.course_id] == one.cohort_id)

    def _forget(self, joined: JoinedCohort, *, answers: bool) -> None:
        """Forget a cohort's deliveries; ``answers``: and the answers, which are not another cohort's by now."""
        for kept in self._profile.deliveries.of_cohort(joined.cohort_id):
            if kept.forgotten:
                continue
            # The backups first: a crash between leaves the note that there is something to forget.
            if answers:
                self._profile.forget_form(joined.course_id, kept.form_id)
            with self._profile.transaction():
                if answers:
                    self._profile.evaluations.remove_form(joined.course_id, kept.form_id)
                self._profile.deliveries.save(KeptDelivery(kept.cohort_id, kept.form_id, forgotten=True))

    def _kept(self, cohort_id: str) -> MyCohort:
        """Return a cohort that has been joined. Its file never changes, and is read once."""
        from kursapp.delivery.cohort_file import parse

        if cohort_id not in self._read:
            joined = self._profile.cohorts.get(cohort_id)
            assert joined is not None
            self._read[cohort_id] = MyCohort(parse(joined.file), joined.mark, joined.file)
        return self._placed(self._read[cohort_id])

    def _placed(self, mine: MyCohort) -> MyCohort:
        """Say of a cohort whether it is joined, current and over now."""
        cohort = mine.cohort
        of_course = [one for one, course in self._profile.cohorts.heads() if course == cohort.course_id]
        return replace(
            mine,
            is_joined=cohort.id in of_course,
            is_current=of_course[:1] == [cohort.id],
            is_over=local_day(self._clock.now()) > cohort.rules.keep_until,
        )
