"""The files one is sent: let in by drop, by keyboard and from another start, and looked at as soon as they can be."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QKeySequence

from kursapp.app.people import is_flytt
from kursapp.domain.problem import refusal
from kursapp.ui.i18n import _
from kursapp.ui.navigation import Location, cohort_file, move_in, package_file
from kursapp.ui.participant.cohort.opening import CohortOpening
from kursapp.ui.participant.dropping import FileDrop
from kursapp.ui.participant.first_start import FirstStart
from kursapp.ui.participant.package.opening import PackageOpening
from kursapp.ui.participant.protect.unlock_screen import UnlockProfile

if TYPE_CHECKING:
    from kursapp.app.people import PeopleHere
    from kursapp.app.program import Program
    from kursapp.ui.messages import Messages
    from kursapp.ui.navigation import Navigator
    from kursapp.ui.parts import Parts

PACKAGE_FILE = ".kurs"
ANSWER_FILE = ".svar"


class Arriving(QObject):
    """Nothing is looked at before there is somebody to look at it: it waits as the program's ``file_wanted``."""

    def __init__(
        self, program: Program, people: PeopleHere, navigator: Navigator, messages: Messages, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._program, self._people, self._navigator, self._messages = program, people, navigator, messages

    def let_in(self, parts: Parts) -> None:
        """Take files by drop and by keyboard, wherever one is in the window there is now."""
        window, group = self._program.window, _("Programmet")
        drop = FileDrop(window)
        drop.dropped.connect(self.open)
        drop.refused.connect(self._messages.problem)
        cohorts, packages = CohortOpening(window, self._navigator), PackageOpening(window, self._navigator)
        keys = QKeySequence.StandardKey.Open
        parts.actions.add(window, "open-cohort", _("Åpne kullfil"), keys, cohorts.ask, group, everywhere=True)
        parts.actions.add(window, "open-package", _("Åpne kurspakke"), "", packages.ask, group, everywhere=True)

    @Slot(str)
    def open(self, path: str) -> None:
        """Look at a file, as soon as there is somebody to look at it."""
        first, file = self._program.first_screen, Path(path)
        if self._people.profile is not None and not isinstance(first, UnlockProfile):
            self._look_at(file)
        elif isinstance(first, FirstStart) and is_flytt(file):
            self._people.move_in(first, path)
        else:
            self._program.file_wanted = file

    @Slot()
    def open_wanted(self) -> None:
        """Look at the file that has waited, if one has."""
        wanted, self._program.file_wanted = self._program.file_wanted, None
        if wanted is not None:
            self.open(str(wanted))

    def _look_at(self, file: Path) -> None:
        """Go where a file is looked at; sealed answers are read nowhere but in a collection."""
        if file.suffix.lower() == ANSWER_FILE:
            self._messages.problem(refusal("answer-file-sealed", file=file.name).problem)
        else:
            self._navigator.go(place_of(file))


def place_of(file: Path) -> Location:
    """Return where a file is looked at, by its name."""
    if is_flytt(file):
        return move_in(str(file))
    return package_file(str(file)) if file.suffix.lower() == PACKAGE_FILE else cohort_file(str(file))
