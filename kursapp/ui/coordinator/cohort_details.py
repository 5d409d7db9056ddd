"""One cohort: what is left to do before its file can be handed out, what it promised, who has taken part."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from kursapp.domain.attendance import Attendance
from kursapp.services.cohort_cards import CohortCard, CohortState, Deleted
from kursapp.ui.asking import Asking
from kursapp.ui.coordinator.cohort_attendance import AttendanceCard
from kursapp.ui.coordinator.cohort_codes import CodesCard
from kursapp.ui.coordinator.cohort_deleting import DeleteCard, DeletedCard
from kursapp.ui.coordinator.cohort_finishing import FileCard, SheetCard
from kursapp.ui.coordinator.cohort_words import facts, promises
from kursapp.ui.coordinator.fact_list import FactList
from kursapp.ui.coordinator.kullmerke import KullmerkeCard
from kursapp.ui.coordinator.simulated import SimulatedLine
from kursapp.ui.desk import Desk
from kursapp.ui.i18n import _
from kursapp.ui.messages import Messages
from kursapp.ui.navigation import Location, Navigator, cohorts, collecting
from kursapp.ui.picking import Picker
from kursapp.ui.screen import Screen
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.scroll import Column
from kursapp.ui.widgets.text import label

if TYPE_CHECKING:
    from kursapp.services.coordinator import Coordinator

DETAILS_WIDTH = 760


class CohortDetailsScreen(Screen):
    """What is next stands first: the recovery sheet, then the file, then collecting."""

    def __init__(self, desk: Desk, navigator: Navigator, theme: Theme, messages: Messages) -> None:
        super().__init__()
        self._desk, self._navigator, self._messages = desk, navigator, messages
        self._cohort_id = ""
        self._title = label("", "h1")
        self._under = label("", "muted")
        picker, asking = Picker(self), Asking(self)
        self.mark = KullmerkeCard()
        self.collect = button(_("Til innsamlingen"), "primary")
        self.sheet = SheetCard(desk, messages, picker)
        self.file = FileCard(desk, messages, picker)
        self.codes = CodesCard(desk, messages)
        self.attendance = AttendanceCard(theme)
        self.facts = FactList()
        self._promises = Card()
        self._promises.body.addWidget(label(_("Det dere lover deltakerne"), "h3"))
        self._promises.body.addWidget(self.facts)
        self.deleting = DeleteCard(desk, asking)
        self.deleted = DeletedCard()
        self._lay_out(theme)
        self._connect()

    def _lay_out(self, theme: Theme) -> None:
        self._scroll = Column(theme, DETAILS_WIDTH, self)
        column = self._scroll.column
        for widget in (SimulatedLine(theme, self._desk), self._title, self._under):
            column.addWidget(widget)
        self._parts = (
            self.mark,
            self.sheet,
            self.file,
            self.codes,
            self.attendance,
            self._promises,
            self.deleting,
        )
        column.addWidget(self.mark)
        add_button_row(column, self.collect)
        for part in self._parts[1:]:
            column.addWidget(part)
        column.addWidget(self.deleted)
        column.addStretch(1)
        self._scroll.fill(self)

    def _connect(self) -> None:
        self.collect.clicked.connect(self._on_collect)
        self.sheet.done.connect(self._on_done)
        self.file.done.connect(self._on_done)
        self.deleting.deleted.connect(self._on_deleted)
        self.deleted.closed.connect(self._on_closed)
        self._desk.locked.connect(self._forget)

    def title(self) -> str:
        return self._title.text() or _("Kull")

    def trail(self) -> tuple[tuple[str, Location], ...]:
        return ((_("Kull"), cohorts()),)

    def first_focus(self) -> QWidget | None:
        for each in (self.collect, self.file.make, self.sheet.make, self.deleted.close_button):
            if each.isVisibleTo(self):
                return each
        return self

    def enter(self, location: Location) -> None:
        if location.cohort != self._cohort_id:
            self._forget()
        self._cohort_id = self._desk.chosen = location.cohort
        self._desk.ask(_cohorts, self._show_cohorts)

    @Slot()
    def _forget(self) -> None:
        """Show nothing of the cohort that was shown."""
        self._cohort_id = ""
        self._title.clear()
        self._under.clear()
        self.sheet.code.hide()
        self.codes.forget()
        for part in (*self._parts, self.collect, self.deleted):
            part.hide()

    def _show_cohorts(self, cards: tuple[CohortCard, ...]) -> None:
        card = next((each for each in cards if each.id == self._cohort_id), None)
        if card is None:
            return
        self._title.setText(card.cohort.name)
        self._under.setText(facts(card))
        published = card.state is CohortState.PUBLISHED
        for part in (self.sheet, self.file, self.deleting, self.codes):
            part.show_cohort(card)
        self.facts.show_facts(promises(card.cohort))
        for shown, parts in (
            (True, (self.file, self._promises, self.deleting)),
            (published, (self.collect,)),
            (not published, (self.sheet,)),
            (card.cohort.rules.codes, (self.codes,)),
            (published and card.cohort.wants_progress, (self.attendance,)),
            (False, (self.deleted,)),
        ):
            for each in parts:
                each.setVisible(shown)
        if published:
            self._desk.ask(partial(_mark, card.id), partial(self._show_mark, card))
        if published and card.cohort.wants_progress:
            self._desk.ask(partial(_attendance, card.id), partial(self._show_people, card))
        self.title_changed.emit()

    def _show_mark(self, card: CohortCard, mark: Sequence[str]) -> None:
        if card.id == self._cohort_id:
            self.mark.show_mark(mark)
            self.mark.show()

    def _show_people(self, card: CohortCard, people: Sequence[Attendance]) -> None:
        if card.id == self._cohort_id:
            self.attendance.show_people(people, card.invited)

    @Slot()
    def _on_done(self) -> None:
        self._desk.tell_changed(self._cohort_id)
        self._desk.ask(_cohorts, self._show_cohorts)

    @Slot()
    def _on_collect(self) -> None:
        self._navigator.go(collecting(self._cohort_id))

    @Slot(object)
    def _on_deleted(self, deleted: Deleted) -> None:
        self._forget()
        self._desk.chosen = ""
        self._desk.tell_changed(deleted.cohort_id)
        self.title_changed.emit()
        self.deleted.show_deleted(deleted)
        self.deleted.show()
        self.deleted.close_button.setFocus()

    @Slot()
    def _on_closed(self) -> None:
        self._navigator.replace(cohorts())
        self._navigator.go(cohorts())


# On the desk's thread ------------------------------------------------------------------------------


def _cohorts(coordinator: Coordinator) -> tuple[CohortCard, ...]:
    return coordinator.cohorts()


def _mark(cohort_id: str, coordinator: Coordinator) -> tuple[str, ...]:
    return coordinator.mark(cohort_id)


def _attendance(cohort_id: str, coordinator: Coordinator) -> tuple[Attendance, ...]:
    return coordinator.attendance(cohort_id)
