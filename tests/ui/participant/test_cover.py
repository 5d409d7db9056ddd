"""A course's cover: the way on, a row for each day, and what the course asks for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from kursapp.domain.course import Requirement, RequirementKind, Term
from kursapp.domain.progress import Done, Lack, progress
from kursapp.services.open_course import OpenedCourse
from kursapp.ui.navigation import certificate, cover, glossary, library, page
from kursapp.ui.participant.course_view import CourseView
from kursapp.ui.participant.cover import CoverScreen
from kursapp.ui.participant.requirements import RequirementList
from kursapp.ui.theme.theme import Theme
from tests.ui.conftest import Room
from tests.ui.participant.test_home import take_all

Show = Callable[[QWidget], QWidget]


def at_cover(room: Room, show: Show) -> CoverScreen:
    """Show the small course's cover and wait until it is filled."""
    parts = room.parts
    screen = CoverScreen(parts.tasks, parts.courses, parts.navigator, parts.theme)
    show(screen)
    screen.enter(cover("lederkurs"))
    parts.courses.load()
    room.settle()
    return screen


def texts(screen: CoverScreen) -> list[str]:
    """Return every label's words that can be seen."""
    return [each.text() for each in screen.findChildren(QLabel) if each.isVisible() and each.text()]


def test_until_the_course_is_open_the_cover_waits_quietly(room: Room, show: Show) -> None:
    """No empty bars and no button that leads nowhere."""
    parts = room.parts
    screen = CoverScreen(parts.tasks, parts.courses, parts.navigator, parts.theme)
    show(screen)
    screen.enter(cover("lederkurs"))
    assert not screen.go_on.isVisible()
    assert "Kurset åpnes …" in texts(screen)


def test_the_cover_says_what_the_course_is(room: Room, show: Show) -> None:
    """Its name, who gives it, how long it takes and at which date its law was right."""
    screen = at_cover(room, show)
    assert screen.title() == "God ledelse"
    assert screen.trail() == (("Kurs", library()),)
    assert "KS · 30 timer · Rettstilstand 2. juli 2026" in texts(screen)
    assert "Kurset åpnes …" not in texts(screen)


def test_there_is_a_row_for_each_of_six_days(room: Room, show: Show) -> None:
    """The day one is in stands open, the others show how much there is."""
    screen = at_cover(room, show)
    assert [row.module.title for row in screen.rows][0::5] == ["Dag 1: Samfunnsoppdraget", "Dag 6: Fornyelse"]
    assert [row.is_open for row in screen.rows] == [True] + [False] * 5
    assert screen.rows[3].head.accessibleName() == "Dag 4: Arbeidsgiveransvar, 2 økter · 12 min, foldet sammen"
    assert screen.days.days() == (0,) * 6


def test_a_row_unfolds_and_leads_to_its_sessions(room: Room, show: Show, qtbot: QtBot) -> None:
    """By a press on its head; a session leads to its first page."""
    screen = at_cover(room, show)
    row = screen.rows[2]
    qtbot.mouseClick(row.head, Qt.MouseButton.LeftButton)
    assert row.is_open
    assert row.inside.isVisible()
    assert row.head.accessibleName().endswith("foldet ut")
    assert "forklare noe som hører til dagen" in texts(screen)
    qtbot.mouseClick(row.sessions.rows[1], Qt.MouseButton.LeftButton)
    assert room.parts.navigator.here == page("lederkurs", "d3-2")


def test_a_row_unfolds_by_keyboard(room: Room, show: Show, qtbot: QtBot) -> None:
    """Space on the head, as on any button."""
    screen = at_cover(room, show)
    screen.rows[5].head.setFocus()
    qtbot.keyClick(screen.rows[5].head, Qt.Key.Key_Space)
    assert screen.rows[5].is_open


def test_the_button_leads_on(room: Room, show: Show, opened: OpenedCourse, qtbot: QtBot) -> None:
    """To the first page of one who is new, to her own page of one who has begun."""
    screen = at_cover(room, show)
    assert screen.go_on.text() == "Begynn kurset"
    room.do(lambda me: me.on(opened).take.enrol())
    room.do(lambda me: me.on(opened).take.open_page("d2-2", "d2-2-b"))
    screen.enter(cover("lederkurs"))
    room.settle()
    assert screen.go_on.text() == "Fortsett"
    assert "Du slapp på «Side to i økt 2.2»." in texts(screen)
    qtbot.mouseClick(screen.go_on, Qt.MouseButton.LeftButton)
    assert room.parts.navigator.here == page("lederkurs", "d2-2", "d2-2-b")


