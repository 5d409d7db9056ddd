"""Buttons side by side, on as many lines as they need."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from kursapp.ui.theme import scale


class Flow(QWidget):
    """Lays its widgets out from the left and goes on to the next line where there is no more room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: list[QWidget] = []

    def add(self, widget: QWidget) -> None:
        """Put a widget at the end."""
        widget.setParent(self)
        self._parts.append(widget)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(width, move=False)

    def sizeHint(self) -> QSize:
        shown = self._shown()
        width = sum(each.sizeHint().width() + scale.S12 for each in shown)
        return QSize(width, max((each.sizeHint().height() for each in shown), default=0))

    def minimumSizeHint(self) -> QSize:
        shown = self._shown()
        return QSize(
            max((each.sizeHint().width() for each in shown), default=0),
            max((each.sizeHint().height() for each in shown), default=0),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place(event.size().width(), move=True)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # The parts got their looks, and with them their height, while nothing was shown: then Qt tells nobody.
        self.updateGeometry()
        self._place(self.width(), move=True)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._place(self.width(), move=True)
        return super().event(event)

    def _shown(self) -> list[QWidget]:
        return [each for each in self._parts if not each.isHidden()]

    def _place(self, width: int, *, move: bool) -> int:
        top = 0
        for row in self._rows(width):
            high = max(each.sizeHint().height() for each in row)
            left = 0
            for each in row:
                size = each.sizeHint()
                if move:
                    middle = top + (high - size.height()) // 2
                    each.setGeometry(left, middle, min(size.width(), max(width, 1)), size.height())
                left += size.width() + scale.S12
            top += high + scale.S8
        return max(top - scale.S8, 0)

    def _rows(self, width: int) -> list[list[QWidget]]:
        """Return what stands on each line."""
        rows: list[list[QWidget]] = []
        left = 0
        for each in self._shown():
            wide = each.sizeHint().width()
            if not rows or (left and left + wide > width):
                rows.append([])
                left = 0
            rows[-1].append(each)
            left += wide + scale.S12
        return rows
