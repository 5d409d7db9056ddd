"""What one can do with a profile's passphrase, a card each: set one, change it, make a new code, take it away."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from kursapp.domain.problem import Problem
from kursapp.ui.i18n import _
from kursapp.ui.messages import sentence
from kursapp.ui.participant.stage import ButtonRow
from kursapp.ui.protecting import NewKey, Protecting
from kursapp.ui.regions import bring_into_view
from kursapp.ui.theme import scale
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.buttons import button
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.entry import Entry, PassphraseEntry
from kursapp.ui.widgets.new_passphrase import NewPassphrase
from kursapp.ui.widgets.text import label

SHORT = "passphrase-short"


class Pane(Card):
    """Lines to type on and one main button that says when it is at work.

    ``done`` tells in words what was done, ``code_made`` carries a recovery code she is to write down, and ``refused``
    what was wrong when she had done that.
    """

    done = Signal(str)
    code_made = Signal(str)
    refused = Signal(object)

    def __init__(self, protecting: Protecting, heading: str, told: str, go: str, at_work: str) -> None:
        super().__init__()
        self.protecting = protecting
        self._words = (go, at_work)
        self._is_busy = False
        self.body.setSpacing(scale.S16)
        self.body.addWidget(label(heading, "h3"))
        if told:
            self.body.addWidget(label(told))
        self.go = button(go, "primary", main=True)
        self.go.clicked.connect(self._on_go)

    def put(self, *parts: QWidget) -> None:
        """Put the lines under the words, and the button under the lines."""
        for part in parts:
            self.body.addWidget(part)
        self.body.addWidget(ButtonRow(self.go))
        for entry in self.findChildren(Entry):
            entry.entered.connect(self._on_go)

    def first(self) -> QWidget:
        """Return what gets the keyboard."""
        raise NotImplementedError

    def clear(self) -> None:
        """Forget what was typed."""
        for entry in self.findChildren(PassphraseEntry):
            entry.clear()
        self.be_busy(False)

    def confirm(self) -> None:
        """Go on: she has the code. Only of panes that make one."""
        raise NotImplementedError

    def fail(self, found: Problem) -> None:
        """Say what went wrong at the line it is about."""
        self.be_busy(False)
        if self.isHidden():
            self.refused.emit(found)
        else:
            self.faulty(found).show_error(sentence(found))
            QTimer.singleShot(0, self._show_what_is_missing)

    def faulty(self, found: Problem) -> Entry:
        """Return the line a refusal is about."""
        raise NotImplementedError

    def is_answered(self) -> bool:
        """Say whether everything needed stands on the lines; what is missing is said at its line."""
        raise NotImplementedError

    def send(self) -> None:
        """Do it."""
        raise NotImplementedError

    def be_busy(self, busy: bool) -> None:
        """Say that it takes a moment: making a key of a passphrase is slow on purpose."""
        self._is_busy = busy
        self.go.setText(self._words[busy])
        if busy:
            announce(self.go, self._words[busy])

    @Slot()
    def _on_go(self) -> None:
        if self._is_busy:
            return
        if self.is_answered():
            self.be_busy(True)
            self.send()
        else:
            # When the words have got their room.
            QTimer.singleShot(0, self._show_what_is_missing)

    @Slot()
    def _show_what_is_missing(self) -> None:
        """Bring what is said to be wrong into view, with its line."""
        for entry in self.findChildren(Entry):
            if not entry.error.isHidden():
                bring_into_view(entry.error)
                return


class SetPane(Pane):
    """The first passphrase, and the code that goes with it."""

    def __init__(self, protecting: Protecting) -> None:
        told = _(
            "Du får en kode på papir i tillegg. Glemmer du passordfrasen og mister koden, er det du har skrevet, tapt. "
            "Ingen kan hente det fram."
        )
        super().__init__(protecting, _("Velg en passordfrase"), told, _("Fortsett"), _("Lager nøkkel …"))
        self._made: NewKey | None = None
        self.chosen = NewPassphrase(question=_("Passordfrase"))
        self.put(self.chosen)

    def first(self) -> QWidget:
        return self.chosen.passphrase.field

    def is_answered(self) -> bool:
        return self.chosen.is_answered()

    def send(self) -> None:
        self.protecting.make(self.chosen.text(), self._on_made, self.fail)

    def faulty(self, found: Problem) -> Entry:
        return self.chosen.passphrase

    def clear(self) -> None:
        super().clear()
        self._made = None

    def confirm(self) -> None:
        assert self._made is not None
        self.protecting.set(self._made, self._on_set, self.fail)

    @Slot(object)
    def _on_made(self, made: NewKey) -> None:
        self.be_busy(False)
        self._made = made
        self.code_made.emit(made.code)

    @Slot(object)
    def _on_set(self, left: int) -> None:
        words = _("Profilen har fått passordfrase. Alt som ligger i den, er låst når Kursapp er lukket.")
        if left:
            words = _(
                "Profilen har fått passordfrase, men noen sikkerhetskopier er ikke låst ennå. "
                "Kursapp prøver igjen neste gang du låser opp. Se om disken er full."
            )
        self.done.emit(words)


class ChangePane(Pane):
    """Another passphrase in place of the present one."""

    def __init__(self, protecting: Protecting) -> None:
        told = _("Gjenopprettingskoden er den samme som før.")
        super().__init__(protecting, _("Bytt passordfrase"), told, _("Bytt passordfrase"), _("Bytter …"))
        self.present = PassphraseEntry(_("Passordfrasen du har nå"))
        self.chosen = NewPassphrase()
        self.put(self.present, self.chosen)

    def first(self) -> QWidget:
        return self.present.field

    def is_answered(self) -> bool:
        return is_typed(self.present) and self.chosen.is_answered()

    def send(self) -> None:
        self.protecting.change(self.present.text(), self.chosen.text(), self._on_changed, self.fail)

    def faulty(self, found: Problem) -> Entry:
        return self.chosen.passphrase if found.code == SHORT else self.present

    @Slot(object)
    def _on_changed(self, _nothing: object) -> None:
        self.done.emit(_("Passordfrasen er byttet."))


class PresentPane(Pane):
    """What is done by who knows the passphrase there is."""

    def __init__(self, protecting: Protecting, heading: str, told: str, go: str, at_work: str) -> None:
        super().__init__(protecting, heading, told, go, at_work)
        self.present = PassphraseEntry(_("Passordfrasen din"))
        self.put(self.present)

    def first(self) -> QWidget:
        return self.present.field

    def is_answered(self) -> bool:
        return is_typed(self.present)

    def faulty(self, found: Problem) -> Entry:
        return self.present


class NewCodePane(PresentPane):
    """Another recovery code, for who has lost the paper."""

    def __init__(self, protecting: Protecting) -> None:
        told = _("Koden du har fra før, slutter å gjelde når du har fått den nye.")
        super().__init__(protecting, _("Lag en ny gjenopprettingskode"), told, _("Lag ny kode"), _("Lager koden …"))
        self._data = b""

    def send(self) -> None:
        self.protecting.new_code(self.present.text(), self._on_made, self.fail)

    def clear(self) -> None:
        super().clear()
        self._data = b""

    def confirm(self) -> None:
        self.protecting.keep(self._data, self._on_kept, self.fail)

    @Slot(object)
    def _on_made(self, made: tuple[bytes, str]) -> None:
        self.be_busy(False)
        self._data, code = made
        self.code_made.emit(code)

    @Slot(object)
    def _on_kept(self, _nothing: object) -> None:
        self.done.emit(_("Den nye koden gjelder fra nå av. Makuler det gamle arket."))


class RemovePane(PresentPane):
    """No passphrase any more."""

    def __init__(self, protecting: Protecting) -> None:
        told = _(
            "Etterpå ligger det du har skrevet, ulåst på maskinen, også i sikkerhetskopiene. "
            "Den som får tak i maskinen, kan lese det."
        )
        super().__init__(protecting, _("Fjern passordfrasen"), told, _("Fjern passordfrasen"), _("Fjerner …"))

    def send(self) -> None:
        self.protecting.remove(self.present.text(), self._on_removed, self.fail)

    @Slot(object)
    def _on_removed(self, _nothing: object) -> None:
        self.done.emit(_("Passordfrasen er fjernet. Profilen åpnes nå uten."))


def is_typed(entry: PassphraseEntry) -> bool:
    """Say whether a passphrase stands on a line; where none does, the line says so."""
    entry.show_error("" if entry.text() else _("Skriv passordfrasen."))
    return bool(entry.text())
