"""The participant's own checklist in running text."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kursapp.domain.course import Checklist
from kursapp.ui.i18n import _
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.check_row import CheckRow
from kursapp.ui.widgets.pictures import Pictures
from kursapp.ui.widgets.text import label


class ChecklistView(QWidget):
    """Ticks that are saved on this laptop only."""

    ticked = Signal(str, str, bool)
    link_activated = Signal(str)

    def __init__(self, checklist: Checklist, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.checklist = checklist
        self.setAccessibleName(_("Sjekkliste"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.rows = [CheckRow(item.id, item.text, theme, pictures) for item in checklist.items]
        for row in self.rows:
            row.ticked.connect(self._on_ticked)
            row.link_activated.connect(self.link_activated)
            column.addWidget(row)
        column.addWidget(label(_("Din egen sjekkliste. Forlater aldri maskinen."), "meta"))

    def set_ticks(self, ticked: Collection[str]) -> None:
        """Show what was ticked before."""
        for row in self.rows:
            row.set_ticked(row.item_id in ticked)

    def focus_first(self) -> None:
        """Put the keyboard on the first tick."""
        self.rows[0].box.setFocus()

    @Slot(str, bool)
    def _on_ticked(self, item_id: str, on: bool) -> None:
        self.ticked.emit(self.checklist.id, item_id, on)
