"""Hjem shows one way on, before anything is loaded and after."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kursapp.services.open_course import OpenedCourse
from kursapp.services.remember_start import StartCard
from kursapp.ui.navigation import cover, home, library, page
from kursapp.ui.participant.day_section import DaySection
from kursapp.ui.participant.home import HomeScreen, greeting
from kursapp.ui.theme.theme import Theme
from tests.ui.conftest import Room

Show = Callable[[QWidget], QWidget]
CARD = StartCard("lederkurs", "God ledelse", "Side to i økt 2.1", (1.0, 0.5, 0, 0, 0, 0))


def words(screen: HomeScreen) -> tuple[str, str, str, str]:
    """Return what the card says."""
    card = screen.card
    return card.above.text(), card.heading.text(), card.under.text(), card.go_on.text()


def at_home(room: Room, show: Show, card: StartCard | None = None) -> HomeScreen:
    """Show Hjem as the program does, and wait until it is filled."""
    screen = HomeScreen(room.parts.theme, card)
    show(screen)
    screen.work_with(room.parts.tasks, room.parts.courses, room.parts.navigator, room.parts.messages)
    room.parts.tasks.changed.connect(screen.refresh)
    screen.enter(home())
    room.parts.courses.load()
    room.settle()
    return screen


@pytest.mark.parametrize(
    ("hour", "words"), [(4, "God kveld"), (7, "God morgen"), (12, "God dag"), (17, "God dag"), (21, "God kveld")]
)
def test_the_greeting_fits_the_hour(hour: int, words: str) -> None:
    """By name where there is one."""
    assert greeting(hour, "Kari") == f"{words}, Kari"
    assert greeting(hour, "") == words


def test_the_first_paint_shows_what_was_remembered(theme: Theme, show: Show) -> None:
    """The card stands as it was left, before any file is open."""
    screen = HomeScreen(theme, CARD)
    show(screen)
    assert words(screen) == ("Fortsett der du slapp", "Side to i økt 2.1", "God ledelse", "Fortsett")
    assert screen.card.days.days() == CARD.days


def test_a_press_before_anybody_is_there_is_a_wish(theme: Theme, show: Show, qtbot: QtBot) -> None:
    """For the page that was remembered, or the cover where none was; said to the window, which keeps it."""
    there = CARD._replace(session_id="d2-1", page_id="d2-1-b")
    for card, place in ((there, page("lederkurs", "d2-1", "d2-1-b")), (CARD, cover("lederkurs")), (None, library())):
        screen = HomeScreen(theme, card)
        show(screen)
        with qtbot.waitSignal(screen.wished) as asked:
            qtbot.mouseClick(screen.card.go_on, Qt.MouseButton.LeftButton)
        assert asked.args == [place]


def test_a_new_participant_is_led_to_the_course(room: Room, show: Show, qtbot: QtBot) -> None:
    """With one course on the shelf, there is one thing to do: begin it."""
    screen = at_home(room, show)
    assert words(screen) == ("Kurset ditt", "God ledelse", "Første side: Økt 1.1", "Begynn kurset")
    assert screen.card.days.days() == (0,) * 6
    qtbot.mouseClick(screen.card.go_on, Qt.MouseButton.LeftButton)
    assert room.parts.navigator.here == page("lederkurs", "d1-1", "d1-1/start")


def test_one_who_has_begun_goes_on_where_she_was(room: Room, show: Show, opened: OpenedCourse, qtbot: QtBot) -> None:
    """The card leads to the very page, and the day it belongs to stands below."""
    room.do(lambda me: me.on(opened).take.enrol())
    room.do(lambda me: me.on(opened).take.read_page("d1-1/start"))
    room.do(lambda me: me.on(opened).take.open_page("d2-1", "d2-1-b"))
    screen = at_home(room, show)
    assert words(screen)[:2] == ("Fortsett der du slapp", "Side to i økt 2.1")
    assert words(screen)[2] == "God ledelse · Økt 2.1"
    section = screen.day
    assert isinstance(section, DaySection)
    assert section.heading.text() == "Dag 2: Styring og internkontroll"
    assert [row.accessibleName() for row in section.sessions.rows] == ["Økt 2.1, 6 min", "Økt 2.2, 6 min"]
    qtbot.mouseClick(section.sessions.rows[1], Qt.MouseButton.LeftButton)
    assert room.parts.navigator.here == page("lederkurs", "d2-2")


def test_the_card_keeps_its_size_when_it_is_filled(room: Room, show: Show, opened: OpenedCourse) -> None:
    """Nothing moves under the hand between the first paint and the truth."""
    room.do(lambda me: me.on(opened).take.enrol())
    room.do(lambda me: me.on(opened).take.open_page("d2-1", "d2-1-b"))
    screen = HomeScreen(room.parts.theme, CARD)
    show(screen)
    before = screen.card.geometry(), screen.card.go_on.geometry()
    screen.work_with(room.parts.tasks, room.parts.courses, room.parts.navigator, room.parts.messages)
    screen.enter(home())
    room.parts.courses.load()
    room.settle()
    assert words(screen)[1] == CARD.page_title
    assert (screen.card.geometry(), screen.card.go_on.geometry()) == before


def test_hjem_follows_what_is_done(room: Room, show: Show, opened: OpenedCourse) -> None:
    """A page read while Hjem is shown moves its bar."""
    room.do(lambda me: me.on(opened).take.enrol())
    screen = at_home(room, show)
    assert screen.card.days.days()[0] == 0
    room.do(lambda me: me.on(opened).take.read_page("d1-1/start"))
    assert screen.card.days.days()[0] > 0


def test_a_course_that_is_done_leads_to_its_cover(room: Room, show: Show, opened: OpenedCourse, qtbot: QtBot) -> None:
    """There is nothing to go on with, and the card says so."""
    take_all(room, opened)
    screen = at_home(room, show)
    assert words(screen)[:2] == ("Kurset er fullført", "God ledelse")
    qtbot.mouseClick(screen.card.go_on, Qt.MouseButton.LeftButton)
    assert room.parts.navigator.here == cover("lederkurs")


def test_without_courses_the_card_leads_to_the_shelf(theme: Theme, room: Room, show: Show, qtbot: QtBot) -> None:
    """Before the course is read, the button is not dead."""
    screen = HomeScreen(theme, None)
    show(screen)
    screen.work_with(room.parts.tasks, room.parts.courses, room.parts.navigator, room.parts.messages)
    qtbot.mouseClick(screen.card.go_on, Qt.MouseButton.LeftButton)
    assert room.parts.navigator.here == library()


def take_all(room: Room, opened: OpenedCourse) -> None:
    """Read every page and answer every reflection of the small course."""
    room.do(lambda me: me.on(opened).take.enrol())
    for head in opened.course.sessions():
        for each in opened.session(head.id).pages:
            room.parts.tasks.save(lambda me, each=each: me.on(opened).take.read_page(each.id))
            for block in each.blocks:
                if getattr(block, "kind", "") == "reflection":
                    room.parts.tasks.save(lambda me, block=block: me.on(opened).fill.reflect(block, "Noe"))
    room.settle()
