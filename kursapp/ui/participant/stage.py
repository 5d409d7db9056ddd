"""What the stages of a quiz or a form have in common: a column that asks with signals and knows where the keyboard goes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kursapp.ui.participant.page_ground import PageGround
from kursapp.ui.widgets.item_card import GUTTER, NARROW_GUTTER


class Stage(QWidget):
    """One stage. ``column`` keeps to the reading column's words; ``add_wide`` may use all of it."""

    def __init__(self, ground: PageGround, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ground = ground
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(16)
        self._insets: list[QWidget] = []
        self._gutter = GUTTER

    def add(self, widget: QWidget) -> None:
        """Add something in line with the running text."""
        self._insets.append(widget)
        widget.setContentsMargins(self._gutter, 0, self._gutter, 0)
        self._outer.addWidget(widget)

    def add_wide(self, widget: QWidget) -> None:
        """Add something that uses the whole column, such as a question's card."""
        self._outer.addWidget(widget)

    def set_narrow(self, narrow: bool) -> None:
        """Give the words more room where the window has little."""
        self._gutter = NARROW_GUTTER if narrow else GUTTER
        for widget in self._insets:
            widget.setContentsMargins(self._gutter, 0, self._gutter, 0)

    def first_focus(self) -> QWidget | None:
        """Return what gets the keyboard when the stage is shown."""
        return None

    def flush(self) -> None:
        """Send what is typed and not yet sent."""


def button_row(*buttons: QPushButton) -> QWidget:
    """Lay buttons from the left, the main one first."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 8, 0, 0)
    row.setSpacing(12)
    for one in buttons:
        row.addWidget(one, 0, Qt.AlignmentFlag.AlignVCenter)
    row.addStretch(1)
    return holder
