"""Makes the one-step repairs of findings in the texts as they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kursapp.domain.problem import Problem, refusal
from kursapp.ui.drafting.buffers import Buffers
from kursapp.ui.drafting.checking import Checking
from kursapp.ui.drafting.files_thread import repaired_texts
from kursapp.ui.workbench import Workbench

if TYPE_CHECKING:
    from kursapp.services.draft import Draft

Failed = Callable[[Problem], object] | None

NO_ID = "no-id"


class Mending(QObject):
    """Works repairs out on the files' thread. ``mended`` carries a file, its text before, and the repaired one."""

    mended = Signal(str, str, str)

    def __init__(
        self, workbench: Workbench, buffers: Buffers, checking: Checking, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._workbench, self._buffers, self._checking = workbench, buffers, checking
        self._draft: Draft | None = None

    def work_on(self, draft: Draft | None) -> None:
        """Repair the texts of another draft from now on."""
        self._draft = draft

    def repair(self, problems: tuple[Problem, ...]) -> None:
        """Make repairs. What has changed since the check is left out; where nothing is left, that is told."""
        self._ask(problems, None)

    def write_ids(self, problems: Iterable[Problem], file: str) -> None:
        """Write the ids that are missing in a file. What cannot be done now is found again by the next check."""
        lacking = tuple(found for found in problems if found.file == file and found.code == NO_ID)
        if lacking:
            self._ask(lacking, _ignore)

    def outdated(self, file: str) -> None:
        """Tell that a text was written in while its repair was being worked out."""
        self._workbench.trouble.emit(refusal("repair-outdated", file=file).problem)

    def _ask(self, problems: tuple[Problem, ...], failed: Failed) -> None:
        if self._draft is not None:
            now = {each.file: each.text() for each in self._buffers.every()}
            work = partial(repaired_texts, self._draft, problems, self._checking.texts, now)
            self._workbench.ask(work, partial(self._on_repaired, self._draft), failed)

    def _on_repaired(self, draft: Draft, texts: Mapping[str, tuple[str, str]]) -> None:
        if draft is self._draft:
            for file, (before, after) in texts.items():
                self.mended.emit(file, before, after)


def _ignore(_found: Problem) -> None:
    """Leave it."""
