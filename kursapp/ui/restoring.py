"""Reads the backups of the open profile and goes back to one, off the screen's thread."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from kursapp.domain.problem import Problem
from kursapp.ui.lane import hand_over
from kursapp.ui.tasks import Tasks

if TYPE_CHECKING:
    from kursapp.domain.backup import KeptBackup
    from kursapp.services.backups import Backups, State
    from kursapp.services.participant import Participant

Then = Callable[["State"], object]
Failed = Callable[[Problem], object]


class Restoring(QObject):
    """What the screen of backups asks for.

    ``found`` is why the profile's file cannot be opened, None where it can. ``restored`` tells that another file is in
    its place and everything is to be read anew; ``afresh`` that she begins with an empty one.
    """

    restored = Signal(object)
    afresh = Signal()

    def __init__(self, tasks: Tasks, make: Callable[[], Backups], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._make = tasks, make
        self.found: Problem | None = None
        tasks.profile_broken.connect(self._on_broken)
        tasks.profile_ready.connect(self._on_ready)

    def read(self, then: Then, failed: Failed) -> None:
        """Ask what backups there are, and what of now each of them lacks."""
        self._tasks.making(lambda: self._make().state(), partial(self._compare, then), failed)

    def restore(self, name: str, failed: Failed) -> bool:
        """Go back to a backup; False where something typed is not saved yet. ``restored`` tells when it is done."""
        if not self._tasks.flush():
            return False
        self._tasks.let_go_of_profile()
        self._tasks.making(lambda: self._make().restore(name), self.restored.emit, partial(self._on_refused, failed))
        return True

    def make_one(self, then: Callable[[object], object], failed: Failed) -> None:
        """Make a backup now, whether anything has changed or not."""
        self._tasks.profile(_back_up, then, failed)

    def begin_afresh(self) -> None:
        """Begin with an empty profile; what was set aside stays where it is."""
        self.afresh.emit()

    def _compare(self, then: Then, state: State) -> None:
        alone = partial(self._show_alone, then, state)
        self._tasks.profile(partial(_compared, state.backups), partial(_show_compared, then, state), alone)

    def _show_alone(self, then: Then, state: State, _found: Problem) -> None:
        """Show them all the same where the file cannot be opened: there is nothing to compare with."""
        hand_over(then, state)

    def _on_refused(self, failed: Failed, found: Problem) -> None:
        self._tasks.open_profile_again()
        hand_over(failed, found)

    @Slot(object)
    def _on_broken(self, found: Problem) -> None:
        self.found = found

    @Slot()
    def _on_ready(self) -> None:
        self.found = None


def _compared(backups: tuple[KeptBackup, ...], participant: Participant) -> tuple[KeptBackup, ...]:
    return participant.profile.compare(backups)


def _show_compared(then: Then, state: State, backups: tuple[KeptBackup, ...]) -> None:
    from dataclasses import replace

    hand_over(then, replace(state, backups=backups))


def _back_up(participant: Participant) -> object:
    from kursapp.domain.backup import Occasion

    return participant.back_up_before(Occasion.DAILY)
