"""How certain one is of an answer, asked before the verdict: guessing, unsure or certain."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from kursapp.domain.response import Certainty
from kursapp.ui.i18n import _
from kursapp.ui.widgets.text import label


def certainty_words(certainty: Certainty) -> str:
    """Return the words of a degree of certainty."""
    words = {
        Certainty.GUESSING: _("Jeg gjetter"),
        Certainty.UNSURE: _("Litt usikker"),
        Certainty.CERTAIN: _("Sikker"),
    }
    return words[certainty]


class CertaintyRow(QWidget):
    """Three native radio buttons under an answer."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        question = _("Hvor sikker er du på svaret?")
        self.setAccessibleName(question)
        self._group = QButtonGroup(self)
        self._showing = False
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 0)
        column.setSpacing(4)
        column.addWidget(label(question, "meta"))
        self._steps = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        column.addLayout(self._steps)
        self._steps.setSpacing(24)
        for certainty in Certainty:
            button = QRadioButton(certainty_words(certainty))
            button.setAccessibleName(_("{question}: {step}").format(question=question, step=button.text()))
            self._group.addButton(button, int(certainty))
            self._steps.addWidget(button)
        self._steps.addStretch(1)
        self._group.idToggled.connect(self._on_toggled)

    def value(self) -> Certainty | None:
        """Return what was said, None while nothing was."""
        chosen = self._group.checkedId()
        return None if chosen < 0 else Certainty(chosen)

    def set_value(self, value: Certainty | None) -> None:
        """Show what was said before; None takes it away."""
        self._showing = True
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(value is not None and self._group.id(button) == int(value))
        self._group.setExclusive(True)
        self._showing = False

    def lock(self, locked: bool) -> None:
        """Let it only be read, or open again."""
        for button in self._group.buttons():
            button.setEnabled(not locked)

    def set_narrow(self, narrow: bool) -> None:
        """Put the steps under each other in a narrow column."""
        directions = QBoxLayout.Direction
        self._steps.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        self._steps.setSpacing(4 if narrow else 24)

    def focus_first(self) -> None:
        """Put the keyboard focus on the first step."""
        self._group.buttons()[0].setFocus()

    @Slot(int, bool)
    def _on_toggled(self, _step: int, checked: bool) -> None:
        if checked and not self._showing:
            self.changed.emit()
