"""The coordinator's door on the screen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kursapp.ui.coordinator.unlock import UnlockScreen
from kursapp.ui.coordinator.unlock_panes import NewPane, OpenPane, RecoverPane
from kursapp.ui.navigation import cohorts
from tests.ui.conftest import LONG
from tests.ui.coordinator.real_desk import PASSPHRASE, RealDesk

Show = Callable[[QWidget], QWidget]


@pytest.fixture
def screen(real: RealDesk, show: Show) -> UnlockScreen:
    """Show the door of a desk that was never opened."""
    made = UnlockScreen(real.theme)
    made.work_with(real.desk)
    made.enter(cohorts())
    show(made)
    real.qtbot.waitUntil(lambda: made.pane is not None, timeout=LONG)
    return made


def again(screen: UnlockScreen, real: RealDesk, kind: type) -> None:
    """Come to the door once more, and wait for what stands there."""
    screen.enter(cohorts())
    real.qtbot.waitUntil(lambda: isinstance(screen.pane, kind), timeout=LONG)


def fill(pane: NewPane | RecoverPane, first: str, second: str) -> None:
    """Choose a passphrase."""
    pane.chosen.passphrase.field.setText(first)
    pane.chosen.again.field.setText(second)


def test_the_first_time_a_passphrase_is_chosen(real: RealDesk, screen: UnlockScreen, qtbot: QtBot) -> None:
    """Two that differ, a short one and the demonstration's are refused at the line; a good one opens, by Enter."""
    pane = screen.pane
    assert isinstance(pane, NewPane)
    fill(pane, "fire gode ord", "fire gale ord")
    pane.go.click()
    assert pane.chosen.again.error.isVisible()
    for bad in ("kort", "demo"):
        fill(pane, bad, bad)
        pane.go.click()
        qtbot.waitUntil(pane.chosen.passphrase.error.isVisible, timeout=LONG)
        assert pane.go.text() == "Ta i bruk arbeidsrommet"
        pane.chosen.passphrase.show_error("")
    fill(pane, PASSPHRASE, PASSPHRASE)
    with qtbot.waitSignal(real.desk.opened, timeout=LONG):
        qtbot.keyClick(pane.chosen.again.field, Qt.Key.Key_Return)


def test_a_passphrase_can_be_seen_while_it_is_typed(screen: UnlockScreen) -> None:
    """Dots until one asks; what was typed is forgotten when the screen is cleared."""
    pane = screen.pane
    assert isinstance(pane, NewPane)
    entry = pane.chosen.passphrase
    assert entry.field.echoMode() is QLineEdit.EchoMode.Password
    entry.shown.click()
    assert entry.field.echoMode() is QLineEdit.EchoMode.Normal
    entry.field.setText("hemmelig")
    pane.clear()
    assert entry.text() == ""
    assert entry.field.echoMode() is QLineEdit.EchoMode.Password


def test_the_next_time_it_is_asked_for(real: RealDesk, screen: UnlockScreen, qtbot: QtBot) -> None:
    """None and a wrong one are said at the line and leave the screen as it was; the right one opens."""
    real.open(simulated=False).desk.lock()
    again(screen, real, OpenPane)
    pane = screen.pane
    assert isinstance(pane, OpenPane)
    pane.go.click()
    assert pane.passphrase.error.text() == "Skriv passordfrasen."
    pane.passphrase.field.setText("noe helt annet enn det")
    pane.go.click()
    qtbot.waitUntil(lambda: "Passordfrasen" in pane.passphrase.error.text(), timeout=LONG)
    assert not real.desk.is_open
    pane.passphrase.field.setText(PASSPHRASE)
    with qtbot.waitSignal(real.desk.opened, timeout=LONG):
        pane.go.click()
    screen.leave()
    assert pane.passphrase.text() == ""


def test_the_sheet_opens_when_the_passphrase_is_lost(real: RealDesk, screen: UnlockScreen, qtbot: QtBot) -> None:
    """A code that is none is said at its line; the code on the sheet opens, with a new passphrase from then on."""
    card = real.open(simulated=False).cohort(published=False)
    code = real.ask(lambda coordinator: coordinator.recovery_code(card.id))
    real.desk.lock()
    again(screen, real, OpenPane)
    assert isinstance(screen.pane, OpenPane)
    screen.pane.lost.click()
    pane = screen.pane
    assert isinstance(pane, RecoverPane)
    pane.go.click()
    assert pane.code.error.isVisible()
    pane.code.field.setText("AAAA-BBBB")
    fill(pane, "en helt ny frase her", "en helt ny frase her")
    pane.go.click()
    qtbot.waitUntil(lambda: pane.code.error.isVisible() and pane.go.text().endswith("passordfrase"), timeout=LONG)
    pane.code.field.setText(code.lower().replace("-", " "))
    with qtbot.waitSignal(real.desk.opened, timeout=LONG):
        pane.go.click()
    real.desk.lock()
    with qtbot.waitSignal(real.desk.opened, timeout=LONG):
        real.desk.open("en helt ny frase her")


def test_the_demonstration_needs_no_passphrase(real: RealDesk, screen: UnlockScreen, qtbot: QtBot) -> None:
    """What opens is made up, and says so."""
    assert screen.pane is not None
    with qtbot.waitSignal(real.desk.opened, timeout=LONG):
        screen.pane._on_demonstration()
    assert real.desk.is_simulated
