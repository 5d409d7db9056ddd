"""Arbeidsbok: everything by course and day, with how far it is, and the way to each."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kursapp.domain.plan import NewStep, StepStatus
from kursapp.domain.question import Workbook
from kursapp.ui.navigation import library, plan, workbook
from kursapp.ui.participant.workbook.overview import WorkbookScreen
from tests.ui.participant.workbook.conftest import COURSE, Desk, item_of


def write_note(desk: Desk, versions, text: str) -> None:
    note = item_of(versions["old"], "wb-notat")
    assert isinstance(note, Workbook)
    desk.do(lambda participant: participant.on(versions["old"]).fill.write(note, text))


def titles(screen: WorkbookScreen) -> list[tuple[str, str]]:
    return [(row.item.title, row.end.text()) for row in screen.rows()]


def test_products_stand_by_day_with_how_far_they_are(desk: Desk, versions) -> None:
    """In the order of the course; reflections only when asked for."""
    write_note(desk, versions, "Kort notat")
    screen = desk.show(WorkbookScreen, workbook())
    assert titles(screen) == [("Notatet", "Påbegynt"), ("Planen vår", "Ikke begynt"), ("Sjekken", "Ikke begynt")]
    screen.reflections.click()
    assert titles(screen)[0] == ("Hva svarer du?", "Ikke begynt")
    screen.only_written.click()
    assert titles(screen) == [("Notatet", "Påbegynt")]
    assert not desk.nameless(screen)


def test_what_is_filled_in_elsewhere_is_shown_at_once(desk: Desk, versions) -> None:
    """The list follows what is saved, with how many fields are filled, and keeps the keyboard."""
    screen = desk.show(WorkbookScreen, workbook())
    screen.rows()[1].setFocus()
    table = item_of(versions["old"], "wb-plan")
    desk.do(lambda participant: participant.on(versions["old"]).fill.fill(table, "p1", "tiltak", "Lese"))
    assert titles(screen)[1] == ("Planen vår", "1 av 6 felt")
    assert screen.isAncestorOf(desk.focus())
    desk.do(lambda participant: participant.on(versions["old"]).fill.finish(table))
    assert titles(screen)[1] == ("Planen vår", "Ferdig")
    assert screen.rows()[1].accessibleName() == "Planen vår, Ferdig"


def test_keys_lead_to_an_item_and_back_to_its_row(desk: Desk) -> None:
    """Enter opens; coming back, the keyboard is where it was."""
    screen = desk.show(WorkbookScreen, workbook())
    row = screen.rows()[1]
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert desk.went[-1] == workbook(COURSE, "wb-plan")
    screen.enter(workbook())
    desk.settle()
    assert screen.first_focus() is screen.rows()[1]


def test_coming_back_to_another_list_the_keyboard_is_in_it(desk: Desk) -> None:
    """What was written on the way makes the rows anew; a row not shown yet would lose the keyboard to the window."""
    screen = desk.show(WorkbookScreen, workbook())
    screen.sections[0].plan_button.setFocus()
    desk.do(lambda participant: participant.plan.add(COURSE, NewStep("Ett")))
    desk.settle()
    assert desk.focus() is screen.sections[0].plan_button


def test_the_plan_says_how_far_it_is(desk: Desk) -> None:
    """Without steps what it is for; with steps how many are done and which is next."""
    screen = desk.show(WorkbookScreen, workbook())
    assert screen.sections[0].plan_button.text() == "Lag planen"

    def make(participant) -> None:
        first = participant.plan.add(COURSE, NewStep("Lese ti vedtak", due=date(2026, 3, 20))).step
        participant.plan.add(COURSE, NewStep("Øve"))
        participant.plan.set_status(participant.plan.add(COURSE, NewStep("Ferdig")).step.id, StepStatus.DONE)
        participant.plan.write(first.id, "Lese ti vedtak\nsammen")

    desk.do(make)
    screen.enter(workbook())
    desk.settle()
    section = screen.sections[0]
    assert section.plan_button.text() == "Åpne planen"
    told = "1 av 3 steg er ferdige. Neste: Lese ti vedtak sammen (20. mars 2026)."
    assert told in [each.text() for each in section.findChildren(type(section.rows[0].name))]
    desk.press(section.plan_button)
    assert desk.went[-1] == plan(COURSE)


def test_what_the_course_has_dropped_stands_last(desk: Desk, versions) -> None:
    """A new version without the boxes: what was ticked is still there."""
    boxes = item_of(versions["old"], "wb-bokser")
    desk.do(lambda participant: participant.on(versions["old"]).fill.check(boxes, "b1", True))
    screen = desk.show(WorkbookScreen, workbook())
    desk.shelve(versions["new"])
    screen.enter(workbook())
    desk.settle()
    assert [each.item.item.id for each in screen.rows()] == ["wb-notat", "wb-plan", "wb-bokser"]
    assert screen.rows()[-1].item.gone


def test_nothing_begun_says_so_and_leads_to_the_courses(desk: Desk) -> None:
    """An empty room has one door."""
    desk.do(lambda participant: participant.profile._database.driver.execute("DELETE FROM enrolment") and None)
    screen = desk.show(WorkbookScreen, workbook())
    assert not screen.sections
    assert screen.first_focus() is screen.nothing.action
    desk.press(screen.nothing.action)
    assert desk.went[-1] == library()


def test_a_course_still_being_opened_does_not_look_gone(desk: Desk, versions) -> None:
    """Nobody is told that her course is not on the machine because the machine is slow."""
    note = item_of(versions["old"], "wb-notat")
    desk.do(lambda participant: participant.on(versions["old"]).fill.write(note, "Kort"))
    desk.courses._opened.clear()
    desk.courses._loaded = False
    screen = desk.show(WorkbookScreen, workbook())
    assert not screen.sections
    assert screen.nothing.isHidden()
    desk.courses._loaded = True
    desk.courses.changed.emit()
    desk.settle()
    assert [row.item.gone for row in screen.rows()] == [True]
    desk.shelve(versions["old"])
    assert [row.item.gone for row in screen.rows()] == [False, False, False]


def test_the_follow_up_waits_until_it_opens(desk: Desk, versions) -> None:
    """Its tables are not there before; ninety days after the last page was read they are."""
    screen = desk.show(WorkbookScreen, workbook())
    assert "wb-senere" not in [row.item.item.id for row in screen.rows()]
    for page_id in ("s1/start", "s2/start"):
        desk.do(lambda participant, page_id=page_id: participant.on(versions["old"]).take.read_page(page_id))
    desk.clock.wait(91 * 24 * 3600)
    screen.enter(workbook())
    desk.settle()
    assert screen.rows()[-1].item.item.id == "wb-senere"
    assert desk.went == []


def test_several_courses_can_be_taken_along_in_one_file(desk: Desk, versions) -> None:
    """With one course there is one way; with more there is one for all besides."""
    screen = desk.show(WorkbookScreen, workbook())
    assert screen.taking.isHidden()
    other = versions["new"].called("annet")
    note = item_of(versions["new"], "wb-notat")

    def begin(participant) -> None:
        participant.on(other).take.enrol()
        participant.on(other).fill.write(note, "Fra det andre kurset")
        participant.on(versions["old"]).fill.write(note, "Fra det første")

    desk.do(begin)
    screen.enter(workbook())
    desk.settle()
    assert screen.taking.isVisible()
    made = []
    screen._prepare_all(made.append)
    desk.settle()
    texts = [piece.text for piece in made[0]().pieces]
    assert "Fra det andre kurset" in texts
    assert "Fra det første" in texts
