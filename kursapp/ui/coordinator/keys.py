"""Nøkler og personvern: the lock, the passphrase, copies of keys, and what is promised and kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from kursapp.domain.problem import Problem
from kursapp.services.cohort_cards import CohortCard, DoorState
from kursapp.ui.coordinator.keys_handover import HandOverCard, TakeOverCard
from kursapp.ui.coordinator.simulated import SimulatedLine
from kursapp.ui.desk import Desk
from kursapp.ui.i18n import _
from kursapp.ui.messages import Messages, sentence
from kursapp.ui.navigation import Location, Navigator, collection_backups
from kursapp.ui.picking import Picker
from kursapp.ui.screen import Screen
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.entry import PassphraseEntry
from kursapp.ui.widgets.new_passphrase import NewPassphrase
from kursapp.ui.widgets.scroll import Column
from kursapp.ui.widgets.text import label

if TYPE_CHECKING:
    from kursapp.services.coordinator import Coordinator

KEYS_WIDTH = 680
WRONG = "passphrase-wrong"


class LockCard(Card):
    """Where the keys are, and the way to lock them now."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.body.addWidget(label(_("Låsen"), "h3"))
        self.words = label("")
        self.body.addWidget(self.words)
        self.warnings = label("", "error")
        self.warnings.hide()
        self.body.addWidget(self.warnings)
        self.lock = button(_("Lås nå"), "primary")
        self.lock.clicked.connect(desk.lock)
        add_button_row(self.body, self.lock)

    def show_state(self, state: DoorState) -> None:
        """Say where the collection is."""
        where = (
            _("Samlingen ligger på en felles server, og nøklene ligger låst på denne maskinen.")
            if state.shared
            else _("Samlingen og nøklene ligger låst på denne maskinen.")
        )
        self.words.setText(where + " " + _("De er åpne til du låser eller lukker Kursapp."))

    def show_warnings(self, found: Sequence[Problem]) -> None:
        """Say what is unwise about where the collection is kept."""
        self.warnings.setText("\n".join(map(sentence, found)))
        self.warnings.setVisible(bool(found))


class PassphraseCard(Card):
    """Another passphrase: the one there is, and the new one twice."""

    def __init__(self, desk: Desk, messages: Messages) -> None:
        super().__init__()
        self._desk, self._messages = desk, messages
        self._is_busy = False
        self.body.setSpacing(scale.S16)
        self.body.addWidget(label(_("Bytt passordfrase"), "h3"))
        self.old = PassphraseEntry(_("Passordfrasen du har nå"))
        self.new = NewPassphrase()
        self.change = button(_("Bytt passordfrase"))
        self.change.clicked.connect(self._on_change)
        self.body.addWidget(self.old)
        self.body.addWidget(self.new)
        add_button_row(self.body, self.change)

    def clear(self) -> None:
        """Forget what was typed."""
        for entry in (self.old, self.new.passphrase, self.new.again):
            entry.clear()

    @Slot()
    def _on_change(self) -> None:
        if self._is_busy:
            return
        self.old.show_error("" if self.old.text() else _("Skriv passordfrasen du har nå."))
        if not self.old.text() or not self.new.is_answered():
            return
        self._is_busy = True
        self.change.setText(_("Bytter …"))
        self._desk.change_passphrase(self.old.text(), self.new.text(), self._on_changed, self._on_failed)

    def _end(self) -> None:
        self._is_busy = False
        self.change.setText(_("Bytt passordfrase"))

    def _on_changed(self, _nothing: None) -> None:
        self._end()
        self.clear()
        self._messages.tell(_("Passordfrasen er byttet. Gjenopprettingsarkene gjelder fortsatt."))

    def _on_failed(self, found: Problem) -> None:
        self._end()
        faulty = self.old if found.code == WRONG else self.new.passphrase
        faulty.show_error(sentence(found))


