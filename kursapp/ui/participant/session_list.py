"""The sessions of one day as rows: which are done, which is next, how long each takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kursapp.ui.i18n import _, minutes
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.row_button import RowButton

if TYPE_CHECKING:
    from kursapp.domain.course import Module, SessionHead
    from kursapp.domain.progress import Progress, Share


class SessionRow(RowButton):
    """One session one can go to."""

    asked = Signal(str)

    def __init__(self, theme: Theme, head: SessionHead, parent: QWidget | None = None) -> None:
        super().__init__(theme, head.title, parent=parent)
        self.head = head
        self.clicked.connect(self._ask)

    def show_share(self, share: Share, *, is_next: bool) -> None:
        """Show how far the session is, and whether it is where one goes on."""
        if share.fill >= 1:
            self.set_state("circle-check", "success", _("Ferdig"))
        elif share.fill > 0 or is_next:
            words = _("Påbegynt") if share.fill > 0 else time_of(self.head)
            self.set_state("circle-dot", "primary", words, strong=is_next)
        else:
            self.set_state("circle", "muted", time_of(self.head))

    @Slot()
    def _ask(self) -> None:
        self.asked.emit(self.head.id)


class SessionList(QWidget):
    """The rows of one module."""

    asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows: tuple[SessionRow, ...] = ()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(scale.S4)

    def show_module(self, module: Module, progress: Progress, next_session: str) -> None:
        """Show a module's sessions; ``next_session`` is the id of the one to go on with, or empty."""
        if [row.head for row in self.rows] != list(module.sessions):
            self._make_rows(module)
        for row in self.rows:
            row.show_share(progress.session(row.head.id), is_next=row.head.id == next_session)

    def _make_rows(self, module: Module) -> None:
        for row in self.rows:
            self._layout.removeWidget(row)
            row.deleteLater()
        self.rows = tuple(SessionRow(self._theme, head) for head in module.sessions)
        for row in self.rows:
            row.asked.connect(self.asked)
            self._layout.addWidget(row)


def time_of(head: SessionHead) -> str:
    """Return how long a session takes: what its author says, or what it was worked out to."""
    return minutes(head.minutes or head.workload)
