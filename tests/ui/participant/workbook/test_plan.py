"""The plan's screen: begun from the workbook, written, dated, moved, done, taken out and back, and taken along."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QDate, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from kursapp.domain.plan import NewStep, PlanStep, StepStatus
from kursapp.ui.messages import MessageKind
from kursapp.ui.navigation import library, plan
from kursapp.ui.participant.workbook.plan import PlanScreen
from kursapp.ui.participant.workbook.words import plan_words
from kursapp.ui.widgets.saved_text import LONGEST
from tests.ui.conftest import LONG
from tests.ui.participant.workbook.conftest import COURSE, Desk, item_of


def make(desk: Desk, *steps: NewStep) -> None:
    desk.do(lambda participant: participant.plan.add_many(COURSE, list(steps)))


def kept(desk: Desk) -> tuple[PlanStep, ...]:
    found = desk.ask(lambda participant: participant.plan.steps(COURSE))
    assert isinstance(found, tuple)
    return found


def texts(desk: Desk) -> list[str]:
    return [step.text for step in kept(desk)]


def open_plan(desk: Desk) -> PlanScreen:
    screen = desk.show(PlanScreen, plan(COURSE))
    assert isinstance(screen, PlanScreen)
    return screen


def test_a_plan_is_begun_from_what_is_written_in_the_workbook(desk: Desk, versions) -> None:
    """The rows of the course's own plan are ticked beforehand; what is taken is offered no more."""
    table = item_of(versions["old"], "wb-plan")

    def fill(participant) -> None:
        desk_of = participant.on(versions["old"])
        for column, text in (("tiltak", "Lese ti vedtak"), ("eier", "leder"), ("innen", "20. mars 2026")):
            desk_of.fill.fill(table, "p1", column, text)
        desk_of.fill.fill(table, "p2", "tiltak", "Øve på telefonen")

    desk.do(fill)
    screen = open_plan(desk)
    assert screen.offer is not None
    boxes = list(screen.offer.lists[0].boxes.values())
    assert [box.isChecked() for box in boxes] == [True, True]
    assert not desk.nameless(screen)
    for box in boxes:
        box.click()
    desk.press(screen.offer.take)
    assert screen.offer.lists[0].error.text() == "Kryss av minst én rad."
    boxes[0].click()
    desk.press(screen.offer.take)
    (step,) = kept(desk)
    assert (step.text, step.owner, step.due) == ("Lese ti vedtak", "leder", date(2026, 3, 20))
    assert screen.offer is None
    desk.press(screen.fetch)
    assert [len(each.boxes) for each in screen.offer.lists] == [1]
    desk.press(screen.offer.leave)
    assert screen.offer is None
    assert screen.fetch.isVisible()


def test_a_step_is_made_and_written_by_keyboard_alone(desk: Desk) -> None:
    """New step, its words, who, when, and how it stands; everything is there afterwards."""
    screen = open_plan(desk)
    desk.press(screen.add)
    card = screen.cards[0]
    assert desk.focus() is card.text
    QTest.keyClicks(desk.focus(), "Ringe skolen")
    QTest.keyClick(desk.focus(), Qt.Key.Key_Tab)
    assert desk.focus() is card.owner
    QTest.keyClicks(desk.focus(), "avdelingsleder")
    QTest.keyClick(desk.focus(), Qt.Key.Key_Tab)
    QTest.keyClicks(desk.focus(), "15.3.26")
    QTest.keyClick(desk.focus(), Qt.Key.Key_Tab)
    assert card.due.field.text() == "15. mars 2026"
    QTest.keyClick(desk.focus(), Qt.Key.Key_Tab)
    assert desk.focus() is card.status
    QTest.keyClick(desk.focus(), Qt.Key.Key_Down)
    desk.settle()
    (step,) = kept(desk)
    assert (step.text, step.owner, step.due) == ("Ringe skolen", "avdelingsleder", date(2026, 3, 15))
    assert step.status is StepStatus.UNDER_WAY
    assert card.told.text() == "Om 6 dager"
    assert screen.cards[0] is card


def test_tab_goes_through_what_is_filled_in_and_then_the_tools(desk: Desk) -> None:
    """Qt puts nothing after a combo box by itself, so the order is told the other way round."""
    make(desk, NewStep("Ett"), NewStep("To"), NewStep("Tre"))
    card = open_plan(desk).cards[1]
    wanted = [card.text, card.owner, card.due.field, card.due.open, card.status, card.up, card.down, card.remove]
    found: list[object] = []
    widget = card.nextInFocusChain()
    while len(found) < len(wanted):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(widget)
        widget = widget.nextInFocusChain()
    assert found == wanted


