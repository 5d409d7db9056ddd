"""A menu of a few texts that the mouse wheel leaves alone, so that scrolling a page never changes an answer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from kursapp.ui.i18n import _


class MenuBox(QComboBox):
    """A choice of one among ``entries`` (value, text), or none: the first line says what to do."""

    def __init__(
        self, entries: Sequence[tuple[str, str]], name: str, prompt: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._prompt = prompt or _("Velg …")
        self.show_entries(entries)

    def show_entries(self, entries: Sequence[tuple[str, str]]) -> None:
        """Offer other entries; none is chosen."""
        self.clear()
        self.addItem(self._prompt, "")
        for value, text in entries:
            self.addItem(text, value)
            self.setItemData(self.count() - 1, text, Qt.ItemDataRole.ToolTipRole)

    def value(self) -> str:
        """Return the value chosen, empty where none is."""
        return str(self.currentData() or "")

    def set_value(self, value: str) -> None:
        """Choose a value; one that is not in the menu chooses none."""
        self.setCurrentIndex(max(self.findData(value), 0))

    def longest(self) -> int:
        """Return how wide the longest entry is, in px, without the frame and the arrow."""
        metrics = self.fontMetrics()
        return max(metrics.horizontalAdvance(self.itemText(index)) for index in range(self.count()))

    def showPopup(self) -> None:
        self.view().setMinimumWidth(min(self.longest() + 48, 640))
        super().showPopup()

    def minimumSizeHint(self) -> QSize:
        return QSize(96, super().minimumSizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
