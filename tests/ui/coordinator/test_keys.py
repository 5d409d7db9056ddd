"""Nøkler og personvern: the lock, another passphrase, and a cohort handed over or taken up again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from kursapp.domain.problem import problem
from kursapp.ui.coordinator.keys import KeysScreen
from kursapp.ui.navigation import keys
from tests.ui.conftest import LONG
from tests.ui.coordinator.real_desk import PASSPHRASE, RealDesk

Show = Callable[[QWidget], QWidget]
ANOTHER = "helt andre ord enn før"


@pytest.fixture
def screen(real: RealDesk, show: Show) -> KeysScreen:
    """Show the screen of an open, real desk."""
    real.open(simulated=False)
    return shown(real, show)


def shown(real: RealDesk, show: Show) -> KeysScreen:
    """Show a screen and fill it."""
    made = KeysScreen(real.desk, real.navigator, real.theme, real.messages)
    show(made)
    real.visit(made, keys())
    return made


@pytest.fixture
def other(real: RealDesk, tmp_path: Path) -> Iterator[RealDesk]:
    """Give another coordinator, on a machine of her own."""
    folder = tmp_path / "annen"
    folder.mkdir()
    made = RealDesk(folder, real.theme, real.qtbot).open(simulated=False)
    yield made
    made.close()


def test_locking_now(real: RealDesk, screen: KeysScreen) -> None:
    """One press, and the keys are forgotten, with all that was typed."""
    screen.passphrase.old.field.setText("noe")
    screen.lock.lock.click()
    assert not real.desk.is_open
    assert screen.passphrase.old.text() == ""


def test_another_passphrase(real: RealDesk, screen: KeysScreen) -> None:
    """A wrong one and two that differ are said at their lines; then the new one opens and the old one does not."""
    card = screen.passphrase
    card.change.click()
    assert card.old.error.isVisible()
    card.old.field.setText("feil frase helt klart")
    card.new.passphrase.field.setText(ANOTHER)
    card.new.again.field.setText(ANOTHER + "x")
    card.change.click()
    assert card.new.again.error.isVisible()
    card.new.again.field.setText(ANOTHER)
    card.change.click()
    real.qtbot.waitUntil(lambda: "Passordfrasen" in card.old.error.text(), timeout=LONG)
    card.old.field.setText(PASSPHRASE)
    card.change.click()
    real.qtbot.waitUntil(lambda: any("er byttet" in text for text in real.texts()), timeout=LONG)
    assert card.new.text() == ""
    real.desk.lock()
    heard: list[str] = []
    real.desk.open(PASSPHRASE, lambda found: heard.append(found.code))
    real.qtbot.waitUntil(lambda: heard == ["passphrase-wrong"], timeout=LONG)
    with real.qtbot.waitSignal(real.desk.opened, timeout=LONG):
        real.desk.open(ANOTHER)


def test_a_cohort_is_handed_over(real: RealDesk, screen: KeysScreen, other: RealDesk, show: Show) -> None:
    """A key file under its own passphrase, and the cohort file, are all another coordinator needs."""
    card = real.cohort()
    real.visit(screen, keys())
    giving, key_file = screen.hand_over, real.out / "vår.nokkel"
    giving.write.click()
    assert giving.error.text() == "Velg et kull."
    giving.cohorts.set_value(card.id)
    giving.write.click()
    assert giving.passphrase.passphrase.error.isVisible()
    giving.passphrase.passphrase.field.setText(ANOTHER)
    giving.passphrase.again.field.setText(ANOTHER)
    giving._on_path(card.id, key_file)
    real.qtbot.waitUntil(key_file.exists, timeout=LONG)
    real.settle()
    assert giving.passphrase.text() == ""
    taking = shown(other, show).take_over
    taking._show_key(key_file)
    cohort_file = next(real.out.glob("*.kull"))
    taking.passphrase.field.setText("feil frase helt klart")
    taking._on_cohort_file(cohort_file)
    real.qtbot.waitUntil(taking.error.isVisible, timeout=LONG)
    taking.passphrase.field.setText(ANOTHER)
    taking._on_cohort_file(cohort_file)
    real.qtbot.waitUntil(lambda: other.navigator.here.screen == "cohort-details", timeout=LONG)
    assert other.navigator.here.cohort == card.id


def test_a_cohort_is_taken_up_again_with_the_sheet(
    real: RealDesk, screen: KeysScreen, other: RealDesk, show: Show
) -> None:
    """The machine is gone; the sheet and the cohort file are enough."""
    card = real.cohort(published=False)
    code = real.ask(lambda coordinator: coordinator.recovery_code(card.id))
    real.ask(lambda coordinator: coordinator.publish(card.id, real.out))
    taking = shown(other, show).take_over
    taking.ways.choose("sheet")
    assert not taking.passphrase.isVisible()
    taking.go.click()
    assert taking.code.error.isVisible()
    taking.code.field.setText(code)
    taking.invited.field.setText("18")
    taking._on_cohort_file(next(real.out.glob("*.kull")))
    real.qtbot.waitUntil(lambda: other.navigator.here.cohort == card.id, timeout=LONG)
    assert other.ask(lambda coordinator: coordinator.card(card.id)).invited == 18


def test_the_demonstration_has_no_keys_to_hand_out(real: RealDesk, show: Show) -> None:
    """Its passphrase is known to all, and nothing of it leaves."""
    real.open()
    screen = shown(real, show)
    assert not any(card.isVisible() for card in (screen.passphrase, screen.hand_over, screen.take_over))


def test_what_is_unwise_about_the_server_is_said(screen: KeysScreen) -> None:
    """A database that logs statements is named, with the remedy."""
    screen.lock.show_warnings((problem("coordinator-locked", "", 0, 0),))
    assert screen.lock.warnings.isVisible()
    screen.lock.show_warnings(())
    assert not screen.lock.warnings.isVisible()
