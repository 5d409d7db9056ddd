"""The way through a course in the room: its pages in order, each with what is needed to show it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from kursapp.domain.course import Module
from kursapp.services.live_course import LiveCourse, LivePage, LiveStop, Looking


def way_through(course: LiveCourse) -> list[LiveStop]:
    """Return the pages of a course in the order they are shown."""
    return [
        LiveStop(head.file, course.lines.get(page.id, 1), head.id, head.title, page.id, page.title)
        for head in course.course.sessions()
        for page in head.pages
    ]


def module_of(modules: Sequence[Module], session_id: str) -> Module | None:
    """Return the module a session is in."""
    found = (module for module in modules if any(head.id == session_id for head in module.sessions))
    return next(found, None)


def first_day(modules: Sequence[Module], way: Sequence[LiveStop]) -> int:
    """Return where the first day begins: what comes before it is done at home. The first page where there is no day."""
    module = next((each for each in modules if each.day is not None), None)
    if module is None:
        return 0
    return next(number for number, stop in enumerate(way) if stop.session_id == module.sessions[0].id)


# On the looking thread -----------------------------------------------------------------------------


def course_at(folder: Path, looking: Looking) -> LiveCourse:
    """Read a course as it is on the disk."""
    course = looking.course(folder, {})
    course.lines  # noqa: B018 - where everything stands is worked out here, and not when a key is pressed
    return course


def page_at(course: LiveCourse, way: Sequence[LiveStop], at: int, _looking: Looking) -> LivePage:
    """Return page ``at`` of the way, with its neighbours."""
    stop = way[at]
    session = course.session(stop.session_id)
    page = session.page(stop.page_id)
    head = next(each for each in course.course.session_head(stop.session_id).pages if each.id == stop.page_id)
    return LivePage(
        course,
        replace(session, pages=(page,)),
        page,
        course.mark_of(page),
        stop.line,
        session.pages.index(page) + 1,
        len(session.pages),
        head.workload,
        way[at - 1] if at else None,
        way[at + 1] if at + 1 < len(way) else None,
    )