def test_a_day_that_is_none_is_said_and_stays(desk: Desk) -> None:
    """The words stand to be mended; the last day that could be read is the one that counts."""
    make(desk, NewStep("a", due=date(2026, 3, 15)))
    screen = open_plan(desk)
    entry = screen.cards[0].due
    entry.field.setFocus()
    entry.field.selectAll()
    QTest.keyClicks(entry.field, "neste uke")
    QTest.keyClick(entry.field, Qt.Key.Key_Return)
    desk.settle()
    assert entry.error.isVisible()
    assert entry.error.text() == "Skriv en dato, for eksempel 9. mars 2026."
    assert entry.field.text() == "neste uke"
    assert kept(desk)[0].due == date(2026, 3, 15)
    entry.field.selectAll()
    QTest.keyClick(entry.field, Qt.Key.Key_Delete)
    QTest.keyClick(entry.field, Qt.Key.Key_Return)
    desk.settle()
    assert entry.error.isHidden()
    assert kept(desk)[0].due is None


def test_a_day_is_picked_in_the_calendar(desk: Desk) -> None:
    """It begins at the day that stands, with Monday first; Enter takes the day."""
    make(desk, NewStep("a", due=date(2026, 3, 15)))
    screen = open_plan(desk)
    entry = screen.cards[0].due
    entry.open_calendar()
    assert entry.calendar is not None
    assert entry.calendar.selectedDate() == QDate(2026, 3, 15)
    assert entry.calendar.firstDayOfWeek() is Qt.DayOfWeek.Monday
    entry.calendar.activated.emit(QDate(2026, 4, 1))
    desk.settle()
    assert entry.field.text() == "1. april 2026"
    assert kept(desk)[0].due == date(2026, 4, 1)


