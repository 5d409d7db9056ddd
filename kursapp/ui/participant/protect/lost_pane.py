"""The way in for who has forgotten the passphrase: the recovery code, and a new passphrase."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kursapp.domain.problem import Problem
from kursapp.ui.i18n import _
from kursapp.ui.messages import sentence
from kursapp.ui.protecting import Protecting
from kursapp.ui.theme import scale
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.entry import Entry
from kursapp.ui.widgets.new_passphrase import NewPassphrase
from kursapp.ui.widgets.text import label


class LostPane(Card):
    """``left`` tells that she would rather try the passphrase again."""

    left = Signal()

    def __init__(self, protecting: Protecting) -> None:
        super().__init__()
        self._protecting = protecting
        self._is_busy = False
        self.body.setSpacing(scale.S16)
        self.body.addWidget(label(_("Lås opp med gjenopprettingskoden"), "h3"))
        told = _(
            "Du fikk koden da du satte passordfrasen. Har du verken passordfrasen eller koden, "
            "er det som ligger i profilen, tapt. Ingen kan hente det fram."
        )
        self.body.addWidget(label(told))
        self.code = Entry(_("Gjenopprettingskode"), hint=_("Sju grupper med fire tegn."))
        self.chosen = NewPassphrase()
        self.body.addWidget(self.code)
        self.body.addWidget(self.chosen)
        self.go = button(_("Lås opp"), "primary", main=True)
        self.back = button(_("Tilbake"), main=True)
        add_button_row(self.body, self.go, self.back)
        self.go.clicked.connect(self._on_go)
        self.back.clicked.connect(self.left)
        for entry in (self.code, self.chosen.passphrase, self.chosen.again):
            entry.entered.connect(self._on_go)

    def first(self) -> QWidget:
        """Return what gets the keyboard."""
        return self.code.field

    def clear(self) -> None:
        """Forget what was typed."""
        self.code.field.clear()
        self.chosen.clear()

    @Slot()
    def _on_go(self) -> None:
        missing = not self.code.text()
        self.code.show_error(_("Skriv koden.") if missing else "")
        if missing or self._is_busy or not self.chosen.is_answered():
            return
        self._be_busy(True)
        self._protecting.recover(self.code.text(), self.chosen.text(), self._on_failed)

    @Slot(object)
    def _on_failed(self, found: Problem) -> None:
        self._be_busy(False)
        about = self.chosen.passphrase if found.code == "passphrase-short" else self.code
        about.show_error(sentence(found))

    def _be_busy(self, busy: bool) -> None:
        self._is_busy = busy
        self.go.setText(_("Låser opp …") if busy else _("Lås opp"))
        if busy:
            announce(self.go, self.go.text())
