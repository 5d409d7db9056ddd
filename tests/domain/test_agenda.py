"""A day as the instructor follows it."""

from __future__ import annotations

from kursapp.domain.agenda import AgendaItem, GroupWork, agenda, group_work_of, notes_of
from kursapp.domain.case import Case, Scene
from kursapp.domain.course import (
    CallOut,
    CallOutKind,
    Module,
    Page,
    PageHead,
    PageKind,
    Place,
    Prose,
    Rich,
    SessionHead,
)

HERE = Place("a.md", 1, 2)


def call_out(kind: CallOutKind, words: str = "", minutes: float | None = None) -> CallOut:
    return CallOut(HERE, kind, Rich("", words), minutes=minutes)


def test_a_session_takes_what_its_author_gives_it() -> None:
    """Or what its pages come to."""
    page = PageHead("p", "P", PageKind.TEXT)
    sessions = (SessionHead("a", "a.md", "A", 30, (page,)), SessionHead("b", "b.md", "B", 0, (page, page), 12.4))
    assert agenda(Module("dag-1", "Dag 1", sessions)) == (AgendaItem("a", "A", 30, 1), AgendaItem("b", "B", 12, 2))


def test_notes_and_timed_group_work_are_found_in_scenes_too() -> None:
    """In their order; group work without a time has none to start."""
    note = call_out(CallOutKind.INSTRUCTOR, "Vent på svar.")
    inside = (call_out(CallOutKind.INSTRUCTOR, "Ikke røp slutten."), call_out(CallOutKind.GROUP, minutes=5))
    case = Case("c", "C", HERE, (), (Scene("c", "C", HERE, inside),))
    blocks = (note, Prose(HERE, Rich()), call_out(CallOutKind.GROUP), call_out(CallOutKind.GROUP, minutes=10), case)
    page = Page("p", "P", HERE, blocks)
    assert [each.text.plain for each in notes_of(page)] == ["Vent på svar.", "Ikke røp slutten."]
    assert group_work_of(page) == (GroupWork(1, 10), GroupWork(2, 5))
