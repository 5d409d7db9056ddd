"""A column that scrolls, never wider than one can read."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.early import NO_FOCUS, NO_SIDEWAYS_BAR, put


class Column(QScrollArea):
    """A scroll area with one centred column; add to ``column``.

    It is at most ``width`` logical pixels at 100 %, and wider as the text grows: a line keeps its number of letters.
    """

    def __init__(self, theme: Theme, width: int = scale.READING_WIDTH, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._width = theme, width
        self.setWidgetResizable(True)
        put(self, NO_SIDEWAYS_BAR)
        put(self, NO_FOCUS)
        self._ground = ground = QWidget()
        self._row = row = QHBoxLayout(ground)
        row.setContentsMargins(scale.S32, scale.S32, scale.S32, scale.S48)
        self._middle = middle = QWidget()
        row.addStretch(1)
        row.addWidget(middle, 1000)
        row.addStretch(1)
        self.column = QVBoxLayout(middle)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(scale.S16)
        self.setWidget(ground)
        theme.changed.connect(self._on_theme)
        self._on_theme()

    def fill(self, owner: QWidget) -> None:
        """Be all that ``owner`` shows, edge to edge."""
        layout = QVBoxLayout(owner)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self)

    def set_margins(self, left: int, top: int, right: int, bottom: int) -> None:
        """Leave less air around the column than a whole screen has, or more."""
        self._row.setContentsMargins(left, top, right, bottom)

    def bring_up_to_date(self) -> None:
        """Lay out what was added just now, so that it can be scrolled to at once."""
        for each in (*self._ground.findChildren(QWidget), self._ground):
            layout = each.layout()
            if layout is not None:
                layout.activate()
        self._ground.adjustSize()

    @Slot()
    def _on_theme(self) -> None:
        self._middle.setMaximumWidth(self._theme.px(self._width))
