"""Taking files in, one lot after another, and looking into a folder for more while somebody watches."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kursapp.domain.problem import Problem
from kursapp.domain.submission import FileOutcome
from kursapp.services.answer_folder import AnswerFolder
from kursapp.services.cohort_cards import Collected
from kursapp.ui.desk import Desk
from kursapp.ui.watch import Watch

if TYPE_CHECKING:
    from kursapp.services.coordinator import Coordinator

BETWEEN_LOOKS = 4000
"""Milliseconds between two looks into the folder."""
SHOWN_AFTER = 300
"""Milliseconds work may take before it is shown that it goes on."""


class Collecting(QObject):
    """One lot at a time: what is given meanwhile waits.

    ``outcomes`` are those of what was given last; files that turn up in a followed folder are added to them.
    ``looked`` tells how many files were new in the folder, and how many there are of other kinds; ``folder_lost`` that
    it cannot be looked into any more.
    """

    begun = Signal()
    slow = Signal()
    progressed = Signal(int, int)
    finished = Signal()
    looked = Signal(int, int)
    folder_lost = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._cohort_id = ""
        self._folder: AnswerFolder | None = None
        self._watch: Watch | None = None
        self._waiting: list[Path] = []
        self._is_looked_at = False
        self._is_looking = False
        self.outcomes: tuple[FileOutcome, ...] = ()
        self.was_stopped = False
        self._polling = QTimer(self)
        self._polling.setInterval(BETWEEN_LOOKS)
        self._polling.timeout.connect(self._look_once)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(SHOWN_AFTER)
        self._patience.timeout.connect(self.slow)

    @property
    def is_busy(self) -> bool:
        """Say whether a lot is being taken in."""
        return self._watch is not None

    @property
    def folder(self) -> Path | None:
        """The folder looked into, None where there is none."""
        return self._folder.folder if self._folder is not None else None

    def turn_to(self, cohort_id: str) -> None:
        """Work for another cohort: what belongs to the one before is stopped and left."""
        self.stop()
        self._cohort_id, self.outcomes, self.was_stopped = cohort_id, (), False

    def take(self, files: Sequence[Path]) -> None:
        """Take these in, folders with all that is in them."""
        self.outcomes, self.was_stopped = (), False
        self._add(files)

    def follow(self, folder: Path | None) -> None:
        """Take in what lies in a folder, and what comes while this is looked at; None: no folder any more."""
        self.outcomes, self.was_stopped = (), False
        self._folder = AnswerFolder(folder) if folder is not None else None
        self._look_once()

    def look(self, looked_at: bool) -> None:
        """Look into the folder from time to time while somebody looks at the screen, and not otherwise."""
        self._is_looked_at = looked_at
        if looked_at:
            self._polling.start()
            self._look_once()
        else:
            self._polling.stop()

    @Slot()
    def stop(self) -> None:
        """Stop after what is being taken in now, and look into no folder; what was taken in is kept."""
        self._waiting, self._folder = [], None
        if self._watch is not None:
            self._watch.cancel()

    @Slot()
    def _look_once(self) -> None:
        if self._folder is None or self._is_looking or self.is_busy or not self._is_looked_at:
            return
        self._is_looking = True
        self._desk.ask(partial(_fresh, self._folder), partial(self._on_fresh, self._folder), self._on_lost)

    def _on_fresh(self, folder: AnswerFolder, files: tuple[Path, ...]) -> None:
        self._is_looking = False
        if folder is self._folder:
            self.looked.emit(len(files), folder.others)
            self._add(files)

    def _on_lost(self, found: Problem) -> None:
        self._is_looking = False
        self._folder = None
        self._desk.trouble.emit(found)
        self.folder_lost.emit(found)

    def _add(self, files: Sequence[Path]) -> None:
        self._waiting += files
        if not self.is_busy:
            self._next()

    def _next(self) -> None:
        files, self._waiting = tuple(self._waiting), []
        if not files or not self._cohort_id:
            return
        self._watch = self._desk.watch()
        self._watch.progressed.connect(self.progressed)
        self._patience.start()
        self.begun.emit()
        work = partial(_collect, self._cohort_id, files, self._watch)
        self._desk.ask(work, partial(self._on_collected, self._cohort_id), self._on_failed)

    def _on_collected(self, cohort_id: str, collected: Collected) -> None:
        if cohort_id == self._cohort_id:
            self.outcomes += collected.outcomes
            self.was_stopped = collected.cancelled
        self._end()

    def _on_failed(self, found: Problem) -> None:
        if self._folder is not None:
            # What could not be taken in is looked at again: nothing of it was counted, or it counts once.
            self._folder.forget()
        self._desk.trouble.emit(found)
        self._end()

    def _end(self) -> None:
        self._patience.stop()
        if self._watch is not None:
            self._watch.deleteLater()
        self._watch = None
        self.finished.emit()
        self._next()


# On the desk's thread ------------------------------------------------------------------------------


def _fresh(folder: AnswerFolder, _coordinator: Coordinator) -> tuple[Path, ...]:
    return folder.fresh()


def _collect(cohort_id: str, files: Sequence[Path], watch: Watch, coordinator: Coordinator) -> Collected:
    return coordinator.collect(cohort_id, _every_file(files), watch)


def _every_file(given: Sequence[Path]) -> tuple[Path, ...]:
    """Return the files given, and those in the folders given."""
    found: list[Path] = []
    for path in given:
        found += AnswerFolder(path).fresh() if path.is_dir() else (path,)
    return tuple(found)
