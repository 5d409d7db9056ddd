"""The coordinator's desk for tests of her screens: open, over a collection of made-up people."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kursapp.services import coordinator_door
from kursapp.services.cohort_cards import DoorState
from kursapp.ui.actions import Actions
from kursapp.ui.desk import Desk
from kursapp.ui.messages import Message, Messages
from kursapp.ui.navigation import Location, Navigator, cohorts
from kursapp.ui.screen import Screen
from kursapp.ui.theme.theme import Theme
from kursapp.vault.passphrases import LIGHT
from tests.ui.conftest import LONG
from tests.ui.coordinator.made_up import MadeUpCoordinator, twelve
from tests.ui.coordinator.real_desk import RealDesk


class OpenDoor:
    """A door that any passphrase opens."""

    def __init__(self, coordinator: MadeUpCoordinator) -> None:
        self._coordinator = coordinator

    def state(self, *, simulated: bool = False) -> DoorState:
        """Say that there is a safe."""
        return DoorState(True, False, simulated)

    def open(self, _passphrase: str, *, simulated: bool = False) -> MadeUpCoordinator:
        """Open it."""
        return self._coordinator


class Office(NamedTuple):
    """The parts a coordinator's screen is given, around a collection of made-up people."""

    coordinator: MadeUpCoordinator
    desk: Desk
    navigator: Navigator
    theme: Theme
    messages: Messages
    actions: Actions
    told: list[Message]
    qtbot: QtBot

    def settle(self) -> None:
        """Wait until everything asked of the collection has been answered on the screen's thread."""
        for _round in range(3):
            done: list[object] = []
            self.desk.ask(_nothing, done.append)
            self.qtbot.waitUntil(lambda done=done: len(done) == 1, timeout=LONG)

    def visit(self, screen: Screen, location: Location) -> None:
        """Go to a place of a screen as the window does, and wait until it is filled."""
        self.navigator.moved.connect(screen.enter, Qt.ConnectionType.UniqueConnection)
        self.navigator.go(location)
        self.settle()


def _nothing(_coordinator: object) -> int:
    return 0


@pytest.fixture
def open_office(qtbot: QtBot, theme: Theme) -> Iterator[Callable[..., Office]]:
    """Open a desk over made-up cohorts; ``persons`` answered in each."""
    desks: list[Desk] = []

    def do(persons: int = 22) -> Office:
        coordinator = MadeUpCoordinator(twelve(), persons)
        desk = Desk(lambda: OpenDoor(coordinator))  # type: ignore[arg-type, return-value]
        desks.append(desk)
        with qtbot.waitSignal(desk.opened, timeout=LONG):
            desk.open("x")
        messages, told = Messages(), []
        messages.shown.connect(told.append)
        desk.trouble.connect(messages.problem)
        return Office(coordinator, desk, Navigator(cohorts()), theme, messages, Actions(), told, qtbot)

    yield do
    for desk in desks:
        desk.close(10)


@pytest.fixture
def office(open_office: Callable[..., Office]) -> Office:
    """Open a desk over twelve cohorts of 22 made-up people."""
    return open_office()


@pytest.fixture
def real(qtbot: QtBot, theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[RealDesk]:
    """Give a desk over a real safe, whose passphrase is not as slow as it ought to be."""
    monkeypatch.setattr(coordinator_door, "STRONG", LIGHT)
    made = RealDesk(tmp_path, theme, qtbot)
    yield made
    made.close()
