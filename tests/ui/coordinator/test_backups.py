"""The way back to a backup of the collection: while it is open, and where it is damaged."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kursapp.ui.coordinator.backups import CollectionBackupsScreen
from kursapp.ui.coordinator.rescue_pane import RescuePane
from kursapp.ui.coordinator.unlock import UnlockScreen
from kursapp.ui.coordinator.unlock_panes import OpenPane
from kursapp.ui.navigation import cohorts, collection_backups
from tests.ui.conftest import LONG
from tests.ui.coordinator.real_desk import PASSPHRASE, RealDesk

Show = Callable[[QWidget], QWidget]


def names(real: RealDesk) -> list[str]:
    """Return the names of the cohorts there are."""
    return [card.cohort.name for card in real.ask(lambda coordinator: coordinator.cohorts())]


def test_going_back_and_undoing_by_keyboard(real: RealDesk, show: Show, qtbot: QtBot) -> None:
    """What would be missing stands there; a press goes back, and another undoes it."""
    real.open(simulated=False)
    real.ask(lambda coordinator: coordinator.back_up_now())
    real.cohort(published=False)
    screen = CollectionBackupsScreen(real.desk, real.navigator, real.theme, real.messages)
    show(screen)
    real.visit(screen, collection_backups())
    card = screen.list.cards[-1]
    assert "1 kull" in card.lost.text()
    with qtbot.waitSignal(real.desk.opened, timeout=LONG):
        qtbot.keyClick(card.use, Qt.Key.Key_Space)
    real.settle()
    assert names(real) == []
    assert any("er hentet" in text for text in real.texts())
    undo = next(card for card in screen.list.cards if "1 kull" in card.holds.text())
    with qtbot.waitSignal(real.desk.opened, timeout=LONG):
        qtbot.keyClick(undo.use, Qt.Key.Key_Return)
    assert names(real) == ["Vår 2026"]


def test_a_damaged_backup_is_said_to_be_and_the_collection_stays_open(real: RealDesk, show: Show, qtbot: QtBot) -> None:
    """What is damaged after the list was made is refused in a sentence."""
    real.open(simulated=False)
    made = real.ask(lambda coordinator: coordinator.back_up_now())
    real.cohort(published=False)
    screen = CollectionBackupsScreen(real.desk, real.navigator, real.theme, real.messages)
    show(screen)
    real.visit(screen, collection_backups())
    made.write_bytes(b"x" * 9000)
    qtbot.mouseClick(screen.list.cards[0].use, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(screen.error.text()), timeout=LONG)
    assert names(real) == ["Vår 2026"]


def test_the_door_of_a_damaged_collection_leads_to_its_backups(real: RealDesk, show: Show, qtbot: QtBot) -> None:
    """The right passphrase shows what there is to go back to, and what is chosen is opened."""
    real.open(simulated=False)
    real.cohort(published=False)
    real.ask(lambda coordinator: coordinator.back_up_now())
    path = real.ask(lambda coordinator: coordinator._office.collection.path)
    real.desk.lock()
    screen = UnlockScreen(real.theme)
    screen.work_with(real.desk)
    screen.enter(cohorts())
    show(screen)
    qtbot.waitUntil(lambda: isinstance(screen.pane, OpenPane), timeout=LONG)
    path.write_bytes(b"borte" * 3000)
    assert isinstance(screen.pane, OpenPane)
    screen.pane.passphrase.field.setText(PASSPHRASE)
    qtbot.keyClick(screen.pane.passphrase.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(screen.pane, RescuePane), timeout=LONG)
    pane = screen.pane
    assert isinstance(pane, RescuePane)
    qtbot.waitUntil(lambda: bool(pane.list.cards), timeout=LONG)
    with qtbot.waitSignal(real.desk.opened, timeout=LONG):
        qtbot.keyClick(pane.list.cards[0].use, Qt.Key.Key_Return)
    assert names(real) == ["Vår 2026"]


def test_without_a_backup_one_may_begin_with_an_empty_collection(real: RealDesk, show: Show, qtbot: QtBot) -> None:
    """It is said that there is none, and nothing is made before she says so."""
    real.open(simulated=False)
    path = real.ask(lambda coordinator: coordinator._office.collection.path)
    real.desk.lock()
    screen = UnlockScreen(real.theme)
    screen.work_with(real.desk)
    screen.enter(cohorts())
    show(screen)
    qtbot.waitUntil(lambda: isinstance(screen.pane, OpenPane), timeout=LONG)
    for each in path.parent.rglob("innsamling-*.db"):
        each.unlink()
    path.write_bytes(path.read_bytes()[:8192])
    assert isinstance(screen.pane, OpenPane)
    screen.pane.passphrase.field.setText(PASSPHRASE)
    screen.pane.go.click()
    qtbot.waitUntil(lambda: isinstance(screen.pane, RescuePane), timeout=LONG)
    pane = screen.pane
    assert isinstance(pane, RescuePane)
    qtbot.waitUntil(lambda: "ingen" in pane.state.text(), timeout=LONG)
    with qtbot.waitSignal(real.desk.opened, timeout=LONG):
        qtbot.mouseClick(pane.afresh, Qt.MouseButton.LeftButton)
    assert names(real) == []
