"""One choice among a few kinds, each with a line on what it is for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kursapp.ui.theme import scale
from kursapp.ui.widgets.choice_row import Radio
from kursapp.ui.widgets.text import label

INDENT = scale.S32


class Kind(NamedTuple):
    """What can be chosen: its value, its name, and what it is for."""

    value: str
    name: str
    use: str


class DescribedChoice(QWidget):
    """Native radio buttons by name; what each kind is for stands below it and wraps, which a button's words do not."""

    picked = Signal(str)

    def __init__(self, title: str, kinds: Sequence[Kind], chosen: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scale.S4)
        layout.addWidget(label(title, "strong"))
        self.radios = tuple(Radio(kind.value, kind.name, self) for kind in kinds)
        values = [kind.value for kind in kinds]
        for radio, kind in zip(self.radios, kinds, strict=True):
            radio.setAccessibleName(f"{title}: {kind.name}")
            radio.setAccessibleDescription(kind.use)
            radio.setChecked(kind.value == (chosen if chosen in values else values[0]))
            radio.picked.connect(self.picked)
            use = label(kind.use, "muted")
            use.setContentsMargins(INDENT, 0, 0, scale.S4)
            layout.addWidget(radio)
            layout.addWidget(use)

    def value(self) -> str:
        """Return the kind chosen."""
        return next(radio.value for radio in self.radios if radio.isChecked())

    def choose(self, value: str) -> None:
        """Choose another kind."""
        for radio in self.radios:
            if radio.value == value:
                radio.setChecked(True)
