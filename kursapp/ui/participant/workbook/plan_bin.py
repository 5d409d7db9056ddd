"""The steps that were taken out of the plan, and the way back for each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from kursapp.domain.plan import PlanStep
from kursapp.ui.i18n import _, n_
from kursapp.ui.participant.workbook.words import step_words
from kursapp.ui.theme import scale
from kursapp.ui.widgets.buttons import button, left

STEP = "step"


class PlanBin(QWidget):
    """A button that says how many there are, and unfolds them."""

    restore_wanted = Signal(str)
    empty_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[PlanStep, ...] = ()
        self._is_open = False
        self.head = button("", "tertiary")
        self.head.clicked.connect(self._toggle)
        self.rows: list[QPushButton] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(scale.S4)
        self._layout.addWidget(left(self.head))
        self._list = QWidget()
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(scale.S16, 0, 0, 0)
        self._rows.setSpacing(scale.S4)
        self.empty = button(_("Slett disse for godt"), "tertiary")
        self.empty.clicked.connect(self.empty_wanted)
        self._foot = left(self.empty)
        self._layout.addWidget(self._list)
        self._list.hide()
        self.hide()

    def show_steps(self, steps: Sequence[PlanStep]) -> None:
        """Show what lies in the bin; nothing at all where it is empty."""
        if tuple(steps) != self._steps:
            self._steps = tuple(steps)
            self._fill()
        if not steps:
            self._is_open = False
        self._list.setVisible(self._is_open)
        self.setVisible(bool(steps))

    def _fill(self) -> None:
        while (shown := self._rows.takeAt(0)) is not None:
            widget = shown.widget()
            if widget is not None and widget is not self._foot:
                widget.hide()
                widget.deleteLater()
        self.rows = []
        for step in self._steps:
            row = button(_("Hent tilbake: {text}").format(text=step_words(step.text)), "tertiary")
            row.setProperty(STEP, step.id)
            row.clicked.connect(self._on_row)
            self._rows.addWidget(left(row))
            self.rows.append(row)
        self._rows.addWidget(self._foot)
        count = len(self._steps)
        self.head.setText(n_("Vis {n} fjernet steg", "Vis {n} fjernede steg", count).format(n=count))

    @Slot()
    def _toggle(self) -> None:
        self._is_open = not self._is_open
        self._list.setVisible(self._is_open)
        if self._is_open and self.rows:
            self.rows[0].setFocus()

    @Slot()
    def _on_row(self) -> None:
        self.restore_wanted.emit(self.sender().property(STEP))
