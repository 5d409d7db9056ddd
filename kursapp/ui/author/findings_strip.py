"""The findings of one file of the open draft, under its text."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kursapp.domain.problem import Problem
from kursapp.ui.author.finding_words import spoken
from kursapp.ui.author.findings_panel import FindingsPanel
from kursapp.ui.author.findings_work import FindingsWork
from kursapp.ui.drafting.open_draft import OpenDraft
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.announce import announce


class FindingsStrip(QWidget):
    """Follows the check. ``chosen`` tells which finding is looked at, ``line_wanted`` that its line is asked for."""

    chosen = Signal(object)
    line_wanted = Signal(object)
    counted = Signal(int)

    def __init__(self, draft: OpenDraft, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._file = ""
        self._waiting: tuple[Problem, ...] | None = None
        self.panel = FindingsPanel(theme)
        self.work = FindingsWork(draft, self.panel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.panel)
        self.setFocusProxy(self.panel.list)
        self.panel.chosen.connect(self.chosen)
        self.panel.line_wanted.connect(self.line_wanted)
        draft.problems_changed.connect(self._show)
        draft.opened.connect(self._show)

    def show_file(self, file: str) -> None:
        """Show the findings of a file, and those of the course as a whole."""
        self._file = file
        self._show()

    def show_finding(self, found: Problem) -> None:
        """Show one of them in full."""
        self._catch_up()
        self.panel.choose(found)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._catch_up()

    @Slot()
    def go_to_next(self) -> None:
        """Go to the next finding of the file, in the list and in the text."""
        self._step(1)

    @Slot()
    def go_to_previous(self) -> None:
        """Go to the finding before, in the list and in the text."""
        self._step(-1)

    def _step(self, step: int) -> None:
        self._catch_up()
        self.panel.list.step(step)
        found = self.panel.list.current()
        if found is not None:
            announce(self, spoken(found))
            self.line_wanted.emit(found)

    @Slot()
    def _show(self) -> None:
        of_file = [found for found in self._draft.problems if found.file in (self._file, "")]
        self._waiting = tuple(of_file)
        if self.isVisible():
            self._catch_up()
        self.counted.emit(len(of_file))

    def _catch_up(self) -> None:
        """Show what has been found meanwhile: while the list is folded away, nothing is built."""
        if self._waiting is not None:
            self.panel.set_findings(self._waiting)
            self._waiting = None
