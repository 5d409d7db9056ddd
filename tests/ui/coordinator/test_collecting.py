"""Innsamling: files in, counts and states out, and a round closed for good."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from kursapp.domain.problem import refusal
from kursapp.domain.submission import FileState
from kursapp.ui.coordinator import collecting_work
from kursapp.ui.coordinator.collecting import CollectingScreen
from kursapp.ui.coordinator.collecting_words import state_meaning, state_name
from kursapp.ui.navigation import Location, collecting, results
from tests.services.coordinator.office_world import AFTER, BEFORE
from tests.ui.conftest import LONG
from tests.ui.coordinator.real_desk import RealDesk

Show = Callable[[QWidget], QWidget]


@pytest.fixture
def screen(real: RealDesk, show: Show) -> CollectingScreen:
    """Show the screen of an open desk with nothing in it."""
    real.open()
    made = CollectingScreen(real.desk, real.navigator, real.theme, real.messages)
    real.visit(made, collecting())
    show(made)
    return made


def wait_until_read(screen: CollectingScreen, real: RealDesk) -> None:
    """Wait until what was given has been taken in and shown."""
    real.qtbot.waitUntil(lambda: screen.report.isVisible() and not screen.work.is_busy, timeout=LONG)
    real.settle()


def test_without_a_cohort_the_way_to_one_is_shown(real: RealDesk, screen: CollectingScreen) -> None:
    """There is nothing to collect to, and one step that leads on."""
    assert not screen.zone.isVisible()
    screen._nothing.action.click()
    assert real.navigator.here == Location("cohorts")


def test_a_folder_is_taken_in_and_what_comes_later_too(
    real: RealDesk, screen: CollectingScreen, tmp_path: Path
) -> None:
    """The states have counts, a bad file its reason, the round its persons; a new file is taken in by itself."""
    card, inbox = real.cohort(), tmp_path / "inn"
    real.hand_in(card, inbox, 6)
    (inbox / "tom.svar").write_bytes(b"")
    (inbox / "notat.txt").write_text("x")
    real.visit(screen, collecting(card.id))
    screen.zone.folder_given.emit(inbox)
    wait_until_read(screen, real)
    assert screen.report.texts() == {"Nye": 6, "Kan ikke åpnes": 1}
    assert "1 annen fil" in screen.zone.look.text()
    screen.report.more.click()
    assert any("tom.svar" in one.text() for one in screen.report._names.findChildren(type(screen.report.heading)))
    view = screen.rounds.views[AFTER]
    assert view.persons.text() == "6 av 24 har levert (25 %)"
    assert not screen.rounds.views[BEFORE].close_round.isVisible()
    real.hand_in(card, inbox, 2, seed=8)
    screen.work._look_once()
    real.qtbot.waitUntil(lambda: screen.report.texts().get("Nye") == 8, timeout=LONG)
    real.settle()
    assert view.persons.text() == "8 av 24 har levert (33 %)"


def test_collecting_the_same_again_counts_nothing_twice(
    real: RealDesk, screen: CollectingScreen, tmp_path: Path
) -> None:
    """Dropped once more, all of them were had before."""
    card, inbox = real.cohort(), tmp_path / "inn"
    real.hand_in(card, inbox, 5)
    real.visit(screen, collecting(card.id))
    files = tuple(sorted(inbox.iterdir()))
    for expected in ({"Nye": 5}, {"Hadde fra før": 5}):
        drop(screen, files)
        wait_until_read(screen, real)
        assert screen.report.texts() == expected
    assert screen.rounds.views[AFTER].persons.text().startswith("5 av 24")


def drop(screen: CollectingScreen, files: tuple[Path, ...]) -> None:
    """Drop files on the zone, as a mouse does."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
    actions, buttons = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    event = QDropEvent(QPointF(5, 5), actions, data, buttons, Qt.KeyboardModifier.NoModifier)
    screen.zone.dropEvent(event)


def test_stopping_keeps_what_was_taken_in(real: RealDesk, screen: CollectingScreen, tmp_path: Path) -> None:
    """The rest is neither lost nor counted, and can be taken in later."""
    card, inbox = real.cohort(), tmp_path / "inn"
    real.hand_in(card, inbox, 8)
    real.visit(screen, collecting(card.id))
    screen.work.begun.connect(screen.working.stop.click)
    screen.zone.folder_given.emit(inbox)
    wait_until_read(screen, real)
    assert screen.report.heading.text().startswith("Stoppet.")
    assert screen.work.folder is None
    screen.work.begun.disconnect(screen.working.stop.click)
    screen.zone.given.emit((inbox,))
    wait_until_read(screen, real)
    assert screen.rounds.views[AFTER].persons.text().startswith("8 av 24")


def test_a_stick_pulled_out_is_one_sentence(real: RealDesk, screen: CollectingScreen, tmp_path: Path) -> None:
    """The folder is not followed any more, and what was taken in is kept."""
    card = real.cohort()
    real.visit(screen, collecting(card.id))
    screen.zone.folder_given.emit(tmp_path / "E")
    real.settle()
    assert any("Finner ikke mappa" in text for text in real.texts())
    assert not screen.zone.folder.isVisible()


