"""A line of text that ends in "…" where there is no room for all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QWidget

from kursapp.ui.widgets.early import PLAIN_TEXT, put

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

LEAST_WIDTH = 48


class ElidedLabel(QLabel):
    """One line of plain text; all of it is the tooltip when it is cut, and always the accessible name."""

    def __init__(self, role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        put(self, PLAIN_TEXT)
        self.setProperty("role", role)
        self._whole = ""

    def show_text(self, text: str) -> None:
        """Show another text."""
        self._whole = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self._fit()

    def wanted_width(self) -> int:
        """Return how wide all of the text is, in logical pixels."""
        return self._around() + self.fontMetrics().horizontalAdvance(self._whole)

    def sizeHint(self) -> QSize:
        return QSize(self.wanted_width(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(LEAST_WIDTH, self.wanted_width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _around(self) -> int:
        """Return the width of the style sheet's padding."""
        return self.width() - self.contentsRect().width()

    def _fit(self) -> None:
        room = self.contentsRect().width()
        whole = self.fontMetrics().horizontalAdvance(self._whole) <= room
        shown = self._whole
        if not whole and self.isVisible():
            # Here, for the first use of the Qt namespace costs 20 ms and the first paint cuts nothing.
            from PySide6.QtCore import Qt

            shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        self.setToolTip("" if whole else self._whole)
        if shown != self.text():
            self.setText(shown)
