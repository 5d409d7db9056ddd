"""A column that scrolls, never wider than one can read."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kursapp.ui.theme import scale
from kursapp.ui.widgets.early import NO_FOCUS, NO_SIDEWAYS_BAR, put


class Column(QScrollArea):
    """A scroll area with one centred column of at most ``width`` logical pixels; add to ``column``."""

    def __init__(self, width: int = scale.READING_WIDTH, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        put(self, NO_SIDEWAYS_BAR)
        put(self, NO_FOCUS)
        ground = QWidget()
        row = QHBoxLayout(ground)
        row.setContentsMargins(scale.S32, scale.S32, scale.S32, scale.S48)
        middle = QWidget()
        middle.setMaximumWidth(width)
        row.addStretch(1)
        row.addWidget(middle, 1000)
        row.addStretch(1)
        self.column = QVBoxLayout(middle)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(scale.S16)
        self.setWidget(ground)
