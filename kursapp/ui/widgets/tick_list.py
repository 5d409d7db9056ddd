"""Things to tick: a box with words beside it that wrap, and a named list of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from kursapp.ui.theme import scale
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.text import label


class TickRow(QWidget):
    """A box to tick, and words beside it that wrap and can be clicked."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.box = QCheckBox()
        self.box.setAccessibleName(text)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scale.S12)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(text), 1, Qt.AlignmentFlag.AlignVCenter)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.box.setFocus(Qt.FocusReason.MouseFocusReason)
            self.box.click()
        super().mouseReleaseEvent(event)


class TickList(QWidget):
    """A named list of things to tick."""

    changed = Signal()

    def __init__(self, name: str, entries: Iterable[tuple[str, str]], ticked: Sequence[str] = ()) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.S4)
        column.addWidget(label(name, "strong"))
        self.boxes: dict[str, QCheckBox] = {}
        for value, text in entries:
            row = TickRow(text)
            row.box.setAccessibleName(f"{name}: {text}")
            row.box.setChecked(value in ticked)
            row.box.toggled.connect(self.changed)
            self.boxes[value] = row.box
            column.addWidget(row)
        self.error = label("", "error")
        self.error.hide()
        column.addWidget(self.error)

    def values(self) -> tuple[str, ...]:
        """Return what is ticked, in order."""
        return tuple(value for value, box in self.boxes.items() if box.isChecked())

    def show_error(self, text: str) -> None:
        """Say what is wrong with what is ticked; empty takes it away."""
        self.error.setText(text)
        self.error.setVisible(bool(text))
        if text:
            next(iter(self.boxes.values())).setFocus()
            announce(self, text)