def test_steps_move_by_buttons_and_keys_with_the_keyboard_in_them(desk: Desk) -> None:
    """Up and down; at the ends there is no such button, and the keys do nothing."""
    make(desk, NewStep("a"), NewStep("b"), NewStep("c"))
    screen = open_plan(desk)
    assert [card.up.isVisible() for card in screen.cards] == [False, True, True]
    assert [card.down.isVisible() for card in screen.cards] == [True, True, False]
    moved = screen.cards[2]
    moved.up.setFocus()
    moved.up.click()
    desk.settle()
    assert texts(desk) == ["a", "c", "b"]
    assert screen.cards[1] is moved
    assert desk.focus() is moved.up
    QTest.keyClick(desk.focus(), Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    desk.settle()
    assert texts(desk) == ["c", "a", "b"]
    assert moved.isAncestorOf(desk.focus())
    QTest.keyClick(desk.focus(), Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(desk.focus(), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    desk.settle()
    assert texts(desk) == ["a", "c", "b"]


def test_what_is_typed_goes_along_when_a_step_moves(desk: Desk) -> None:
    """Words not saved yet are saved first, and stand in the step that moved."""
    make(desk, NewStep("a"), NewStep("b"))
    screen = open_plan(desk)
    screen.cards[1].text.setFocus()
    QTest.keyClicks(desk.focus(), "x")
    QTest.keyClick(desk.focus(), Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    desk.settle()
    assert texts(desk) == ["xb", "a"]


def test_the_plan_is_shown_again_after_a_stop_on_the_way_of_the_keyboard_is_gone(desk: Desk) -> None:
    """What is remembered of the menu lives as long as the menu."""
    make(desk, NewStep("Lese", "leder", None))
    screen = open_plan(desk)
    passing = QLabel(screen)
    assert passing.nextInFocusChain() is screen
    passing.deleteLater()
    QApplication.sendPostedEvents(passing, QEvent.Type.DeferredDelete.value)
    del passing
    screen.enter(plan(COURSE))
    desk.settle()
    assert screen.taking.days.isVisible()
    assert len(screen.taking.menu.actions()) == 4


def test_a_step_taken_out_comes_back_by_the_bar_or_the_bin(desk: Desk) -> None:
    """Nothing is asked; nothing is lost."""
    make(desk, NewStep("a"), NewStep("b"))
    screen = open_plan(desk)
    screen.cards[0].remove.click()
    desk.settle()
    assert texts(desk) == ["b"]
    assert desk.focus() is screen.add
    undo = desk.heard[-1]
    assert undo.act is not None
    undo.act()
    desk.settle()
    assert texts(desk) == ["a", "b"]
    assert screen.bin.isHidden()
    screen.cards[1].remove.click()
    desk.settle()
    assert screen.bin.head.text() == "Vis 1 fjernet steg"
    desk.press(screen.bin.head)
    assert desk.focus() is screen.bin.rows[0]
    desk.press(screen.bin.rows[0])
    assert texts(desk) == ["a", "b"]
    assert screen.bin.isHidden()


def test_the_bin_is_emptied_after_a_question(desk: Desk) -> None:
    """What cannot be undone is asked about, in the system's own manner; then nothing is left of it."""
    make(desk, NewStep("a"), NewStep("b"))
    screen = open_plan(desk)
    screen.cards[0].remove.click()
    desk.settle()
    desk.press(screen.bin.head)
    desk.press(screen.bin.empty)
    question = screen.asking.question
    assert question is not None
    assert screen.bin.isVisible()
    sure = next(each for each in question.buttons() if each.text() == "Slett stegene")
    sure.click()
    desk.settle()
    assert screen.bin.isHidden()
    assert desk.ask(lambda participant: participant.plan.removed(COURSE)) == ()
    assert texts(desk) == ["b"]


def test_a_day_that_has_passed_is_said_kindly(desk: Desk) -> None:
    """No red, no blame: what one can do about it. Done or put aside, nothing is said."""
    make(desk, NewStep("a", due=date(2026, 3, 1)), NewStep("b", due=date(2026, 3, 9)), NewStep("c"))
    screen = open_plan(desk)
    told = [card.told.text() for card in screen.cards]
    assert told == ["Dagen var 1. mars 2026. Sett en ny dato, eller legg steget bort.", "I dag", ""]
    screen.cards[0].status.set_value(StepStatus.PUT_ASIDE.value)
    desk.settle()
    assert screen.cards[0].told.isHidden()


def test_dates_go_to_the_calendar_and_the_plan_to_a_file(desk: Desk, tmp_path: Path) -> None:
    """The same menu as the workbook's, with the calendar besides."""
    make(desk, NewStep("Lese ti vedtak", due=date(2026, 3, 20)), NewStep("uten dag"))
    screen = open_plan(desk)
    assert screen.taking.days.isVisible()
    for action, name in ((screen.taking.days, "plan.ics"), (screen.taking.as_pdf, "plan.pdf")):
        action.trigger()
        dialog = screen.taking.picker.dialog
        assert isinstance(dialog, QFileDialog)
        dialog.filesSelected.emit([str(tmp_path / name)])
        dialog.reject()
        desk.qtbot.waitUntil((tmp_path / name).exists, timeout=LONG)
        desk.qtbot.waitUntil(lambda: not screen.taking.is_working, timeout=LONG)
        assert desk.heard[-1].kind is MessageKind.DONE
    assert (tmp_path / "plan.ics").read_bytes().count(b"BEGIN:VEVENT") == 1


def test_without_a_day_the_calendar_is_a_sentence(desk: Desk, tmp_path: Path) -> None:
    """No empty file."""
    make(desk, NewStep("uten dag"))
    screen = open_plan(desk)
    screen.taking._write_calendar(tmp_path / "plan.ics")
    desk.qtbot.waitUntil(lambda: any(m.kind is MessageKind.PROBLEM for m in desk.heard), timeout=LONG)
    assert desk.heard[-1].text.startswith("Ingen steg som gjenstår, har en dato.")
    assert not (tmp_path / "plan.ics").exists()


def test_the_plan_of_no_course_says_what_belongs_there(desk: Desk) -> None:
    """One door out of an empty room; without a name the course opened last is meant."""
    screen = desk.show(PlanScreen, plan())
    assert COURSE in screen._state.course_id
    desk.do(lambda participant: participant.profile._database.driver.execute("DELETE FROM enrolment") and None)
    screen.enter(plan())
    desk.settle()
    assert screen.first_focus() is screen.nothing.action
    desk.press(screen.nothing.action)
    assert desk.went[-1] == library()


def test_a_step_without_words_is_called_that() -> None:
    """Also where the plan only says what comes next."""
    step = PlanStep("a", "kurs", 1, " \n", due=date(2026, 3, 9))
    assert plan_words((step,), date(2026, 3, 1)).endswith("Neste: Steg uten ord (9. mars 2026).")
    long = plan_words((replace(step, text="Lang tekst " * 2000),), date(2026, 3, 10))
    assert "… (9. mars 2026)" in long


def test_a_long_step_is_kept_whole(desk: Desk) -> None:
    """As much as the field takes is kept."""
    make(desk, NewStep(""))
    screen = open_plan(desk)
    screen.cards[0].text.setPlainText("x" * (LONGEST + 10))
    screen.leave()
    desk.settle()
    assert kept(desk)[0].text == screen.cards[0].text.text() == "x" * LONGEST


def test_a_course_that_is_gone_keeps_its_plan(desk: Desk) -> None:
    """The plan outlives the course on the machine."""
    make(desk, NewStep("a"))
    desk.courses._opened.clear()
    screen = open_plan(desk)
    assert [card.text.text() for card in screen.cards] == ["a"]
    assert "Kurset om planer" in [each.text() for each in screen.findChildren(QLabel)]
