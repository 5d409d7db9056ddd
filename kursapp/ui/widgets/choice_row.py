"""One choice among a few, as native radio buttons in a row that wraps."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QRadioButton, QVBoxLayout, QWidget

from kursapp.ui.theme import scale
from kursapp.ui.widgets.text import label


class Radio(QRadioButton):
    """A radio button that knows the value it stands for."""

    picked = Signal(str)

    def __init__(self, value: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.value = value
        self.toggled.connect(self._on_toggled)

    @Slot(bool)
    def _on_toggled(self, on: bool) -> None:
        if on:
            self.picked.emit(self.value)


class ChoiceRow(QWidget):
    """A named group of radio buttons; ``options`` are pairs of value and words."""

    picked = Signal(str)

    def __init__(
        self, name: str, options: Sequence[tuple[str, str]], chosen: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scale.S4)
        layout.addWidget(label(name, "strong"))
        self.radios = tuple(Radio(value, text, self) for value, text in options)
        for radio in self.radios:
            radio.setAccessibleName(f"{name}: {radio.text()}")
            radio.setChecked(radio.value == chosen)
            radio.picked.connect(self.picked)
            layout.addWidget(radio)

    def value(self) -> str:
        """Return the value chosen."""
        return next((radio.value for radio in self.radios if radio.isChecked()), "")

    def choose(self, value: str) -> None:
        """Show another choice."""
        for radio in self.radios:
            if radio.value == value:
                radio.setChecked(True)
