"""What Hjem says is due today: reminders after the last day, what has opened, what is left half done."""

from __future__ import annotations

import enum
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from kursapp.domain.course import Course, Module, PageKind, RequirementKind, SessionHead
from kursapp.domain.days import day_after, local_day
from kursapp.domain.opening import last_day, waiting, with_before
from kursapp.domain.progress import Done, page_fill

DAYS_A_WEEK = 7


class DueKind(enum.StrEnum):
    """Why something stands on Hjem, the most pressing first."""

    CERTIFICATE = "certificate"
    FOLLOW_UP = "follow_up"
    FOLLOW_UP_FORM = "follow_up_form"
    REMINDER = "reminder"
    PLAN = "plan"
    REVIEW = "review"
    BEGUN = "begun"


@dataclass(frozen=True, slots=True)
class Due:
    """One line of what is due. ``task`` names it within its course, so that it can be put off.

    ``title`` is the session's, page's or first step's; ``count`` how many questions or steps; ``weeks`` how long after
    the last day a reminder is. ``course_id`` is empty for what belongs to no one course.
    """

    kind: DueKind
    task: str
    course_id: str = ""
    course: str = ""
    title: str = ""
    session_id: str = ""
    page_id: str = ""
    count: int = 0
    weeks: int = 0

    @property
    def can_end(self) -> bool:
        """Say whether it can be put away for good; Øving is paused in Øving itself."""
        return self.kind is not DueKind.REVIEW


@dataclass(frozen=True, slots=True)
class PutOff:
    """Something Hjem was asked to say another day, or never again. ``at``: when that was said."""

    course_id: str
    task: str
    at: datetime
    for_good: bool = False


def due_in_course(course: Course, read: Mapping[str, date], done: Done, today: date, here: str = "") -> Iterator[Due]:
    """Yield what a course brings up today. ``read``: the day each page was read; ``here``: the page one goes on with.

    A reminder is one of ``påminn: uke 2, 6, 12`` after the last day, the latest that has come, as long as the module it
    stands in is not open: then its sessions speak for themselves.
    """
    closed = waiting(course, read, today)
    for module, before in with_before(course):
        if module.opens_after_days is not None and module.id not in closed:
            yield from _opened(course, module, done, here)
        elif module.reminder_weeks:
            yield from _reminder(course, module, last_day(before, read, today), today)
    yield from _begun(course, done, closed, here)


def merged(found: Iterable[Due]) -> tuple[Due, ...]:
    """Return what is due in the order it presses; a reminder of a plan tells also of its steps whose day has come."""
    every = list(found)
    plans = {due.course_id: due for due in every if due.kind is DueKind.PLAN}
    reminded = {due.course_id for due in every if due.kind is DueKind.REMINDER}
    kinds = list(DueKind)
    told = [
        replace(due, count=plans[due.course_id].count)
        if due.kind is DueKind.REMINDER and due.course_id in plans
        else due
        for due in every
        if due.kind is not DueKind.PLAN or due.course_id not in reminded
    ]
    return tuple(sorted(told, key=lambda due: kinds.index(due.kind)))


def still_due(found: Iterable[Due], put_offs: Iterable[PutOff], today: date) -> tuple[Due, ...]:
    """Return what has not been put off, in the order it was found.

    What is put off until tomorrow is left out on the very day that was said, and on no other: a clock set forward or
    back hides nothing.
    """
    hidden = {(each.course_id, each.task) for each in put_offs if each.for_good or local_day(each.at) == today}
    return tuple(due for due in found if (due.course_id, due.task) not in hidden)


def plan_product(course: Course) -> str:
    """Return the workbook a course ends with, its plan: the last its requirements name; empty where there is none."""
    named = [line.target for line in course.requirements if line.kind is RequirementKind.WORKBOOK]
    return named[-1] if named else ""


def _opened(course: Course, module: Module, done: Done, here: str) -> Iterator[Due]:
    for head in module.sessions:
        left = next((page for page in head.pages if page_fill(page, done) < 1), None)
        form = next((page for page in head.pages if page.kind is PageKind.EVALUATION), None)
        if left is None or (left.id == here and form is None):
            continue
        kind = DueKind.FOLLOW_UP_FORM if form else DueKind.FOLLOW_UP
        yield Due(kind, f"open:{head.id}", course.id, course.title, head.title, head.id, (form or left).id)


def _reminder(course: Course, module: Module, last: date | None, today: date) -> Iterator[Due]:
    weeks = [week for week in module.reminder_weeks if last and day_after(last, week * DAYS_A_WEEK) <= today]
    if weeks:
        week = max(weeks)
        yield Due(DueKind.REMINDER, f"reminder:{module.id}:{week}", course.id, course.title, module.title, weeks=week)


def _begun(course: Course, done: Done, closed: Collection[str], here: str) -> Iterator[Due]:
    """Yield the quizzes and forms that are under way, but for the page one goes on with anyhow."""
    for module in course.modules:
        if module.bank or module.id in closed or module.opens_after_days is not None:
            continue
        for head in module.sessions:
            for page in head.pages:
                if page.id in done.begun and page.id != here and page_fill(page, done) < 1:
                    yield Due(DueKind.BEGUN, f"begun:{page.id}", course.id, course.title, page.title, head.id, page.id)


def place_of(course: Course, item_id: str) -> tuple[SessionHead | None, str]:
    """Return the session and the id of the page an item is on; none where the course has none of this id."""
    for head in course.sessions():
        for page in head.pages:
            if any(item.id == item_id for item in page.items):
                return head, page.id
    return None, ""
