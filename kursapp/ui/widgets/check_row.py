"""A tick beside rich text: a native check box without text, and a label one can click."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from kursapp.domain.course import Rich
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.pictures import Pictures
from kursapp.ui.widgets.rich_label import RichLabel


class CheckRow(QWidget):
    """One thing to tick. ``ticked`` only comes when a person does it."""

    ticked = Signal(str, bool)
    link_activated = Signal(str)

    def __init__(
        self, item_id: str, text: Rich, theme: Theme, pictures: Pictures, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.item_id = item_id
        self.box = QCheckBox()
        self.box.setAccessibleName(text.plain)
        self._words = RichLabel(text, theme, pictures)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(8)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.box.clicked.connect(self._on_clicked)
        self._words.clicked.connect(self._click)
        self._words.link_activated.connect(self.link_activated)

    def set_ticked(self, on: bool) -> None:
        """Show what was ticked before, without telling anyone."""
        self.box.setChecked(on)

    @Slot()
    def _click(self) -> None:
        self.box.setFocus(Qt.FocusReason.MouseFocusReason)
        self.box.click()

    @Slot(bool)
    def _on_clicked(self, on: bool) -> None:
        self.ticked.emit(self.item_id, on)
