"""Kull: the courses that were held, are held, and are to be held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kursapp.services.cohort_cards import CohortCard, CohortState
from kursapp.ui.coordinator.cohort_words import facts, progress_words
from kursapp.ui.coordinator.demonstration import MadeUpCard
from kursapp.ui.coordinator.simulated import SimulatedLine
from kursapp.ui.courses import Courses
from kursapp.ui.desk import Desk
from kursapp.ui.i18n import _
from kursapp.ui.messages import Messages
from kursapp.ui.navigation import Location, Navigator, cohort_details, collecting, new_cohort
from kursapp.ui.picking import Picker
from kursapp.ui.screen import Screen
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.empty import EmptyState
from kursapp.ui.widgets.scroll import Column
from kursapp.ui.widgets.text import label

if TYPE_CHECKING:
    from kursapp.services.coordinator import Coordinator

COHORTS_WIDTH = 760


class CohortRow(Card):
    """One cohort: what it is, how far it has come, and the one next step."""

    asked = Signal(object)

    def __init__(self, card: CohortCard) -> None:
        super().__init__()
        self.cohort = card
        collects = card.state is CohortState.PUBLISHED
        self.go_on = button(_("Til innsamlingen") if collects else _("Gjør ferdig kullet"), "primary")
        self.details = button(_("Se kullet"))
        for each in (self.go_on, self.details):
            each.setAccessibleDescription(card.cohort.name)
        self.go_on.clicked.connect(self._on_go_on)
        self.details.clicked.connect(self._on_details)
        self.body.addWidget(label(card.cohort.name, "h2"))
        self.body.addWidget(label(facts(card), "muted"))
        self.body.addWidget(label(progress_words(card)))
        self.body.addSpacing(scale.S8)
        add_button_row(self.body, self.go_on, *((self.details,) if collects else ()))

    @Slot()
    def _on_go_on(self) -> None:
        collects = self.cohort.state is CohortState.PUBLISHED
        self.asked.emit(collecting(self.cohort.id) if collects else cohort_details(self.cohort.id))

    @Slot()
    def _on_details(self) -> None:
        self.asked.emit(cohort_details(self.cohort.id))


class CohortsScreen(Screen):
    """The list, the newest first, and the way to make one more."""

    def __init__(self, desk: Desk, courses: Courses, navigator: Navigator, theme: Theme, messages: Messages) -> None:
        super().__init__()
        self._desk, self._navigator = desk, navigator
        self.made_up = MadeUpCard(desk, courses, messages, Picker(self))
        self.made_up.made.connect(self._on_made_up)
        self.rows: list[CohortRow] = []
        self._scroll = Column(theme, COHORTS_WIDTH, self)
        column = self._scroll.column
        head = QHBoxLayout()
        column.addLayout(head)
        head.addWidget(label(_("Kull"), "h1"), 1)
        self.add = button(_("Lag et kull"), "primary")
        self.add.clicked.connect(self._on_add)
        head.addWidget(self.add, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addWidget(SimulatedLine(theme, desk))
        self._list = QVBoxLayout()
        column.addLayout(self._list)
        self._list.setSpacing(scale.S16)
        column.addWidget(self.made_up)
        column.addStretch(1)
        self._scroll.fill(self)

    def title(self) -> str:
        return _("Kull")

    def enter(self, location: Location) -> None:
        self.made_up.setVisible(self._desk.is_simulated)
        self._desk.ask(_cohorts, self._show)

    def first_focus(self) -> QWidget | None:
        if self.rows:
            return self.rows[0].go_on
        return self.made_up.make if self._desk.is_simulated else self.add

    def _show(self, cards: tuple[CohortCard, ...]) -> None:
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = [CohortRow(card) for card in cards]
        for row in self.rows:
            row.asked.connect(self._navigator.go)
            self._list.addWidget(row)
        self.add.setVisible(bool(cards))
        if not cards and not self._desk.is_simulated:
            text = _("Et kull er én gjennomføring av et kurs. Når du lager det, får du fila deltakerne åpner.")
            nothing = EmptyState(_("Ingen kull ennå"), text, _("Lag et kull"))
            nothing.chosen.connect(self._on_add)
            self._list.addWidget(nothing)

    @Slot(str)
    def _on_made_up(self, cohort_id: str) -> None:
        self._navigator.go(collecting(cohort_id))

    @Slot()
    def _on_add(self) -> None:
        self._navigator.go(new_cohort())


def _cohorts(coordinator: Coordinator) -> tuple[CohortCard, ...]:
    return coordinator.cohorts()