def test_rows_and_requirements_follow_what_is_done(room: Room, show: Show, opened: OpenedCourse) -> None:
    """A day half done says how many sessions; all done says so, and nothing is left to go on with."""
    screen = at_cover(room, show)
    (requirement,) = screen._requirements.rows
    assert requirement.accessibleName() == "Alle refleksjoner besvart, 12 gjenstår"
    for page_id in ("d1-1/start", "d1-1-b"):
        room.do(lambda me, page_id=page_id: me.on(opened).take.read_page(page_id))
    reflection = opened.session("d1-1").page("d1-1-b").blocks[-1]
    room.do(lambda me: me.on(opened).fill.reflect(reflection, "Noe"))
    screen.refresh(None)
    room.settle()
    assert "1 av 2 økter ferdig" in screen.rows[0].head.accessibleName()
    assert requirement.accessibleName() == "Alle refleksjoner besvart, 11 gjenstår"
    take_all(room, opened)
    screen.refresh(None)
    room.settle()
    assert screen.rows[0].head.accessibleName().startswith("Dag 1: Samfunnsoppdraget, Ferdig")
    assert requirement.accessibleName() == "Alle refleksjoner besvart, Oppfylt"
    assert not screen.go_on.isVisible()
    assert screen.days.days() == (1.0,) * 6


def test_a_requirement_leads_to_what_it_lacks(room: Room, show: Show, qtbot: QtBot) -> None:
    """To the first reflection without an answer."""
    screen = at_cover(room, show)
    qtbot.mouseClick(screen._requirements.rows[0], Qt.MouseButton.LeftButton)
    assert room.parts.navigator.here == page("lederkurs", "d1-1", "d1-1-b", "d1-1-rf")


def test_a_link_in_the_courses_own_words_leads_into_the_course(room: Room, show: Show) -> None:
    """The intro may point at a session."""
    screen = at_cover(room, show)
    screen._follow("kurs:d1-1#d1-1/start")
    assert room.parts.navigator.here == page("lederkurs", "d1-1", "d1-1/start")


def test_a_part_that_opens_later_says_when(room: Room, show: Show) -> None:
    """Its sessions wait until then; the day is said as soon as it is known."""
    screen = at_cover(room, show)
    row, view = screen.rows[-1], screen._view
    assert view is not None
    module = replace(row.module, opens_after_days=90)
    row.module = module
    row.show_view(replace(view, waiting={module.id: None}))
    assert row.head.accessibleName().endswith("Åpner 90 dager etter at du er ferdig, foldet sammen")
    assert not row.sessions.isEnabled()
    row.show_view(replace(view, waiting={module.id: date(2026, 5, 31)}))
    assert "Åpner 31. mai 2026" in row.head.accessibleName()
    row.show_view(view)
    assert "Åpner" not in row.head.accessibleName()
    assert row.sessions.isEnabled()


def test_another_course_has_its_own_requirements(theme: Theme, opened: OpenedCourse, qtbot: QtBot) -> None:
    """As many lines as the course before it had are still not the same lines."""
    shown = RequirementList(theme)
    qtbot.addWidget(shown)
    for words in ("Quiz dag 1", "Partenes plan"):
        lack = Lack(Requirement(RequirementKind.QUIZ, words, "quiz"), ("quiz",))
        shown.show_view(CourseView(opened, replace(progress(opened.course, Done()), requirements=(lack,)), None, False))
        assert [row.accessibleName() for row in shown.rows] == [f"{words}, Gjenstår"]


def test_the_certificate_is_reached_from_the_cover(room: Room, show: Show, opened: OpenedCourse, qtbot: QtBot) -> None:
    """Once the course is begun; when all is done it is the way on."""
    screen = at_cover(room, show)
    assert not screen.certificate.isVisible()
    room.do(lambda me: me.on(opened).take.open_page("d1-1", "d1-1-b"))
    screen.refresh(None)
    room.settle()
    assert (screen.certificate.text(), screen.certificate.property("role")) == ("Kursbevis", "tertiary")
    take_all(room, opened)
    screen.refresh(None)
    room.settle()
    assert (screen.certificate.text(), screen.certificate.property("role")) == ("Lag kursbeviset", "primary")
    qtbot.mouseClick(screen.certificate, Qt.MouseButton.LeftButton)
    assert room.parts.navigator.here == certificate("lederkurs")


def test_the_glossary_is_a_press_away_where_there_is_one(
    room: Room, show: Show, opened: OpenedCourse, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It opens at the course's own words; a course without a glossary has no such button."""
    assert not at_cover(room, show).glossary.isVisible()
    monkeypatch.setattr(opened, "course", replace(opened.course, glossary=(Term("avvik", "Noe gikk galt."),)))
    screen = at_cover(room, show)
    room.settle()
    qtbot.mouseClick(screen.glossary, Qt.MouseButton.LeftButton)
    assert room.parts.navigator.here == glossary("lederkurs")
