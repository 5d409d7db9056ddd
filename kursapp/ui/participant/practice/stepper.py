"""A number among a few, with a button for less and one for more."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kursapp.ui.i18n import _
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.buttons import icon_button
from kursapp.ui.widgets.text import label


class NumberStepper(QWidget):
    """Two buttons around the number; at either end a press says so and changes nothing."""

    changed = Signal(int)

    def __init__(self, theme: Theme, name: str, steps: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps = tuple(steps)
        self._name = name
        self._number = self._steps[0]
        self.less = icon_button(theme, "minus", _("{name}: færre").format(name=name))
        self.more = icon_button(theme, "plus", _("{name}: flere").format(name=name))
        for step in (self.less, self.more):
            step.setProperty("look", "framed")
        self.words = label("", "strong", wrap=False)
        self.less.clicked.connect(self._on_less)
        self.more.clicked.connect(self._on_more)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scale.S4)
        layout.addWidget(label(name, "strong"))
        row = QHBoxLayout()
        layout.addLayout(row)
        row.setSpacing(scale.S12)
        for widget in (self.less, self.words, self.more):
            row.addWidget(widget)
        row.addStretch(1)

    @property
    def number(self) -> int:
        """The number chosen."""
        return self._number

    def show_number(self, number: int) -> None:
        """Show a number without telling anyone."""
        self._number = number
        self.words.setText(str(number))
        for step in (self.less, self.more):
            step.setAccessibleDescription(_("Nå: {n}").format(n=number))

    def _choose(self, number: int) -> None:
        if number != self._number:
            self.show_number(number)
            self.changed.emit(number)
        announce(self, f"{self._name}: {self._number}")

    @Slot()
    def _on_less(self) -> None:
        self._choose(max((step for step in self._steps if step < self._number), default=self._number))

    @Slot()
    def _on_more(self) -> None:
        self._choose(min((step for step in self._steps if step > self._number), default=self._number))
