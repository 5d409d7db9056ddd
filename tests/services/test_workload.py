"""What a course takes, against what it says it takes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kursapp.domain.course import Course, Module, PageHead, PageKind, SessionHead
from kursapp.services.workload import Load, PageLoad, course_load


def page(title: str, reading: float, takes: float) -> PageHead:
    """Return a page of so many minutes."""
    return PageHead(title, title, PageKind.TEXT, workload=takes, reading=reading)


def session(name: str, says: float, *pages: PageHead) -> SessionHead:
    """Return a session that says it takes so many minutes."""
    return SessionHead(name, f"{name}.md", name.title(), says, pages)


DAYS = (
    Module("d1", "Dag 1", (session("a", 20, page("p", 6, 6), page("q", 2, 12)), session("b", 0, page("r", 5, 5)))),
    Module("d2", "Dag 2", (session("c", 30, page("s", 10, 20)),)),
    Module("bank", "Bank", (session("d", 0, page("t", 0, 90)),), bank=True),
)


def test_a_day_is_the_sum_of_its_sessions() -> None:
    """Reading and exercises apart; a bank is counted nowhere, for its questions are where they are drawn."""
    load = course_load(Course("k", "1", "K", DAYS))
    assert [(one.title, one.load) for one in load.modules] == [("Dag 1", Load(13, 10, 20)), ("Dag 2", Load(10, 10, 30))]
    first = load.modules[0].sessions[0]
    assert (first.file, first.load) == ("a.md", Load(8, 10, 20))
    assert first.pages == (PageLoad("p", "p", Load(6, 0, 0)), PageLoad("q", "q", Load(2, 10, 0)))


@pytest.mark.parametrize(("hours", "says"), [(0, 50), (1.5, 90)])
def test_the_course_is_held_to_the_hours_of_its_cover(hours: float, says: float) -> None:
    """Without hours its target is what its sessions say."""
    assert course_load(Course("k", "1", "K", DAYS, hours=hours)).load == Load(23, 20, says)


def test_what_is_done_at_home_is_beside_the_days() -> None:
    """Where a course has days, its hours are theirs: what comes before and after is shown, and not counted in."""
    home = Module("for", "Før kurset", (session("e", 11, page("u", 1, 11)),))
    days = tuple(replace(day, day=number) for number, day in enumerate(DAYS[:2], start=1))
    load = course_load(Course("k", "1", "K", (home, *days, DAYS[2])))
    assert (load.load, load.only_days) == (Load(23, 20, 50), True)
    assert [one.title for one in load.modules] == ["Før kurset", "Dag 1", "Dag 2"]


@pytest.mark.parametrize(("takes", "off"), [(84, True), (85, False), (100, False), (115, False), (116, True)])
def test_only_beyond_fifteen_per_cent_is_off(takes: float, off: bool) -> None:
    """The same limit as the finding's, on both sides."""
    assert Load(takes, 0, 100).is_off is off
    assert not Load(takes, 0, 0).is_off
