"""The line that says that what one sees is made up."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from kursapp.ui.desk import Desk
from kursapp.ui.i18n import _
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.buttons import button
from kursapp.ui.widgets.text import IconLabel, label


class SimulatedLine(QFrame):
    """Shown at the top of her screens while the safe of made-up cohorts is open; one press leads out of it."""

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setProperty("look", "simulated")
        row = QHBoxLayout(self)
        row.setContentsMargins(scale.S16, scale.S8, scale.S8, scale.S8)
        row.setSpacing(scale.S12)
        row.addWidget(IconLabel(theme, "info", "accent"), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(label(_("Demonstrasjon: alle kull og svar her er oppdiktet.")), 1)
        self.out = button(_("Avslutt demonstrasjonen"))
        self.out.clicked.connect(desk.lock)
        row.addWidget(self.out)
        desk.opened.connect(self._on_opened)
        self._on_opened()

    @Slot()
    def _on_opened(self) -> None:
        self.setVisible(self._desk.is_simulated)
