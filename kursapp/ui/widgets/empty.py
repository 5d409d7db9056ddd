"""What stands where there is nothing yet."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kursapp.ui.theme import scale
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.text import label


class EmptyState(QWidget):
    """Says what goes here, why it is empty, and offers one action (none where ``action`` is empty)."""

    chosen = Signal()

    def __init__(self, title: str, text: str, action: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, scale.S32, 0, scale.S32)
        layout.setSpacing(scale.S8)
        layout.addWidget(label(title, "h3"))
        layout.addWidget(label(text, "muted"))
        if action:
            layout.addSpacing(scale.S8)
            self.action = button(action, "primary")
            self.action.clicked.connect(self.chosen)
            add_button_row(layout, self.action)
