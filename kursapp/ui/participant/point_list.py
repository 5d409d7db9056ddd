"""A few things to know before one begins: an icon and a sentence each, in a quiet box."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from kursapp.ui.theme.scale import S12, S16
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.text import IconLabel, label


class PointList(QFrame):
    """``points`` are pairs of icon and sentence. The icons are decoration."""

    def __init__(self, points: Iterable[tuple[str, str]], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "well")
        grid = QGridLayout(self)
        grid.setContentsMargins(S16, S16, S16, S16)
        grid.setHorizontalSpacing(S12)
        grid.setVerticalSpacing(S12)
        grid.setColumnStretch(1, 1)
        for row, (icon, sentence) in enumerate(points):
            grid.addWidget(IconLabel(theme, icon, "primary"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(sentence), row, 1)
