"""Walking a list from the line one types on: arrows and pages step in it, Enter takes what is chosen there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit


class ListKeys(QObject):
    """Listens to a field. ``stepped`` by so many rows, ``page`` of them at Page Up and Down; ``taken`` at Enter."""

    stepped = Signal(int)
    taken = Signal()

    def __init__(self, field: QLineEdit, page: int) -> None:
        super().__init__(field)
        self._steps: dict[int, int] = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_PageUp: -page,
        }
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        if event.key() in self._steps:
            self.stepped.emit(self._steps[event.key()])
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
            return True
        return False
