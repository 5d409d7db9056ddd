"""The passphrase on Innstillinger: whether there is one, what can be done with it, and when it locks by itself."""

from __future__ import annotations

from PySide6.QtCore import Slot

from kursapp.settings import LOCK_AFTER
from kursapp.ui.i18n import _
from kursapp.ui.navigation import Navigator, passphrase
from kursapp.ui.participant.protect.screen import CHANGE, CODE, REMOVE
from kursapp.ui.participant.stage import ButtonRow
from kursapp.ui.preferences import Preferences
from kursapp.ui.protecting import Protecting
from kursapp.ui.theme import scale
from kursapp.ui.widgets.buttons import button
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.choice_row import ChoiceRow
from kursapp.ui.widgets.text import label


class PassphraseCard(Card):
    """Each way leads to a screen of its own; locking is done at once."""

    def __init__(self, protecting: Protecting, preferences: Preferences, navigator: Navigator) -> None:
        super().__init__()
        self._protecting, self._preferences, self._navigator = protecting, preferences, navigator
        self._told = label("", "muted")
        self.set = button(_("Sett en passordfrase"))
        self.change = button(_("Bytt passordfrase"))
        self.code = button(_("Lag ny kode"))
        self.remove = button(_("Fjern passordfrasen"))
        self.lock = button(_("Lås nå"))
        times = [(str(minutes), self._words(minutes)) for minutes in LOCK_AFTER]
        self.after = ChoiceRow(_("Lås profilen når ingen bruker maskinen"), times, str(preferences.settings.lock_after))
        self._ways = ButtonRow(self.set, self.change, self.code, self.remove)
        self._locking = ButtonRow(self.lock)
        self.body.setSpacing(scale.S16)
        for part in (self._told, self._ways, self.after, self._locking):
            self.body.addWidget(part)
        self.set.clicked.connect(self._on_set)
        self.change.clicked.connect(self._on_change)
        self.code.clicked.connect(self._on_code)
        self.remove.clicked.connect(self._on_remove)
        self.lock.clicked.connect(protecting.lock_wanted)
        self.after.picked.connect(self._on_after)
        protecting.changed.connect(self.show_state)
        self.show_state()

    @Slot()
    def show_state(self) -> None:
        """Show what can be done now."""
        is_protected = self._protecting.is_protected
        self._told.setText(
            _("Profilen har en passordfrase. Alt du skriver, er låst når Kursapp er lukket. Ctrl+L låser med en gang.")
            if is_protected
            else _("Med en passordfrase kan ingen andre som bruker eller finner maskinen, lese det du har skrevet.")
        )
        self.set.setVisible(not is_protected)
        for part in (self.change, self.code, self.remove, self.after, self._locking):
            part.setVisible(is_protected)
        self._ways.fit()

    @staticmethod
    def _words(minutes: int) -> str:
        return _("Etter {n} minutter").format(n=minutes) if minutes else _("Aldri")

    @Slot()
    def _on_set(self) -> None:
        self._navigator.go(passphrase())

    @Slot()
    def _on_change(self) -> None:
        self._navigator.go(passphrase(CHANGE))

    @Slot()
    def _on_code(self) -> None:
        self._navigator.go(passphrase(CODE))

    @Slot()
    def _on_remove(self) -> None:
        self._navigator.go(passphrase(REMOVE))

    @Slot(str)
    def _on_after(self, minutes: str) -> None:
        self._preferences.change(lock_after=int(minutes))
