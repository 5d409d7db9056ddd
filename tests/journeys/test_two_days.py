"""Two days of a course, and the half year after: marked, noted, moved, updated, practised, printed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kursapp import paths
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
from kursapp.ui.participant.package.screen import PackageScreen
from kursapp.ui.participant.practice.question_stage import PracticeQuestion
from kursapp.ui.participant.workbook.taking import TakingView
from kursapp.ui.widgets.prose_view import ProseView
from kursapp.ui.widgets.question_view import QuestionView
from kursapp.ui.widgets.reflection_view import ReflectionView
from kursapp.ui.widgets.saved_text import SavedText
from kursapp.ui.widgets.workbook_view import WorkbookView
from tests.journeys.dialogs import back_in_window, choose_path
from tests.journeys.two_days import ID, MARKED, NEW_BEFORE, TITLE, write_kurs
from tests.pdf_text import pdf_text

NOTE = "Spør Anne om hvem som setter opp tavla"
REFLECTION = "Ingen, før nå"
FIRST_STEP, SECOND_STEP = "Henge opp tavla på møterommet", "Gå gjennom fristene hver mandag"
DAYS = 30


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
    assert NEW_BEFORE in kari.words(to_deadlines(kari))
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
        for question in kari.all(QuestionView, kari.page) if page.ground.page.kind is PageKind.TEXT else ():
            answering.answer(question)
        for reflection in kari.all(ReflectionView, kari.page):
            writing.reflect(reflection, REFLECTION)
        for workbook in kari.all(WorkbookView, kari.page):
            writing.fill(writing.cells(workbook)[0], FIRST_STEP)
            kari.push("Merk som ferdig", workbook)
        kari.saved()
        kari.next_page()


def to_deadlines(kari: Driver):  # type: ignore[no-untyped-def]
    """Go to the page of the deadlines, and return it."""
    kari.find_and_go("Når den løper")
    return kari.page


def marked_text(kari: Driver) -> ProseView:
    """Return the running text that holds the words she marks."""
    return next(text for text in kari.all(ProseView, kari.page) if MARKED in text.plain())


def mark_and_note(kari: Driver) -> None:
    """Choose words with the mouse, give them a colour, and write a note to them."""
    to_deadlines(kari)
    text = marked_text(kari)
    start = text.plain().index(MARKED)
    places = []
    for character in (start, start + len(MARKED)):
        cursor = text.textCursor()
        cursor.setPosition(text.place_of(character))
        places.append(text.cursorRect(cursor).center())
    viewport = text.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=places[0])
    QTest.mouseMove(viewport, (places[0] + places[1]) / 2)
    QTest.mouseMove(viewport, places[1])
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=places[1])
    kari.rest_a_moment()
