"""Two days of a course, and the half year after: marked, noted, moved, updated, practised, printed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

from kursapp.demo import eyes, hands
from kursapp.demo.answering import Answering
from kursapp.demo.driver import Driver
from kursapp.demo.eyes import Role
from kursapp.demo.waiting import wait_until
from kursapp.demo.writing import Writing
from kursapp.domain.course import PageKind
from kursapp.services.clock import SystemClock
from kursapp.ui.participant.carry.move_in_pane import MoveInPane
from kursapp.ui.participant.carry.move_out_screen import MoveOutScreen
from kursapp.ui.participant.cover import CoverScreen
from kursapp.ui.participant.home import HomeScreen
from kursapp.ui.participant.notes_beside.mark_box import MarkBox
from kursapp.ui.participant.package.screen import PackageScreen
from kursapp.ui.participant.page_view import PageView
from kursapp.ui.participant.practice.question_stage import PracticeQuestion
from kursapp.ui.participant.workbook.taking import TakingView
from kursapp.ui.widgets.prose_view import ProseView
from kursapp.ui.widgets.question_view import QuestionView
from kursapp.ui.widgets.reflection_view import ReflectionView
from kursapp.ui.widgets.saved_text import SavedText
from kursapp.ui.widgets.workbook_view import WorkbookView
from tests.journeys.dialogs import back_in_window, choose_path
from tests.journeys.two_days import ID, MARKED, NEW_BEFORE, write_kurs
from tests.pdf_text import pdf_text

NOTE = "Spør Anne om hvem som setter opp tavla"
REFLECTION = "Ingen, før nå"
FIRST_STEP, SECOND_STEP = "Henge opp tavla på møterommet", "Gå gjennom fristene hver mandag"
DAYS = 30
W = TypeVar("W", bound=QWidget)


@pytest.fixture
def calendar(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[timedelta]]:
    """Give a list whose one entry is how far the machine's clock is put on."""
    on = [timedelta()]
    monkeypatch.setattr(SystemClock, "now", lambda _clock: datetime.now(UTC) + on[0])
    return on


