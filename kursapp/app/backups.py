"""The backups of the profile taken: made from its place, gone back to, and what the window does then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kursapp.domain.problem import Problem
from kursapp.services.clock import SystemClock
from kursapp.ui.i18n import _, moment
from kursapp.ui.messages import Message, MessageKind, Messages
from kursapp.ui.restoring import Restoring
from kursapp.ui.tasks import Tasks

if TYPE_CHECKING:
    from kursapp.app.people import PeopleHere
    from kursapp.app.program import Program
    from kursapp.services.backups import Backups, Restored

WITH_A_WAY_BACK = frozenset({"profile-damaged", "profile-missing"})
"""Why a profile's file cannot be opened where a backup may take its place."""


class BackupsHere(QObject):
    """``wanted`` tells that the screen of backups is to be shown: the profile's file is damaged or gone."""

    wanted = Signal()

    def __init__(self, program: Program, people: PeopleHere, tasks: Tasks, messages: Messages) -> None:
        super().__init__(people)
        self._program, self._people, self._tasks, self._messages = program, people, tasks, messages
        self.restoring = Restoring(tasks, self._open, self)
        self.restoring.restored.connect(self._on_restored)
        self.restoring.afresh.connect(self._begin_afresh)

    def take_up(self, found: Problem) -> bool:
        """Show the way back from a problem, and say whether there is one."""
        if found.code not in WITH_A_WAY_BACK:
            return False
        words = _("Arbeidet ditt kunne ikke åpnes.")
        self._messages.warn(words, _("Vis sikkerhetskopiene"), self.wanted.emit, found.code)
        self.wanted.emit()
        return True

    def _open(self) -> Backups:
        """Make what reads the backups; called on the thread that reads them."""
        from kursapp.services.backups import Backups
        from kursapp.storage.participant.profile_file import SCHEMA

        return Backups(self._people.database(), SCHEMA, self._people.key, SystemClock())

    @Slot(object)
    def _on_restored(self, restored: Restored) -> None:
        """Read everything anew, as a new start would."""
        words = _("Kopien fra {when} er hentet.").format(when=moment(restored.backup.made_at))
        if restored.kept:
            words += " " + _("Det som var der før, ligger som en egen sikkerhetskopi.")
        self._program.news = Message(words, MessageKind.DONE, 0)
        QTimer.singleShot(0, self._program.start_again)

    @Slot()
    def _begin_afresh(self) -> None:
        """Make an empty file for the profile, and open it as a new start would."""
        self._tasks.making(self._people.make_file, self._on_made, self._messages.problem)

    def _on_made(self, _nothing: None) -> None:
        QTimer.singleShot(0, self._program.start_again)
