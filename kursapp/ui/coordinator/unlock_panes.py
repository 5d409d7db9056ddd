"""The ways through the coordinator's door: a passphrase, a new one, the recovery sheet, the demonstration."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from kursapp.domain.problem import Problem
from kursapp.ui.desk import Desk
from kursapp.ui.i18n import _
from kursapp.ui.messages import sentence
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.entry import Entry, PassphraseEntry
from kursapp.ui.widgets.new_passphrase import NewPassphrase
from kursapp.ui.widgets.text import label

COLLECTION_LOST = frozenset({"collection-damaged", "collection-gone"})
"""Why a collection cannot be opened where a backup may take its place."""


class DemonstrationCard(Card):
    """The way to made-up cohorts, for who only wants to see how it works."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__(look="well")
        self.body.addWidget(label(_("Vil du bare se hvordan det virker?"), "h3"))
        words = _("Demonstrasjonen har oppdiktede kull og svar. De ligger for seg selv og blandes aldri med ekte.")
        self.body.addWidget(label(words))
        self.open = button(_("Åpne demonstrasjonen"))
        self.open.clicked.connect(self.asked)
        add_button_row(self.body, self.open)


class Pane(QWidget):
    """One way in: a card with lines to type on, and one main button that says when it is at work."""

    def __init__(self, theme: Theme, desk: Desk, go: str, at_work: str) -> None:
        super().__init__()
        self._theme, self._desk = theme, desk
        self._words = (go, at_work)
        self._is_busy = False
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(scale.S16)
        self.card = Card()
        self.column.addWidget(self.card)
        self.card.body.setSpacing(scale.S16)
        self.go = button(go, "primary")
        self.go.clicked.connect(self._on_go)

    def first(self) -> QWidget:
        """Return what gets the keyboard."""
        raise NotImplementedError

    def clear(self) -> None:
        """Forget what was typed."""
        for entry in self.findChildren(PassphraseEntry):
            entry.clear()

    def _finish(self, *others: QPushButton) -> None:
        add_button_row(self.card.body, self.go, *others)
        for entry in self.findChildren(Entry):
            entry.entered.connect(self._on_go)
        demonstration = DemonstrationCard()
        demonstration.asked.connect(self._on_demonstration)
        self.column.addWidget(demonstration)

    @Slot()
    def _on_go(self) -> None:
        if not self._is_busy and self._is_answered():
            self._be_busy(True)
            self._send()

    @Slot()
    def _on_demonstration(self) -> None:
        if not self._is_busy:
            self._is_busy = True
            self._desk.open_simulated(self._on_demonstration_failed)

    def _is_answered(self) -> bool:
        """Say whether everything needed stands on the lines; what is missing is said at its line."""
        raise NotImplementedError

    def _send(self) -> None:
        """Ask the desk to open."""
        raise NotImplementedError

    def _faulty(self, found: Problem) -> Entry:
        """Return the line a refusal is about."""
        raise NotImplementedError

    def _on_failed(self, found: Problem) -> None:
        self._be_busy(False)
        self._faulty(found).show_error(sentence(found))

    def _on_demonstration_failed(self, found: Problem) -> None:
        self._be_busy(False)
        self._desk.trouble.emit(found)

    def _be_busy(self, busy: bool) -> None:
        """Say that it takes a moment: deriving a key from a passphrase is slow on purpose."""
        self._is_busy = busy
        self.go.setText(self._words[busy])
        if busy:
            announce(self.go, self._words[busy])


class OpenPane(Pane):
    """The passphrase of a safe there is.

    ``collection_lost`` tells that it is the right one, and that the collection behind it is damaged or gone.
    """

    recovery_asked = Signal()
    collection_lost = Signal(object)

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__(theme, desk, _("Lås opp"), _("Låser opp …"))
        self.passphrase = PassphraseEntry(_("Passordfrase"), _("Den du valgte da du tok i bruk arbeidsrommet."))
        self.card.body.addWidget(label(_("Lås opp kullene dine"), "h3"))
        self.card.body.addWidget(self.passphrase)
        self.lost = button(_("Jeg har mistet passordfrasen"), "tertiary")
        self.lost.clicked.connect(self.recovery_asked)
        self._finish(self.lost)

    def first(self) -> QWidget:
        return self.passphrase.field

    def _is_answered(self) -> bool:
        missing = "" if self.passphrase.text() else _("Skriv passordfrasen.")
        self.passphrase.show_error(missing)
        return not missing

    def _send(self) -> None:
        self._desk.open(self.passphrase.text(), self._on_failed)

    def _on_failed(self, found: Problem) -> None:
        if found.code in COLLECTION_LOST:
            self._be_busy(False)
            self.collection_lost.emit(found)
        else:
            super()._on_failed(found)

    def _faulty(self, found: Problem) -> Entry:
        self.passphrase.field.selectAll()
        return self.passphrase


class NewPane(Pane):
    """The first time: choose a passphrase."""

    recovery_asked = Signal()

    def __init__(self, theme: Theme, desk: Desk, *, shared: bool) -> None:
        super().__init__(theme, desk, _("Ta i bruk arbeidsrommet"), _("Lager nøkler …"))
        self.card.body.addWidget(label(_("Velg en passordfrase"), "h3"))
        words = _(
            "Nøklene som åpner svarene, ligger låst på denne maskinen. Passordfrasen låser dem opp. "
            "Ingen kan hente den fram for deg. For hvert kull får du et gjenopprettingsark på papir."
        )
        self.card.body.addWidget(label(words))
        if shared:
            where = _("Samlingen deles med andre koordinatorer på en felles server.")
            self.card.body.addWidget(label(where, "muted"))
        self.chosen = NewPassphrase()
        self.card.body.addWidget(self.chosen)
        self._finish()

    def first(self) -> QWidget:
        return self.chosen.passphrase.field

    def _is_answered(self) -> bool:
        return self.chosen.is_answered()

    def _send(self) -> None:
        self._desk.create(self.chosen.text(), self._on_failed)

    def _faulty(self, found: Problem) -> Entry:
        return self.chosen.passphrase


class RecoverPane(Pane):
    """The passphrase is lost: a recovery sheet opens the safe, and a new passphrase is chosen."""

    back_asked = Signal()

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__(theme, desk, _("Lås opp og bytt passordfrase"), _("Låser opp …"))
        self.card.body.addWidget(label(_("Lås opp med gjenopprettingsarket"), "h3"))
        words = _("Koden på arket til et hvilket som helst av kullene dine låser opp alle.")
        self.card.body.addWidget(label(words))
        self.code = Entry(_("Koden på arket"), "", _("Store og små bokstaver og mellomrom betyr ingenting."))
        self.chosen = NewPassphrase()
        self.card.body.addWidget(self.code)
        self.card.body.addWidget(self.chosen)
        self.back = button(_("Tilbake"))
        self.back.clicked.connect(self.back_asked)
        self._finish(self.back)

    def first(self) -> QWidget:
        return self.code.field

    def clear(self) -> None:
        super().clear()
        self.code.field.clear()

    def _is_answered(self) -> bool:
        missing = "" if self.code.text() else _("Skriv koden som står på gjenopprettingsarket.")
        self.code.show_error(missing)
        return not missing and self.chosen.is_answered()

    def _send(self) -> None:
        self._desk.recover(self.code.text(), self.chosen.text(), self._on_failed)

    def _faulty(self, found: Problem) -> Entry:
        return self.chosen.passphrase if found.code.startswith("passphrase") else self.code
