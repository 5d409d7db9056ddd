"""Which cohort a screen is about, chosen once for all of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from kursapp.services.cohort_cards import CohortCard
from kursapp.ui.desk import Desk
from kursapp.ui.i18n import _
from kursapp.ui.theme import scale
from kursapp.ui.widgets.text import label


class WheelFreeBox(QComboBox):
    """A menu that scrolling past leaves alone."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class CohortChooser(QWidget):
    """A menu of cohorts; hidden where there is only one. ``chosen`` tells the id of another."""

    chosen = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scale.S12)
        words = label(_("Kull"), "strong", wrap=False)
        self.menu = WheelFreeBox()
        self.menu.setAccessibleName(_("Kull"))
        self.menu.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        words.setBuddy(self.menu)
        row.addWidget(words)
        row.addWidget(self.menu, 1)
        self.menu.activated.connect(self._on_activated)

    def show_cohorts(self, cards: Sequence[CohortCard]) -> str:
        """List the cohorts and return the id of the one to show: the desk's, or the first; empty: there is none."""
        self.menu.clear()
        for card in cards:
            self.menu.addItem(card.cohort.name, card.id)
        wanted = self.menu.findData(self._desk.chosen)
        self.menu.setCurrentIndex(max(wanted, 0))
        self.setVisible(len(cards) > 1)
        self._desk.chosen = str(self.menu.currentData() or "") if cards else ""
        return self._desk.chosen

    @Slot()
    def _on_activated(self) -> None:
        self._desk.chosen = str(self.menu.currentData())
        self.chosen.emit(self._desk.chosen)