def test_what_could_not_be_taken_in_is_looked_at_again(
    real: RealDesk, screen: CollectingScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The database was full: one sentence, and the files of the folder are taken in at the next look, each once."""
    card, inbox, collect = real.cohort(), tmp_path / "inn", collecting_work._collect
    real.hand_in(card, inbox, 5)
    real.visit(screen, collecting(card.id))

    def full(*_arguments: object) -> None:
        raise refusal("disk-full", file="innsamling.db")

    monkeypatch.setattr(collecting_work, "_collect", full)
    screen.zone.folder_given.emit(inbox)
    real.qtbot.waitUntil(lambda: bool(real.told), timeout=LONG)
    real.settle()
    assert not screen.report.isVisible()
    assert not screen.work.is_busy
    monkeypatch.setattr(collecting_work, "_collect", collect)
    screen.work._look_once()
    wait_until_read(screen, real)
    assert screen.report.texts() == {"Nye": 5}


def test_closing_is_asked_about_and_final(real: RealDesk, screen: CollectingScreen, tmp_path: Path) -> None:
    """The safe answer closes nothing; the other does, and leads to the results."""
    card, inbox = real.cohort(), tmp_path / "inn"
    real.hand_in(card, inbox, 6)
    real.visit(screen, collecting(card.id))
    screen.zone.folder_given.emit(inbox)
    wait_until_read(screen, real)
    view = screen.rounds.views[AFTER]
    for role, closed in (("RejectRole", False), ("AcceptRole", True)):
        view.close_round.click()
        answer(screen, role)
        real.settle()
        assert view.see.isVisible() is closed
    assert view.words.text() == "Lukket. Resultatene er klare."
    view.see.click()
    assert real.navigator.here == results(card.id, AFTER)


def answer(screen: CollectingScreen, role: str) -> None:
    """Answer the question on the screen."""
    question = screen._asking.question
    assert isinstance(question, QMessageBox)
    next(one for one in question.buttons() if question.buttonRole(one).name == role).click()


def test_closing_with_too_few_is_warned_of(real: RealDesk, screen: CollectingScreen, tmp_path: Path) -> None:
    """Four answers closed are four answers nobody will ever see, and the question says so."""
    card, inbox = real.cohort(), tmp_path / "inn"
    real.hand_in(card, inbox, 4)
    real.visit(screen, collecting(card.id))
    screen.zone.folder_given.emit(inbox)
    wait_until_read(screen, real)
    screen.rounds.views[AFTER].close_round.click()
    assert "Færre enn 5 har levert" in screen._asking.question.informativeText()
    answer(screen, "AcceptRole")
    real.settle()
    view = screen.rounds.views[AFTER]
    assert not view.see.isVisible()
    assert "ingenting vises" in view.words.text()


def test_those_who_came_late_wait_and_enter_together(real: RealDesk, screen: CollectingScreen, tmp_path: Path) -> None:
    """Four wait; with the fifth they can be let in, and then they count."""
    card, inbox = real.cohort(), tmp_path / "inn"
    real.hand_in(card, inbox, 6)
    real.visit(screen, collecting(card.id))
    screen.zone.folder_given.emit(inbox)
    wait_until_read(screen, real)
    screen._close(AFTER)
    real.settle()
    view = screen.rounds.views[AFTER]
    for count, enough in ((4, False), (1, True)):
        late = tmp_path / f"sent-{count}"
        real.hand_in(card, late, count, seed=100 + count)
        screen.zone.folder_given.emit(late)
        wait_until_read(screen, real)
        assert screen.report.texts() == {"Venter": count}
        assert view.let_in.isVisible() is enough
    view.let_in.click()
    answer(screen, "AcceptRole")
    real.settle()
    assert view.persons.text().startswith("11 av 24")
    assert not view.waiting.isVisible()


def test_a_reminder_is_copied(real: RealDesk, screen: CollectingScreen) -> None:
    """It goes to everybody, for nobody knows who has handed in."""
    card = real.cohort()
    real.visit(screen, collecting(card.id))
    screen.rounds.views[AFTER].remind.click()
    real.settle()
    assert "Etter kurset" in QGuiApplication.clipboard().text()
    assert any("kopiert" in text for text in real.texts())


def test_another_cohort_is_another_screen(real: RealDesk, screen: CollectingScreen, tmp_path: Path) -> None:
    """A file of the first cohort is told apart in the second, and nothing shown of the one stays with the other."""
    first, second, inbox = real.cohort(), real.cohort(name="Høst 2026"), tmp_path / "inn"
    real.hand_in(first, inbox, 5)
    real.visit(screen, collecting(first.id))
    assert screen.chooser.isVisible()
    screen.zone.folder_given.emit(inbox)
    wait_until_read(screen, real)
    screen.chooser.menu.setCurrentIndex(screen.chooser.menu.findData(second.id))
    screen.chooser.menu.activated.emit(0)
    real.settle()
    assert not screen.report.isVisible()
    assert not screen.zone.folder.isVisible()
    screen.zone.folder_given.emit(inbox)
    wait_until_read(screen, real)
    assert screen.report.texts() == {"Annet kull eller skjema": 5}
    assert screen.rounds.views[AFTER].persons.text().startswith("0 av 24")


def test_locking_leaves_nothing_on_the_screen(real: RealDesk, screen: CollectingScreen, tmp_path: Path) -> None:
    """What was shown of a cohort is gone with the key."""
    card = real.cohort()
    real.visit(screen, collecting(card.id))
    screen.zone.folder_given.emit(tmp_path)
    real.desk.lock()
    assert not screen.rounds.views
    assert screen.work.folder is None


def test_every_state_has_its_words() -> None:
    """A name and a meaning for each, none alike."""
    names = {state_name(state) for state in FileState}
    meanings = {state_meaning(state) for state in FileState}
    assert len(names) == len(meanings) == len(FileState)
