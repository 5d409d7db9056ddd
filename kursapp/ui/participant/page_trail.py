"""The pages of a course in the order they are taken: what is before a page and what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kursapp.domain.course import Course, Module, PageHead, SessionHead


@dataclass(frozen=True, slots=True)
class Stop:
    """One page on the way through a course, with where it stands."""

    module: Module
    session: SessionHead
    page: PageHead
    number: int
    count: int


def stops(course: Course) -> list[Stop]:
    """Return every page that is shown, in order. ``number`` counts the pages of its session, from 1."""
    return [
        Stop(module, session, page, number, len(session.pages))
        for module in course.modules
        if not module.bank
        for session in module.sessions
        for number, page in enumerate(session.pages, start=1)
    ]


def stop_after(way: Sequence[Stop], at: int) -> int | None:
    """Return where Neste leads; None at the end of the course, and before a part that opens some time after it."""
    if at + 1 >= len(way):
        return None
    after = way[at + 1].module
    return None if after.opens_after_days is not None and after != way[at].module else at + 1


def find_stop(way: list[Stop], session_id: str, page_id: str) -> int | None:
    """Return the place of a page in the order; of a session's first page where ``page_id`` is empty; None: nowhere."""
    for place, stop in enumerate(way):
        if stop.session.id == session_id and page_id in ("", stop.page.id):
            return place
    return None