def test_what_she_learnt_lasts(
    kari: Driver, calendar: list[timedelta], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Marks and notes follow her to another machine and through a new version; what she forgets comes back."""
    install(kari, write_kurs(tmp_path), "Installer kurset")
    take_both_days(kari)
    mark_and_note(kari)
    file, phrase = move_out(kari, tmp_path)
    move_in(kari, monkeypatch, tmp_path / "den andre", file, phrase)
    assert what_she_wrote_is_there(kari)
    install(kari, write_kurs(tmp_path, "2.0.0"), "Oppdater kurset")
    to_deadlines(kari)
    assert NEW_BEFORE in marked_text(kari).plain()
    assert what_she_wrote_is_there(kari)
    asked = practise_for(kari, calendar, DAYS)
    assert len(asked) >= 6, "three questions come back more than once in thirty days"
    assert {question for question, _day in asked} == {"sp-frist", "sp-uke", "qz-1"}
    text = print_workbook(kari, tmp_path / "utskrift.pdf")
    assert FIRST_STEP in text
    assert REFLECTION in text


def install(kari: Driver, package: Path, button: str) -> None:
    """Open a course package and take it in."""
    kari.place("Kurs")
    kari.push("Åpne kurspakke")
    choose_path(kari, package)
    screen = kari.screen
    assert isinstance(screen, PackageScreen)
    wait_until(lambda: screen.main is not None, "the package")
    kari.settle()
    hands.click(kari.button(button))
    wait_until(lambda: isinstance(kari.window.stack.currentWidget(), CoverScreen), "the cover")
    kari.come_to_front()


def take_both_days(kari: Driver) -> None:
    """Do all there is to do on every page, to the end of the course."""
    answering, writing = Answering(kari), Writing(kari)
    kari.push("Begynn kurset")
    while not isinstance(kari.screen, CoverScreen):
        page = kari.page
        if page.ground.page.kind is PageKind.QUIZ:
            kari.push("Begynn")
            answering.put(kari.one(QuestionView, kari.page))
            kari.push("Se over svarene")
            kari.push("Lever quizen")
            kari.push("Lever nå")
        for question in kari.all(QuestionView, kari.page) if page.ground.page.kind is PageKind.TEXT else ():
            answering.answer(question)
        for reflection in kari.all(ReflectionView, kari.page):
            writing.reflect(reflection, REFLECTION)
        for workbook in kari.all(WorkbookView, kari.page):
            writing.fill(writing.cells(workbook)[0], FIRST_STEP)
            kari.push("Merk som ferdig", workbook)
        kari.saved()
        kari.next_page()


def to_deadlines(kari: Driver) -> PageView:
    """Go to the page of the deadlines, and return it."""
    kari.find_and_go("Når den løper")
    return kari.page


def marked_text(kari: Driver) -> ProseView:
    """Return the running text that holds the words she marks."""
    return next(text for text in kari.all(ProseView, kari.page) if MARKED in text.plain())


def mark_and_note(kari: Driver) -> None:
    """Choose words with the mouse, give them a colour, and write a note to them."""
    to_deadlines(kari)
    drag_over(marked_text(kari), MARKED)
    wait_for(kari, MarkBox)
    kari.key(hands.Key.Key_2)
    kari.saved()
    drag_over(marked_text(kari), MARKED)
    kari.push("Notat", wait_for(kari, MarkBox))
    wait_until(lambda: isinstance(QApplication.focusWidget(), SavedText), "the field of the note")
    hands.type_text(NOTE)
    kari.saved()


def drag_over(text: ProseView, words: str) -> None:
    """Drag the mouse over words, from the first letter to the last."""
    start = text.plain().index(words)
    first, last = (place(text, character) for character in (start, start + len(words)))
    viewport = text.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=first)
    QTest.mouseMove(viewport, (first + last) / 2)
    QTest.mouseMove(viewport, last)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=last)


def place(text: ProseView, character: int) -> QPoint:
    """Return where a character of a text begins."""
    cursor = text.textCursor()
    cursor.setPosition(text.place_of(character))
    return text.cursorRect(cursor).center()


def wait_for(kari: Driver, kind: type[W]) -> W:
    """Wait until one thing of a kind is shown, and return it."""
    wait_until(lambda: len(kari.all(kind)) == 1, kind.__name__)
    kari.settle()
    return kari.one(kind)


def move_out(kari: Driver, folder: Path) -> tuple[Path, str]:
    """Make the file that carries everything, and note down its words."""
    kari.place("Innstillinger")
    kari.push("Flytt til en annen maskin")
    screen = kari.screen
    assert isinstance(screen, MoveOutScreen)
    wait_until(lambda: screen.phrase.text() != "", "the words")
    phrase = screen.phrase.text()
    kari.push("Velg sted og lag flyttefila")
    choose_path(kari, folder / "kari.flytt")
    wait_until(lambda: not screen.done.isHidden(), "the file")
    kari.close()
    return folder / "kari.flytt", phrase


def move_in(kari: Driver, monkeypatch: pytest.MonkeyPatch, machine: Path, file: Path, phrase: str) -> None:
    """Sit down at a machine on which nobody has opened the program, and take the file in there."""
    monkeypatch.setenv("KURSAPP_DATA", str(machine))
    kari.open()
    kari.push("Jeg har en flyttefil")
    pane = kari.one(MoveInPane)
    kari.push("Velg flyttefila", pane)
    choose_path(kari, file)
    kari.click(pane.phrase.field)
    hands.type_text(phrase)
    kari.push("Åpne fila", pane)
    wait_until(lambda: pane.arrival_view is not None, "what is in the file")
    arrival = pane.arrival_view
    assert arrival is not None
    kari.click(arrival.take)
    wait_until(
        lambda: kari.program.rest is not None and isinstance(kari.window.stack.currentWidget(), HomeScreen), "Hjem"
    )
    wait_until(lambda: kari.rest.courses.get(ID) is not None, "the course, which came along")
    kari.come_to_front()


def what_she_wrote_is_there(kari: Driver) -> bool:
    """Look for the mark where its words stand, the note beside it, the reflection and the product."""
    page = to_deadlines(kari)
    text = marked_text(kari)
    wait_until(lambda: text.marks("highlight"), "the mark")
    mark = text.marks("highlight")[0]
    assert text.plain()[mark.start : mark.end] == MARKED
    assert mark.look == "green"
    assert kari.one(ReflectionView, page).field.text() == REFLECTION
    kari.key(hands.Key.Key_O, hands.Modifier.ControlModifier | hands.Modifier.ShiftModifier)
    wait_until(lambda: NOTE in [field.text() for field in kari.all(SavedText)], "the note beside the text")
    kari.key(hands.Key.Key_O, hands.Modifier.ControlModifier | hands.Modifier.ShiftModifier)
    kari.place("Arbeidsbok")
    kari.push("Planen min")
    return FIRST_STEP in [field.text() for field in kari.all(SavedText)]


def practise_for(kari: Driver, calendar: list[timedelta], days: int) -> list[tuple[str, int]]:
    """Open Øving every day and answer what comes, one in four wrongly; return what was asked, and on which day."""
    asked: list[tuple[str, int]] = []
    for day in range(1, days + 1):
        calendar[0] = timedelta(days=day)
        kari.go_home()
        kari.place("Øving")
        kari.settle()
        if not eyes.all_with(kari.screen, Role.Button, "Begynn"):
            continue
        kari.push("Begynn")
        while stages := kari.all(PracticeQuestion):
            asked.append((stages[0].view.question.id, day))
            repeat(kari, stages[0], rightly=len(asked) % 4 != 0)
        kari.push("Til øvingen")
    return asked


def repeat(kari: Driver, stage: PracticeQuestion, *, rightly: bool) -> None:
    """Answer a question of Øving, and say that it was known where it was right."""
    Answering(kari).answer(stage.view, rightly=rightly)
    wait_until(lambda: stage.knew_button.isVisible() or stage.next_button.isVisible(), "how it went")
    kari.click(stage.knew_button if stage.knew_button.isVisible() else stage.next_button)
    if isValid(stage) and stage.next_button.isVisible():
        kari.click(stage.next_button)


def print_workbook(kari: Driver, target: Path) -> str:
    """Print the workbook with its reflections to a file, and return what another program reads there."""
    kari.place("Arbeidsbok")
    kari.click(eyes.find(kari.screen, Role.CheckBox, "Vis refleksjonene også"))
    taking = kari.all(TakingView)[0]
    taking.on_paper.trigger()
    wait_until(dialogs, "the dialog of the printer")
    dialog = dialogs()[0]
    printer = dialog.printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    # The dialog's own button asks before it writes over a file; what it then sends is this.
    dialog.done(QDialog.DialogCode.Accepted)
    back_in_window(kari)
    wait_until(target.exists, "what was printed")
    return pdf_text(target)


def dialogs() -> list[QPrintDialog]:
    """Return the printer's dialogs that are open."""
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, QPrintDialog) and one.isVisible()]
