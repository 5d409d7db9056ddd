"""Innsamling: take in what the participants have handed in, see how many it is, and close a round."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from kursapp.services.cohort_cards import CohortCard, CohortState, RoundCard
from kursapp.ui.asking import Asking
from kursapp.ui.coordinator.cohort_chooser import CohortChooser
from kursapp.ui.coordinator.collecting_report import Report
from kursapp.ui.coordinator.collecting_round import RoundList, RoundView
from kursapp.ui.coordinator.collecting_work import Collecting
from kursapp.ui.coordinator.collecting_zone import DropZone, Working
from kursapp.ui.coordinator.simulated import SimulatedLine
from kursapp.ui.desk import Desk
from kursapp.ui.i18n import _
from kursapp.ui.messages import Messages
from kursapp.ui.navigation import Location, Navigator, cohorts, results
from kursapp.ui.picking import Picker
from kursapp.ui.screen import Screen
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.empty import EmptyState
from kursapp.ui.widgets.scroll import Column
from kursapp.ui.widgets.text import label

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent

    from kursapp.services.coordinator import Coordinator

COLLECTING_WIDTH = 820


class CollectingScreen(Screen):
    """One cohort at a time. What is counted are files and states, never answers."""

    def __init__(self, desk: Desk, navigator: Navigator, theme: Theme, messages: Messages) -> None:
        super().__init__()
        self._desk, self._navigator, self._messages = desk, navigator, messages
        self._card: CohortCard | None = None
        self._rounds: dict[str, RoundCard] = {}
        self._asking = Asking(self)
        self.chooser = CohortChooser(desk)
        self.zone = DropZone(Picker(self))
        self.working = Working(theme)
        self.report = Report(theme)
        self.rounds = RoundList()
        self.work = Collecting(desk, self)
        text = _("Lag et kull og kullfila først. Da har deltakerne noe å levere til, og filene deres havner her.")
        self._nothing = EmptyState(_("Ingen kull å samle inn til ennå"), text, _("Til kullene"))
        self._heading = label(_("Runder"), "h2")
        self._lay_out(theme)
        self._connect()

    def _lay_out(self, theme: Theme) -> None:
        self._scroll = Column(theme, COLLECTING_WIDTH, self)
        column = self._scroll.column
        column.addWidget(label(_("Innsamling"), "h1"))
        column.addWidget(SimulatedLine(theme, self._desk))
        upper: tuple[QWidget, ...] = (self.chooser, self.zone, self.working, self.report)
        lower: tuple[QWidget, ...] = (self._heading, self.rounds, self._nothing)
        for widget in upper:
            column.addWidget(widget)
        column.addSpacing(scale.S8)
        for widget in lower:
            column.addWidget(widget)
        column.addStretch(1)
        self._scroll.fill(self)

    def _connect(self) -> None:
        self.chooser.chosen.connect(self._on_chosen)
        self.zone.given.connect(self._on_given)
        self.zone.folder_given.connect(self._on_folder)
        self.zone.folder_left.connect(self._on_folder_left)
        self.working.stopped.connect(self._on_stopped)
        self.work.begun.connect(self._on_begun)
        self.work.progressed.connect(self.working.show_progress)
        self.work.slow.connect(self.working.show)
        self.work.finished.connect(self._on_finished)
        self.work.looked.connect(self._on_looked)
        self.work.folder_lost.connect(self._on_folder_lost)
        self._nothing.chosen.connect(self._on_nothing)
        self._desk.locked.connect(self._on_locked)

    def title(self) -> str:
        return _("Innsamling")

    def first_focus(self) -> QWidget | None:
        return self.zone.choose_folder if self._card is not None else self._nothing.action

    def enter(self, location: Location) -> None:
        if location.cohort:
            self._desk.chosen = location.cohort
        self._desk.ask(_cohorts, self._show_cohorts)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.work.look(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.work.look(False)

    # What is shown -----------------------------------------------------------------------------

    def _show_cohorts(self, cards: tuple[CohortCard, ...]) -> None:
        published = [card for card in cards if card.state is CohortState.PUBLISHED]
        chosen = self.chooser.show_cohorts(published)
        before = self._card.id if self._card is not None else ""
        self._card = next((card for card in published if card.id == chosen), None)
        if chosen != before:
            self._turn_to(chosen)
        there = self._card is not None
        for widget in (self.zone, self.rounds, self._heading):
            widget.setVisible(there)
        self._nothing.setVisible(not there)
        self._read_rounds()

    def _turn_to(self, cohort_id: str) -> None:
        """Begin anew with another cohort."""
        self.work.turn_to(cohort_id)
        self.zone.show_folder(None)
        self.report.hide()
        self.rounds.clear()
        self._rounds = {}

    def _read_rounds(self) -> None:
        if self._card is not None:
            self._desk.ask(partial(_rounds, self._card.id), self._show_rounds)

    def _show_rounds(self, cards: Sequence[RoundCard]) -> None:
        card = self._card
        if card is None or any(each.cohort_id != card.id for each in cards):
            return
        self._rounds = {each.form_id: each for each in cards}
        for each in cards:
            view = self.rounds.views.get(each.form_id) or self._connected(self.rounds.take(each.form_id))
            view.show_round(each, card.cohort.rules.k)
        # Those somebody has handed in to come first, for they are what there is something to do with.
        self.rounds.arrange([each.form_id for each in sorted(cards, key=_is_idle)])

    def _connected(self, view: RoundView) -> RoundView:
        view.results_asked.connect(self._on_results)
        view.close_asked.connect(self._on_close)
        view.reminder_asked.connect(self._on_reminder)
        view.letting_in_asked.connect(self._on_letting_in)
        return view

    # Taking in ---------------------------------------------------------------------------------

    @Slot(str)
    def _on_chosen(self, cohort_id: str) -> None:
        self.enter(Location("collecting", cohort=cohort_id))

    @Slot(object)
    def _on_given(self, files: Sequence[Path]) -> None:
        self.work.take(files)

    @Slot(object)
    def _on_folder(self, folder: Path) -> None:
        self.zone.show_folder(folder)
        self.work.follow(folder)

    @Slot(int, int)
    def _on_looked(self, fresh: int, others: int) -> None:
        nothing_yet = not fresh and not self.work.outcomes and not self.work.is_busy
        self.zone.show_look(nothing_yet=nothing_yet, others=others)

    @Slot()
    def _on_folder_left(self) -> None:
        self.zone.show_folder(None)
        self.work.follow(None)

    @Slot()
    def _on_stopped(self) -> None:
        self.work.stop()
        self.zone.show_folder(None)

    @Slot(object)
    def _on_folder_lost(self, _found: object) -> None:
        self.zone.show_folder(None)

    @Slot()
    def _on_begun(self) -> None:
        self.working.begin(_("Leser filene …"))

    @Slot()
    def _on_finished(self) -> None:
        self.working.hide()
        if self.work.outcomes or self.work.was_stopped:
            self.report.show_outcomes(self.work.outcomes, cancelled=self.work.was_stopped)
        self._read_rounds()
        if self._card is not None:
            self._desk.tell_changed(self._card.id)

    @Slot()
    def _on_locked(self) -> None:
        self._card = None
        self._turn_to("")

    @Slot()
    def _on_nothing(self) -> None:
        self._navigator.go(cohorts())

    # Rounds ------------------------------------------------------------------------------------

    @Slot(str)
    def _on_results(self, form_id: str) -> None:
        assert self._card is not None
        self._navigator.go(results(self._card.id, form_id))

    @Slot(str)
    def _on_close(self, form_id: str) -> None:
        card = self._rounds[form_id]
        title = _("Vil du lukke runden «{form}»?").format(form=card.title)
        text = _(
            "Svarene åpnes og telles, og etterpå finnes det ingen rad for noen person. Det kan ikke gjøres om. Filer "
            "som kommer senere, venter til de er mange nok."
        )
        assert self._card is not None
        k = self._card.cohort.rules.k
        if not card.shown:
            text += " " + _("Færre enn {k} har levert. Lukker du nå, kan ingenting vises.").format(k=k)
        self._asking.ask(title, text, _("Lukk runden"), partial(self._close, form_id))

    def _close(self, form_id: str) -> None:
        assert self._card is not None
        self._desk.ask(partial(_close_round, self._card.id, form_id), self._on_closed)

    def _on_closed(self, card: RoundCard) -> None:
        self._messages.tell(_("Runden «{form}» er lukket.").format(form=card.title))
        self._desk.tell_changed(card.cohort_id)
        self._read_rounds()

    @Slot(str)
    def _on_reminder(self, form_id: str) -> None:
        assert self._card is not None
        self._desk.ask(partial(_reminder, self._card.id, form_id), self._copy)

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._messages.tell(_("Påminnelsen er kopiert. Lim den inn i en e-post til hele kullet."))

    @Slot(str)
    def _on_letting_in(self, form_id: str) -> None:
        card = self._rounds[form_id]
        title = _("Vil du slippe inn dem som venter?")
        text = _("Svarene deres legges til sammen i «{form}». Det kan ikke gjøres om.").format(form=card.title)
        self._asking.ask(title, text, _("Slipp dem inn"), partial(self._let_in, form_id))

    def _let_in(self, form_id: str) -> None:
        assert self._card is not None
        self._desk.ask(partial(_let_in_waiting, self._card.id, form_id), self._on_let_in)

    def _on_let_in(self, card: RoundCard) -> None:
        self._messages.tell(_("De som ventet, er med i «{form}».").format(form=card.title))
        self._desk.tell_changed(card.cohort_id)
        self._read_rounds()


def _is_idle(card: RoundCard) -> bool:
    return not card.persons and not card.waiting


# On the desk's thread ------------------------------------------------------------------------------


def _cohorts(coordinator: Coordinator) -> tuple[CohortCard, ...]:
    return coordinator.cohorts()


def _rounds(cohort_id: str, coordinator: Coordinator) -> tuple[RoundCard, ...]:
    return coordinator.rounds(cohort_id)


def _close_round(cohort_id: str, form_id: str, coordinator: Coordinator) -> RoundCard:
    return coordinator.close_round(cohort_id, form_id)


def _reminder(cohort_id: str, form_id: str, coordinator: Coordinator) -> str:
    return coordinator.reminder_text(cohort_id, form_id)


def _let_in_waiting(cohort_id: str, form_id: str, coordinator: Coordinator) -> RoundCard:
    return coordinator.let_in_waiting(cohort_id, form_id)
