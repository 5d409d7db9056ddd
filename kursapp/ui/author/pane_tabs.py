"""A row of tabs for parts that take turns where the window is narrow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QTabBar, QWidget


class PaneTabs(QTabBar):
    """``panes`` are pairs of value and name; ``chosen`` tells that another is wanted."""

    chosen = Signal(str)

    def __init__(self, panes: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = tuple(value for value, _name in panes)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        for _value, name in panes:
            self.addTab(name)
        self.currentChanged.connect(self._on_changed)

    @property
    def value(self) -> str:
        """The value chosen."""
        return self._values[self.currentIndex()]

    def choose(self, value: str) -> None:
        """Choose another."""
        self.setCurrentIndex(self._values.index(value))

    @Slot(int)
    def _on_changed(self, _index: int) -> None:
        self.chosen.emit(self.value)
