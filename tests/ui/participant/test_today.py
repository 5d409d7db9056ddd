"""«I dag» on Hjem: what is due, the way to it, and putting it off without losing one's place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kursapp.domain.follow_up import Due, DueKind
from kursapp.domain.plan import NewStep
from kursapp.services.open_course import OpenedCourse
from kursapp.ui.messages import Message
from kursapp.ui.navigation import certificate, page, plan, practice
from kursapp.ui.participant.home import HomeScreen
from kursapp.ui.participant.today_section import TodaySection
from kursapp.ui.participant.today_words import words_of
from kursapp.ui.participant.today_work import way_to
from kursapp.ui.theme.theme import Theme
from tests.ui.conftest import Room
from tests.ui.participant.test_home import at_home, take_all

Show = Callable[[QWidget], QWidget]
STEPS = [NewStep("Ring naboen", due=date(2026, 1, 5)), NewStep("Skriv rutine", due=date(2026, 1, 9))]


def section_of(screen: HomeScreen) -> TodaySection:
    """Return the list; the test fails where nothing is due."""
    assert screen.today.section is not None
    assert screen.today.section.isVisible()
    return screen.today.section


def titles(screen: HomeScreen) -> list[DueKind]:
    return [row.due.kind for row in section_of(screen).rows]


@pytest.mark.parametrize(
    ("text", "told"),
    [("Ring naboen\n\ni dag", "Ring naboen i dag · Kurset"), (" \n ", "Steg uten ord · Kurset")],
)
def test_a_step_is_only_mentioned(text: str, told: str) -> None:
    """Hjem names the step on one line; its words are in the plan."""
    assert words_of(Due(DueKind.PLAN, "plan", "kurs", "Kurset", text, count=1)).under == told


def test_a_step_of_many_pages_does_not_fill_hjem() -> None:
    """It is cut where it is mentioned, and says so."""
    under = words_of(Due(DueKind.PLAN, "plan", "kurs", "Kurset", "Lang tekst " * 2000, count=1)).under
    assert under.endswith("… · Kurset")
    assert len(under) < 100


def test_where_nothing_is_due_nothing_is_said(room: Room, show: Show) -> None:
    """No heading over an empty list, and no room taken."""
    screen = at_home(room, show)
    assert screen.today.section is None
    assert not screen._today.isVisible()


def test_a_met_course_offers_its_certificate_as_the_way_on(
    room: Room, show: Show, opened: OpenedCourse, qtbot: QtBot
) -> None:
    """Where the card has nothing more to do, the first line is the main thing; its button leads there."""
    take_all(room, opened)
    screen = at_home(room, show)
    (row,) = section_of(screen).rows
    assert row.due.kind is DueKind.CERTIFICATE
    assert (row.go.property("role"), screen.card.go_on.property("role")) == ("primary", "secondary")
    assert row.go.accessibleName() == "Til kursbeviset: Du kan lage kursbeviset ditt"
    row.go.setFocus()
    qtbot.keyClick(row.go, Qt.Key.Key_Return)
    assert room.parts.navigator.here == certificate("lederkurs")


def test_while_there_is_more_to_do_the_card_stays_the_one_way_on(room: Room, show: Show, opened: OpenedCourse) -> None:
    """What is due stands below it, quietly."""
    room.do(lambda me: me.on(opened).take.enrol())
    room.do(lambda me: me.plan.add_many("lederkurs", STEPS))
    screen = at_home(room, show)
    assert titles(screen) == [DueKind.PLAN]
    assert section_of(screen).rows[0].go.property("role") == "secondary"
    assert screen.card.go_on.property("role") == "primary"


def test_put_off_until_tomorrow_it_goes_and_can_be_had_back(
    room: Room, show: Show, opened: OpenedCourse, qtbot: QtBot
) -> None:
    """By keyboard; the keyboard then stands on the card, and the bar takes it back."""
    room.do(lambda me: me.on(opened).take.enrol())
    room.do(lambda me: me.plan.add_many("lederkurs", STEPS))
    said: list[Message] = []
    room.parts.messages.shown.connect(said.append)
    screen = at_home(room, show)
    row = section_of(screen).rows[0]
    row.tomorrow.setFocus()
    qtbot.keyClick(row.tomorrow, Qt.Key.Key_Space)
    room.settle()
    assert not screen._today.isVisible()
    assert screen.card.go_on.hasFocus()
    assert said[-1].text == "Du blir minnet på det i morgen."
    assert said[-1].act is not None
    said[-1].act()
    room.settle()
    assert titles(screen) == [DueKind.PLAN]


def test_the_keyboard_goes_on_to_the_next_line(room: Room, show: Show, opened: OpenedCourse, qtbot: QtBot) -> None:
    """It is not lost with the line that went."""
    take_all(room, opened)
    room.do(lambda me: me.plan.add_many("lederkurs", STEPS))
    screen = at_home(room, show)
    assert titles(screen) == [DueKind.CERTIFICATE, DueKind.PLAN]
    row = section_of(screen).rows[0]
    row.end.setFocus()
    qtbot.keyClick(row.end, Qt.Key.Key_Space)
    room.settle()
    assert titles(screen) == [DueKind.PLAN]
    assert section_of(screen).rows[0].go.hasFocus()


def test_tab_comes_to_the_lines_in_their_order(room: Room, show: Show, opened: OpenedCourse) -> None:
    """Also to one that came later, before the sessions of the day below."""
    room.do(lambda me: me.on(opened).take.enrol())
    room.do(lambda me: me.on(opened).take.open_page("d2-1", "d2-1-b"))
    screen = at_home(room, show)
    room.do(lambda me: me.plan.add_many("lederkurs", STEPS))
    assert titles(screen) == [DueKind.PLAN]
    row = section_of(screen).rows[0]
    assert stops_after(screen.open_package, 3) == [row.go, row.tomorrow, row.end]
    row.end.setFocus()
    take_all(room, opened)
    first, second = section_of(screen).rows
    assert second is row
    assert row.end.hasFocus()
    assert stops_after(screen.open_package, 4) == [first.go, first.tomorrow, first.end, row.go]


def stops_after(widget: QWidget, count: int) -> list[QWidget]:
    """Return what Tab comes to next."""
    found: list[QWidget] = []
    while len(found) < count:
        widget = widget.nextInFocusChain()
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            found.append(widget)
    return found


def test_a_window_that_wakes_on_another_day_looks_again(room: Room, show: Show, opened: OpenedCourse) -> None:
    """The list is read when the window comes to the front."""
    room.do(lambda me: me.on(opened).take.enrol())
    screen = at_home(room, show)
    room.parts.tasks.changed.disconnect(screen.refresh)
    room.do(lambda me: me.plan.add_many("lederkurs", STEPS))
    assert screen.today.section is None
    QApplication.sendEvent(screen, QEvent(QEvent.Type.WindowActivate))
    room.settle()
    assert titles(screen) == [DueKind.PLAN]


def test_a_reminder_one_follows_has_done_what_it_was_for(room: Room, show: Show, opened: OpenedCourse) -> None:
    """It leads to the plan, and is not there the next time."""
    screen = at_home(room, show)
    reminder = Due(DueKind.REMINDER, "reminder:etter:2", "lederkurs", weeks=2)
    screen.today._on_chosen(reminder)
    room.settle()
    assert room.parts.navigator.here == plan("lederkurs")
    found: list[object] = []
    room.parts.tasks.profile(lambda me: me.profile.put_offs.all(), found.append)
    room.settle()
    assert [(each.task, each.for_good) for each in found[0]] == [("reminder:etter:2", True)]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("due", "title", "under", "action"),
    [
        (
            Due(DueKind.REMINDER, "t", "k", "Kurset", weeks=1),
            "1 uke siden siste kursdag",
            "Ta en titt på planen din fra «Kurset».",
            "Se på planen",
        ),
        (
            Due(DueKind.REMINDER, "t", "k", "Kurset", weeks=6, count=2),
            "6 uker siden siste kursdag",
            "Ta en titt på planen din fra «Kurset». 2 steg i planen har nådd datoen sin.",
            "Se på planen",
        ),
        (
            Due(DueKind.FOLLOW_UP_FORM, "t", "k", "Kurset", "Etter tre måneder"),
            "Evalueringen er åpen: Etter tre måneder",
            "Kurset. Planen din ligger ved siden av.",
            "Åpne evalueringen",
        ),
        (
            Due(DueKind.FOLLOW_UP, "t", "k", "Kurset", "Tre måneder etter"),
            "Oppfølgingen er åpen: Tre måneder etter",
            "Kurset",
            "Gå til økta",
        ),
        (Due(DueKind.BEGUN, "t", "k", "Kurset", "Quiz dag 2"), "Påbegynt: Quiz dag 2", "Kurset", "Gå videre"),
        (
            Due(DueKind.PLAN, "t", "k", "Kurset", "Ring naboen", count=1),
            "1 steg i planen har nådd datoen sin",
            "Ring naboen · Kurset",
            "Se på planen",
        ),
        (
            Due(DueKind.REVIEW, "t", count=7),
            "7 oppgaver venter i Øving",
            "En kort runde nå gjør at du husker det lenge.",
            "Øv nå",
        ),
    ],
)
def test_each_kind_says_what_it_is(due: Due, title: str, under: str, action: str) -> None:
    """In plain words, without a reproach."""
    assert words_of(due)[1:] == (title, under, action)


def test_what_is_due_leads_to_its_page() -> None:
    """To the form, the session or the quiz itself; to the plan, to Øving, to the certificate."""
    due = Due(DueKind.FOLLOW_UP_FORM, "t", "k", session_id="s", page_id="p")
    assert way_to(due) == page("k", "s", "p")
    assert way_to(replace(due, kind=DueKind.CERTIFICATE)) == certificate("k")
    assert way_to(replace(due, kind=DueKind.REMINDER)) == plan("k")
    assert way_to(replace(due, kind=DueKind.PLAN)) == plan("k")
    assert way_to(replace(due, kind=DueKind.REVIEW)) == practice()


def test_ovings_line_is_put_off_for_the_day_only(theme: Theme, qtbot: QtBot) -> None:
    """It is paused in Øving itself."""
    section = TodaySection(theme)
    qtbot.addWidget(section)
    section.show_due((Due(DueKind.REVIEW, "review", count=3), Due(DueKind.PLAN, "plan", "k", count=1)), leads=False)
    assert [row.end.isHidden() for row in section.rows] == [True, False]
    assert [row.tomorrow.isHidden() for row in section.rows] == [False, False]
    assert {label.text() for label in section.findChildren(QLabel)} >= {"I dag", "3 oppgaver venter i Øving"}
