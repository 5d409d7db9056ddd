"""From closed rounds in a real collection to a page, a redacted comment and a file: the screens and all below them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QMessageBox, QWidget

from kursapp.domain.exporting import ExportKind
from kursapp.services.cohort_cards import CohortCard
from kursapp.ui.actions import Actions
from kursapp.ui.coordinator.comments import CommentsScreen
from kursapp.ui.coordinator.compare import ComparisonScreen
from kursapp.ui.coordinator.report import ReportScreen
from kursapp.ui.coordinator.results import ResultsScreen
from kursapp.ui.coordinator.results_front import FrontPage
from kursapp.ui.coordinator.results_item import ItemPage
from kursapp.ui.coordinator.results_quiz import QuizPage
from kursapp.ui.navigation import Location, collecting, comments, comparison, report, results
from kursapp.ui.screen import Screen
from tests.services.coordinator.office_world import AFTER, BEFORE, QUIZ
from tests.ui.conftest import LONG
from tests.ui.coordinator.real_desk import RealDesk

Show = Callable[[QWidget], QWidget]


@pytest.fixture
def closed(real: RealDesk, tmp_path: Path) -> CohortCard:
    """Close the round after the course and the shared quiz of twelve people; the one before the course is open."""
    real.open()
    return _closed(real, tmp_path, "Vår 2026", 7)


def _closed(real: RealDesk, tmp_path: Path, name: str, seed: int) -> CohortCard:
    card = real.cohort(name=name)
    inbox = tmp_path / f"inn-{seed}"
    for form in (AFTER, QUIZ):
        real.hand_in(card, inbox, 12, form, seed)

    def close(coordinator: Any) -> None:
        coordinator.collect(card.id, coordinator.files_in(inbox))
        for form in (AFTER, QUIZ):
            coordinator.close_round(card.id, form)

    assert real.ask(close) is None
    return card


def _go(real: RealDesk, screen: Screen, location: Location) -> None:
    """Go somewhere as the window does."""
    real.visit(screen, location)


def test_a_closed_round_is_shown_and_an_open_one_is_not(
    real: RealDesk, closed: CohortCard, show: Show, tmp_path: Path
) -> None:
    """Twelve handed in after the course, and the page says so; the round before it says only that it is open."""
    screen = ResultsScreen(real.desk, real.navigator, real.theme, real.messages, Actions())
    show(screen)
    _go(real, screen, results())
    assert isinstance(screen.page, FrontPage)
    assert screen.page.tiles.tiles[0].words.text() == "12 av 24 inviterte har levert"
    for item in ("relevans", "frister", "mer", "viktigst", "karakter", "bra"):
        _go(real, screen, results(closed.id, AFTER, item))
        assert isinstance(screen.page, ItemPage), item
    _go(real, screen, results(closed.id, QUIZ))
    assert isinstance(screen.page, QuizPage)
    _go(real, screen, results(closed.id, BEFORE))
    assert screen.page is None
    assert screen.nothing.accessibleName() == "Runden er åpen"
    screen.nothing.chosen.emit()
    assert real.navigator.here == collecting(closed.id)
    assert real.texts() == []


def test_what_is_taken_out_of_a_comment_is_in_no_file(
    real: RealDesk, closed: CohortCard, show: Show, tmp_path: Path
) -> None:
    """Taken out on one screen, asked about on the next, gone from the file, and gone for good afterwards."""
    queue = CommentsScreen(real.desk, real.navigator, real.theme, real.messages, Actions())
    show(queue)
    _go(real, queue, comments(closed.id, AFTER))
    entry = queue._entries[queue.queue.current()]
    word = max(entry.text.split(), key=len)
    cursor = queue.detail.text.textCursor()
    start = entry.text.index(word)
    cursor.setPosition(start)
    cursor.setPosition(start + len(word), cursor.MoveMode.KeepAnchor)
    queue.detail.text.setTextCursor(cursor)
    queue.detail.redact.click()
    queue.detail.quote.click()
    queue.detail.tags.ticked.emit("Navn", True)
    real.settle()
    screen = ReportScreen(real.desk, real.navigator, real.theme, real.messages)
    show(screen)
    _go(real, screen, report(closed.id, AFTER))
    assert screen.choice is not None
    screen.choice.choose(ExportKind.JSON)
    path = tmp_path / "ut.json"
    _save(screen, path)
    real.qtbot.waitUntil(lambda: screen._watch is None, timeout=LONG)
    real.settle()
    written = json.dumps(json.loads(path.read_text(encoding="utf-8")), ensure_ascii=False)
    assert entry.text not in written
    assert entry.text.replace(word, "[…]") in written
    _go(real, queue, comments(closed.id, AFTER))
    kept = queue._entries[entry.id]
    assert kept.text == kept.shown == entry.text.replace(word, "[…]")
    assert (kept.tags, kept.chosen) == (("Navn",), True)


def _save(screen: ReportScreen, path: Path) -> None:
    screen.save.click()
    question = screen.asking.question
    assert question is not None
    yes = next(each for each in question.buttons() if question.buttonRole(each) is QMessageBox.ButtonRole.AcceptRole)
    yes.click()
    dialog = screen.files.dialog
    assert dialog is not None
    dialog.filesSelected.emit([str(path)])
    dialog.reject()


@pytest.mark.parametrize("kind", [kind for kind in ExportKind if kind is not ExportKind.QUALITY])
def test_every_kind_of_file_is_really_made(
    real: RealDesk, closed: CohortCard, show: Show, tmp_path: Path, kind: ExportKind
) -> None:
    """Each kind on the screen makes a file with something in it, and the message says where it is."""
    _make(real, show, report(closed.id, AFTER), kind, tmp_path / f"ut.{kind.value}")


def test_the_quality_of_a_quiz_is_really_made(real: RealDesk, closed: CohortCard, show: Show, tmp_path: Path) -> None:
    """The ninth kind, from the shared quiz."""
    _make(real, show, report(closed.id, QUIZ), ExportKind.QUALITY, tmp_path / "kvalitet.json")


def _make(real: RealDesk, show: Show, place: Location, kind: ExportKind, path: Path) -> None:
    screen = ReportScreen(real.desk, real.navigator, real.theme, real.messages)
    show(screen)
    _go(real, screen, place)
    assert screen.choice is not None
    screen.choice.choose(kind)
    screen.save.click()
    dialog = screen.files.dialog
    assert dialog is not None
    dialog.filesSelected.emit([str(path)])
    dialog.reject()
    real.qtbot.waitUntil(lambda: screen._watch is None, timeout=LONG)
    real.settle()
    assert path.stat().st_size > 100
    assert str(path) in real.texts()[-1]


def test_a_folder_that_is_gone_is_one_sentence(real: RealDesk, closed: CohortCard, show: Show, tmp_path: Path) -> None:
    """The stick was pulled out between choosing and writing: said, and nothing is claimed."""
    screen = ReportScreen(real.desk, real.navigator, real.theme, real.messages)
    show(screen)
    _go(real, screen, report(closed.id, AFTER))
    screen.save.click()
    dialog = screen.files.dialog
    assert dialog is not None
    dialog.filesSelected.emit([str(tmp_path / "borte" / "ut.pdf")])
    dialog.reject()
    real.qtbot.waitUntil(lambda: screen._watch is None, timeout=LONG)
    assert [message.about for message in real.told] == ["export-folder-missing"]


def test_two_cohorts_stand_side_by_side(real: RealDesk, closed: CohortCard, show: Show, tmp_path: Path) -> None:
    """The same form closed twice: a line of two points."""
    _closed(real, tmp_path, "Høst 2026", 8)
    screen = ComparisonScreen(real.desk, real.navigator, real.theme, real.messages)
    show(screen)
    _go(real, screen, comparison(AFTER, "relevans"))
    assert screen.page is not None
    assert screen.page.trend.lines() == ((0, 1),)
