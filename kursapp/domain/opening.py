"""Parts of a course that open some time after it: the follow-up that waits three months."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from kursapp.domain.course import Course, Module


def waiting(course: Course, read: Mapping[str, date], today: date) -> dict[str, date | None]:
    """Return the modules that are not open yet, by id: the day each opens, None where that is not known yet.

    A module with ``åpner: N dager`` opens N days after the last page of what comes before it was read (course-format
    §1). ``read``: the day each page was first read to its end. As long as nothing of the module just before it has been
    read, there is no day to count from.
    """
    opening = {module.id: opens_on(module, before, read) for module, before in _later(course)}
    return {module_id: day for module_id, day in opening.items() if day is None or today < day}


def opens_on(module: Module, before: list[Module], read: Mapping[str, date]) -> date | None:
    """Return the day a module opens, None where that is not known yet. ``before``: the modules that come before it."""
    if not before or not _days(before[-1], read):
        return None
    last = max(day for one in before for day in _days(one, read))
    return last + timedelta(days=module.opens_after_days or 0)


def _later(course: Course) -> Iterator[tuple[Module, list[Module]]]:
    """Yield the modules that open later, each with those before it that do not."""
    before: list[Module] = []
    for module in course.modules:
        if module.opens_after_days is not None:
            yield module, before
        elif not module.bank:
            before.append(module)


def _days(module: Module, read: Mapping[str, date]) -> list[date]:
    return [read[page.id] for head in module.sessions for page in head.pages if page.id in read]