class BackupsCard(Card):
    """The way to the copies of the collection; where it is on a server, whose they are."""

    def __init__(self, navigator: Navigator) -> None:
        super().__init__()
        self._navigator = navigator
        self.body.addWidget(label(_("Sikkerhetskopier"), "h3"))
        self.words = label("")
        self.body.addWidget(self.words)
        self.open = button(_("Vis sikkerhetskopiene"))
        self.open.clicked.connect(self._on_open)
        add_button_row(self.body, self.open)

    def show_state(self, state: DoorState) -> None:
        """Say where the copies are."""
        here = _("Kursapp kopierer samlingen når du låser opp. Kopiene er låst med samme nøkkel.")
        there = _("Samlingen ligger på en felles server. Den som driver serveren, tar sikkerhetskopier.")
        self.words.setText(there if state.shared else here)
        self.open.setVisible(not state.shared)

    @Slot()
    def _on_open(self) -> None:
        self._navigator.go(collection_backups())


class PromisesCard(Card):
    """How the participants are protected, as plainly as to themselves."""

    def __init__(self) -> None:
        super().__init__()
        self.body.addWidget(label(_("Slik vernes deltakerne"), "h3"))
        for words in (
            _("Svarene er konfidensielle. Den som har nøkkelen og vet hvem en fil kom fra, kan likevel åpne den."),
            _("Før en runde er lukket, ser ingen svar, bare hvor mange filer som er kommet."),
            _("Når en runde lukkes, telles svarene opp, og ingen rad for noen person finnes lenger."),
            _("Etter lukking kan ingen svar finnes igjen eller trekkes."),
            _("En tabell vises hel eller ikke i det hele tatt. Er noe skjult, står det hvorfor."),
            _("Går flere sammen, kan de trekke fra sine egne svar. Er alle enige, vet alle alt."),
            _("Skrivemåte kan røpe noen. Kommentarer vises først når minst ti har levert, og de kan sladdes."),
            _("Slett kullet når rapporten er ferdig, senest den dagen dere har lovet."),
        ):
            self.body.addWidget(label("•  " + words))


class KeysScreen(Screen):
    """Everything about keys in one place; what belongs to one cohort stands with the cohort."""

    def __init__(self, desk: Desk, navigator: Navigator, theme: Theme, messages: Messages) -> None:
        super().__init__()
        self._desk = desk
        picker = Picker(self)
        self.lock = LockCard(desk)
        self.passphrase = PassphraseCard(desk, messages)
        self.hand_over = HandOverCard(desk, messages, picker)
        self.take_over = TakeOverCard(desk, messages, picker, navigator)
        self.backups = BackupsCard(navigator)
        self.promises = PromisesCard()
        self._scroll = Column(theme, KEYS_WIDTH, self)
        column = self._scroll.column
        column.addWidget(label(_("Nøkler og personvern"), "h1"))
        column.addWidget(SimulatedLine(theme, desk))
        for widget in (self.lock, self.promises, self.passphrase, self.hand_over, self.take_over, self.backups):
            column.addWidget(widget)
        column.addStretch(1)
        self._scroll.fill(self)
        desk.locked.connect(self._forget)

    def title(self) -> str:
        return _("Nøkler og personvern")

    def first_focus(self) -> QWidget | None:
        return self.lock.lock

    def enter(self, location: Location) -> None:
        simulated = self._desk.is_simulated
        for card in (self.passphrase, self.hand_over, self.take_over):
            card.setVisible(not simulated)
        self._desk.state(self._show_state, simulated=simulated)
        self._desk.ask(_cohorts, self.hand_over.show_cohorts)
        self._desk.ask(_warnings, self.lock.show_warnings)

    def _show_state(self, state: DoorState) -> None:
        self.lock.show_state(state)
        self.backups.show_state(state)

    @Slot()
    def _forget(self) -> None:
        for card in (self.passphrase, self.hand_over, self.take_over):
            card.clear()


def _warnings(coordinator: Coordinator) -> tuple[Problem, ...]:
    return coordinator.warnings()


def _cohorts(coordinator: Coordinator) -> tuple[CohortCard, ...]:
    return coordinator.cohorts()
