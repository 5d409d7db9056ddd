"""A desk over the real door: a real safe and a real collection in a folder of the test's own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from kursapp.domain.exporting import Unwatched
from kursapp.services.clock import SystemClock
from kursapp.services.cohort_cards import CohortCard, CohortDraft
from kursapp.services.coordinator_door import CoordinatorDoor
from kursapp.services.simulate import answer_files
from kursapp.ui.desk import Desk
from kursapp.ui.messages import Message, Messages
from kursapp.ui.navigation import Location, Navigator, cohorts
from kursapp.ui.screen import Screen
from kursapp.ui.theme.theme import Theme
from tests.services.coordinator.office_world import AFTER, BEFORE, QUIZ, OfferedPages
from tests.ui.conftest import LONG

PASSPHRASE = "fire ord som ikke hører sammen"


class OneCourse(QObject):
    """A shelf with one course on it."""

    changed = Signal()
    is_loaded = True

    def __init__(self) -> None:
        super().__init__()
        self.course = OfferedPages()

    def load(self) -> None:
        """Have loaded already."""

    def shelf(self) -> tuple[OfferedPages, ...]:
        """Return the course."""
        return (self.course,)

    def get(self, course_id: str) -> OfferedPages:
        """Return the course."""
        assert course_id == self.course.course.id
        return self.course


class RealDesk:
    """The parts a coordinator's screen is given, and what they said."""

    def __init__(self, folder: Path, theme: Theme, qtbot: QtBot) -> None:
        self.folder, self.theme, self.qtbot = folder, theme, qtbot
        self.out = folder / "ut"
        self.out.mkdir()
        self.desk = Desk(self._door)
        self.courses: Any = OneCourse()
        self.messages = Messages()
        self.told: list[Message] = []
        self.messages.shown.connect(self.told.append)
        self.desk.trouble.connect(self.messages.problem)
        self.navigator = Navigator(cohorts())

    def _door(self) -> CoordinatorDoor:
        return CoordinatorDoor(self.folder, SystemClock())

    def texts(self) -> list[str]:
        """Return what was said."""
        return [message.text for message in self.told]

    def ask(self, fn: Callable[[Any], Any]) -> Any:
        """Ask the coordinator's services and wait for the answer; a refusal fails the test."""
        heard: list[Any] = []
        self.desk.ask(fn, heard.append, heard.append)
        self.qtbot.waitUntil(lambda: bool(heard), timeout=LONG)
        return heard[0]

    def settle(self) -> None:
        """Wait until everything asked for has been answered on the screen's thread."""
        for _round in range(4):
            self.ask(_nothing)

    def open(self, *, simulated: bool = True) -> RealDesk:
        """Open the safe of made-up cohorts, or a real one."""
        with self.qtbot.waitSignal(self.desk.opened, timeout=LONG):
            if simulated:
                self.desk.open_simulated()
            else:
                self.desk.create(PASSPHRASE)
        return self

    def visit(self, screen: Screen, location: Location) -> None:
        """Go to a place of a screen, and wait until it is filled."""
        self.navigator.go(location)
        screen.enter(location)
        self.settle()

    def cohort(self, *, published: bool = True, name: str = "Vår 2026", **more: Any) -> CohortCard:
        """Make a cohort, and its file unless it is to be a draft."""
        draft = CohortDraft(
            name=name,
            starts=date(2026, 3, 2),
            ends=date(2026, 6, 1),
            keep_until=date(2026, 12, 1),
            invited=24,
            form_ids=(BEFORE, AFTER, QUIZ),
            **more,
        )

        def make(coordinator: Any) -> CohortCard:
            card = coordinator.create(draft, self.courses.course)
            if published:
                coordinator.recovery_code(card.id)
                coordinator.publish(card.id, self.out)
            return coordinator.card(card.id)

        made = self.ask(make)
        assert isinstance(made, CohortCard), made
        return made

    def hand_in(self, card: CohortCard, folder: Path, count: int = 12, form_id: str = AFTER, seed: int = 7) -> None:
        """Let made-up people hand in to a folder."""
        folder.mkdir(exist_ok=True)
        answer_files(card.cohort, form_id, folder, count=count, seed=seed, watch=Unwatched())

    def close(self) -> None:
        """Shut the door."""
        self.desk.close(LONG / 1000)


def _nothing(_coordinator: object) -> int:
    return 0
