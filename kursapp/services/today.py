"""What Hjem brings up today, over all courses begun, and putting it off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Protocol

from kursapp.domain.course import Course
from kursapp.domain.days import local_day
from kursapp.domain.follow_up import Due, DueKind, PutOff, due_in_course, merged, still_due
from kursapp.domain.progress import progress
from kursapp.services.changes import Change, Changes
from kursapp.services.clock import Clock
from kursapp.services.plan import Plan
from kursapp.services.review import Review
from kursapp.services.take_course import TakeCourse
from kursapp.storage.participant.profile_file import ProfileFile


class OnShelf(Protocol):
    """A course that has been read."""

    @property
    def course(self) -> Course:
        """The cover and the outline."""
        ...

    @property
    def root(self) -> Path:
        """The folder it was read from."""
        ...


class Today:
    """One participant's list of what is due."""

    def __init__(self, profile: ProfileFile, clock: Clock, plan: Plan, review: Review) -> None:
        self._profile = profile
        self._clock = clock
        self._plan = plan
        self._review = review

    def due(self, shelf: Iterable[OnShelf]) -> tuple[Due, ...]:
        """Return what is due and not put off, the most pressing first.

        Courses that are not on the shelf bring up nothing: there is nowhere to go.
        """
        now = self._clock.now()
        courses = {one.course.id: one for one in shelf}
        taken = [courses[one.course_id] for one in self._profile.enrolments.all() if one.course_id in courses]
        found = [due for number, one in enumerate(taken) for due in self._in_course(one, now, shown=number == 0)]
        found += [*self._of_plans(courses, now), *self._of_review(now)]
        return still_due(merged(found), self._profile.put_offs.all(), local_day(now))

    def tomorrow(self, due: Due) -> Changes:
        """Say it again tomorrow."""
        return self._put_off(due, for_good=False)

    def never(self, due: Due) -> Changes:
        """Say it no more."""
        return self._put_off(due, for_good=True)

    def again(self, due: Due) -> Changes:
        """Take back that it was put off."""
        self._profile.put_offs.remove(due.course_id, due.task)
        return _changes(due)

    def _put_off(self, due: Due, *, for_good: bool) -> Changes:
        self._profile.put_offs.save(PutOff(due.course_id, due.task, self._clock.now(), for_good))
        return _changes(due)

    def _in_course(self, one: OnShelf, now: datetime, *, shown: bool) -> Iterator[Due]:
        """Yield what a course brings up; ``shown``: its next page stands on the card above already."""
        course, today = one.course, local_day(now)
        take = TakeCourse(self._profile, course, one.root, self._clock)
        done = take.done()
        target = take.continue_at() if shown else None
        here = target.page_id if target else ""
        yield from due_in_course(course, take.read_days(), done, today, here)
        lacks = progress(course, done).requirements
        if lacks and all(lack.is_met for lack in lacks) and not self._profile.certificates.get(course.id).made_at:
            yield Due(DueKind.CERTIFICATE, "certificate", course.id, course.title)

    def _of_plans(self, courses: dict[str, OnShelf], now: datetime) -> Iterator[Due]:
        """Yield a line for each plan with steps whose day has come.

        One that is put away for good comes back with the next step.
        """
        by_course: dict[str, list[str]] = {}
        newest: dict[str, str] = {}
        for step in self._plan.due(now):
            if step.course_id in courses and step.due is not None:
                by_course.setdefault(step.course_id, []).append(step.text)
                newest[step.course_id] = step.due.isoformat()
        for course_id, steps in by_course.items():
            title = courses[course_id].course.title
            yield Due(DueKind.PLAN, f"plan:{newest[course_id]}", course_id, title, title=steps[0], count=len(steps))

    def _of_review(self, now: datetime) -> Iterator[Due]:
        """Yield what Øving would put today; nothing while it is paused or today's limit is reached."""
        count = self._review.due_count(now)
        if count:
            yield Due(DueKind.REVIEW, "review", count=count)


def _changes(due: Due) -> Changes:
    return Changes.of(Change.PUT_OFF, ids=[due.course_id])
