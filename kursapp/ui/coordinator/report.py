"""Rapport og eksport: a round's results as a file, one kind at a time, with a bar to follow and a way to stop."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kursapp.domain.exporting import ExportKind
from kursapp.domain.problem import Problem
from kursapp.domain.results import Hidden, RoundResults
from kursapp.services.cohort_cards import CommentQueue, RoundCard, RoundState
from kursapp.services.coordinator import Coordinator
from kursapp.ui.asking import Asking
from kursapp.ui.coordinator.report_formats import FormatChoice
from kursapp.ui.coordinator.report_words import Format, file_name, formats
from kursapp.ui.coordinator.results_picker import RoundPicker
from kursapp.ui.coordinator.results_states import Placeholder, no_rounds, round_open
from kursapp.ui.coordinator.results_words import answered
from kursapp.ui.coordinator.simulated import SimulatedLine
from kursapp.ui.desk import Desk
from kursapp.ui.i18n import _, n_
from kursapp.ui.messages import Messages
from kursapp.ui.navigation import Location, Navigator, collecting, comments, report
from kursapp.ui.picking import Picker
from kursapp.ui.screen import Screen
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.watch import Watch
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.saving_card import SavingCard
from kursapp.ui.widgets.scroll import Column
from kursapp.ui.widgets.text import label

REPORT_WIDTH = 760
CANCELLED = "export-cancelled"


class ReportScreen(Screen):
    """Chooses the kind of file and where it goes; one is written at a time."""

    def __init__(self, desk: Desk, navigator: Navigator, theme: Theme, messages: Messages) -> None:
        super().__init__()
        self._desk, self._navigator, self._theme, self._messages = desk, navigator, theme, messages
        self._card: RoundCard | None = None
        self._results: RoundResults | None = None
        self._will_erase = False
        self._watch: Watch | None = None
        self.files = Picker(self)
        self.asking = Asking(self)
        self.picker = RoundPicker(desk)
        self.facts = label("", "lead")
        self.quotes = label("", "muted")
        self.choose_quotes = button(_("Gå til kommentarene"), "tertiary")
        self.choice: FormatChoice | None = None
        self.save = button(_("Lagre …"), "primary")
        self.saving = SavingCard()
        self.nothing = Placeholder()
        self._lay_out()
        self.picker.picked.connect(self._go)
        self.nothing.chosen.connect(self._on_nothing)
        self.choose_quotes.clicked.connect(self._on_quotes)
        self.save.clicked.connect(self._on_save)
        self.saving.stopped.connect(self._on_stop)
        theme.dress(self, "50-results")

    def _lay_out(self) -> None:
        scroll = Column(self._theme, REPORT_WIDTH, self)
        scroll.fill(self)
        column = scroll.column
        column.addWidget(label(_("Rapport og eksport"), "h1"))
        column.addWidget(SimulatedLine(self._theme, self._desk))
        column.addWidget(self.picker)
        column.addWidget(self.nothing)
        self._all = QWidget()
        column.addWidget(self._all)
        column.addStretch(1)
        inside = QVBoxLayout(self._all)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(scale.S16)
        about = Card(look="well")
        inside.addWidget(about)
        about.body.addWidget(self.facts)
        about.body.addWidget(self.quotes)
        add_button_row(about.body, self.choose_quotes)
        self._card_of_choice = Card()
        inside.addWidget(self._card_of_choice)
        self._place = QVBoxLayout()
        self._card_of_choice.body.addLayout(self._place)
        self._card_of_choice.body.addSpacing(scale.S8)
        add_button_row(self._card_of_choice.body, self.save)
        inside.addWidget(self.saving)
        self._all.hide()

    def title(self) -> str:
        return _("Rapport og eksport")

    def regions(self) -> tuple[QWidget, ...]:
        if self._results is None:
            return (self.picker, self.nothing)
        return (self.picker, self._card_of_choice, self.saving)

    def first_focus(self) -> QWidget | None:
        if self._results is None or self.choice is None:
            return self.nothing
        return next(radio for radio in self.choice.radios if radio.isChecked())

    def enter(self, location: Location) -> None:
        self.picker.look_for(location.cohort, location.form, self._on_round)

    @Slot(str, str)
    def _go(self, cohort_id: str, form_id: str) -> None:
        self._navigator.go(report(cohort_id, form_id))

    def _on_round(self, card: RoundCard | None) -> None:
        self.picker.setVisible(card is not None)
        self._card = card
        if card is None:
            self._show_nothing(*no_rounds())
        elif card.state is RoundState.OPEN:
            self._show_nothing(*round_open(card))
        else:
            then = partial(self._on_read, card)
            self._desk.ask(partial(_read, card.cohort_id, card.form_id), then, self._on_refused)

    def _on_refused(self, found: Problem) -> None:
        self._show_nothing(_("Resultatene kan ikke leses nå"), "", "")
        self._messages.problem(found)

    def _show_nothing(self, title: str, text: str, action: str) -> None:
        self._results = None
        self._all.hide()
        self.nothing.show_words(title, text, action)
        self.nothing.show()

    def _on_read(self, card: RoundCard, found: tuple[RoundResults, CommentQueue]) -> None:
        if card is not self._card:
            return
        results, queue = found
        self._results = results
        self._will_erase = any(entry.redacted and entry.text != entry.shown for entry in queue.entries)
        self._show_facts(results, queue)
        self._show_choice(card)
        self.nothing.hide()
        self._all.show()

    def _show_facts(self, results: RoundResults, queue: CommentQueue) -> None:
        hidden = sum(isinstance(unit, Hidden) for unit in results.published.tables)
        told = [answered(results)]
        if hidden:
            words = n_(
                "{n} spørsmål er skjult for å verne deltakerne, og er ikke med i noen fil.",
                "{n} spørsmål er skjult for å verne deltakerne, og er ikke med i noen fil.",
                hidden,
            )
            told.append(words.format(n=hidden))
        self.facts.setText(" ".join(told))
        chosen = sum(entry.chosen for entry in queue.entries)
        if queue.entries:
            quotes = n_("{n} kommentar er valgt som sitat.", "{n} kommentarer er valgt som sitater.", chosen)
            self.quotes.setText(quotes.format(n=chosen))
        self.quotes.setVisible(bool(queue.entries))
        self.choose_quotes.setVisible(bool(queue.entries))

    def _show_choice(self, card: RoundCard) -> None:
        chosen = self.choice.chosen().kind if self.choice is not None else ExportKind.PDF
        if self.choice is not None:
            self._place.removeWidget(self.choice)
            self.choice.hide()
            self.choice.deleteLater()
        self.choice = FormatChoice(formats(card.kind), chosen)
        self._place.addWidget(self.choice)

    @Slot()
    def _on_save(self) -> None:
        if self._watch is not None:
            self._messages.tell(_("Vent til fila som lagres nå, er ferdig, eller avbryt den."))
            return
        if not self._will_erase:
            self._ask_where()
            return
        text = _(
            "Noe er fjernet fra kommentarene. Når fila lages, slettes de fjernede ordene for godt, "
            "og kan ikke tas fram igjen."
        )
        self.asking.ask(_("Slette det fjernede for godt?"), text, _("Lag fila"), self._ask_where)

    def _ask_where(self) -> None:
        if self._card is None or self._results is None or self.choice is None:
            return
        chosen = self.choice.chosen()
        name = file_name(self._results.cohort.name, self._card, chosen.ending)
        self.files.save(_("Lagre resultatene"), name, chosen.filter, partial(self._write, self._card, chosen))

    def _write(self, card: RoundCard, chosen: Format, path: Path) -> None:
        self._watch = self._desk.watch()
        self._watch.progressed.connect(self.saving.show_progress)
        self.saving.begin(path.name)
        work = partial(_export, card.cohort_id, card.form_id, chosen.kind, path, self._watch)
        self._desk.ask(work, partial(self._on_written, card), self._on_unwritten)

    def _on_written(self, card: RoundCard, written: tuple[Path, ...]) -> None:
        self._end()
        names = (" " + _("og") + " ").join(str(path) for path in written)
        told = _("Lagret: {names}").format(names=names)
        self._messages.tell(told, "results-saved")
        announce(self, told)
        self._desk.tell_changed(card.cohort_id)
        self.picker.look_for(card.cohort_id, card.form_id, self._on_round)

    def _on_unwritten(self, found: Problem) -> None:
        self._end()
        if found.code == CANCELLED:
            self._messages.tell(_("Avbrutt. Ingen fil er laget."), "results-saved")
        else:
            self._messages.problem(found)

    def _end(self) -> None:
        if self._watch is not None:
            self._watch.deleteLater()
        self._watch = None
        self.saving.hide()

    @Slot()
    def _on_stop(self) -> None:
        if self._watch is not None:
            self._watch.cancel()

    @Slot()
    def _on_quotes(self) -> None:
        if self._card is not None:
            self._navigator.go(comments(self._card.cohort_id, self._card.form_id))

    @Slot()
    def _on_nothing(self) -> None:
        self._navigator.go(collecting(self._card.cohort_id if self._card else ""))


# On the collection's thread ------------------------------------------------------------------------


def _read(cohort_id: str, form_id: str, coordinator: Coordinator) -> tuple[RoundResults, CommentQueue]:
    return coordinator.results(cohort_id, form_id), coordinator.comments(cohort_id, form_id)


def _export(
    cohort_id: str, form_id: str, kind: ExportKind, path: Path, watch: Watch, coordinator: Coordinator
) -> tuple[Path, ...]:
    return coordinator.export(cohort_id, form_id, kind, path, watch)
