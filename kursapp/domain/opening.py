"""Parts of a course that open some time after it: the follow-up that waits three months."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from kursapp.domain.course import Course, Module
from kursapp.domain.days import day_after


def waiting(course: Course, read: Mapping[str, date], today: date) -> dict[str, date | None]:
    """Return the modules that are not open yet, by id: the day each opens, None where that is not known yet.

    A module with ``åpner: N dager`` opens N days after the last page of what comes before it was read (course-format
    §1). ``read``: the day each page was first read to its end. As long as nothing of the module just before it has been
    read, there is no day to count from. What one has begun on stays open, also when the clock is set back.
    """
    later = [(module, before) for module, before in with_before(course) if module.opens_after_days is not None]
    opening = {module.id: opens_on(module, before, read, today) for module, before in later if not _days(module, read)}
    return {module_id: day for module_id, day in opening.items() if day is None or today < day}


def opens_on(module: Module, before: Sequence[Module], read: Mapping[str, date], today: date) -> date | None:
    """Return the day a module opens, None where that is not known yet. ``before``: the modules that come before it."""
    last = last_day(before, read, today)
    return None if last is None else day_after(last, module.opens_after_days or 0)


def last_day(modules: Sequence[Module], read: Mapping[str, date], today: date) -> date | None:
    """Return the last day something of these modules was read, None as long as nothing of the last one has been.

    A day that has not come yet was written by a wrong clock: it counts only where there is no other, and then as today.
    """
    if not modules or not _days(modules[-1], read):
        return None
    return max((day for one in modules for day in _days(one, read) if day <= today), default=today)


def with_before(course: Course) -> Iterator[tuple[Module, tuple[Module, ...]]]:
    """Yield the modules that are shown, each with those before it that do not open later."""
    before: list[Module] = []
    for module in course.modules:
        if not module.bank:
            yield module, tuple(before)
            if module.opens_after_days is None:
                before.append(module)


def _days(module: Module, read: Mapping[str, date]) -> list[date]:
    return [read[page.id] for head in module.sessions for page in head.pages if page.id in read]
