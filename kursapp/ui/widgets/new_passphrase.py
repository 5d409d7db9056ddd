"""A passphrase chosen, and written once more."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kursapp.ui.i18n import _
from kursapp.ui.theme import scale
from kursapp.ui.widgets.entry import PassphraseEntry

LEAST = 10
"""Characters of a passphrase that protects for years: as many as the vault asks for."""


class NewPassphrase(QWidget):
    """Two lines that are to say the same. ``least``: characters there must be."""

    def __init__(self, least: int = LEAST, question: str = "") -> None:
        super().__init__()
        self._least = least
        hint = _("Minst {n} tegn. Fire vanlige ord som ikke hører sammen, er lette å huske og vanskelige å gjette.")
        self.passphrase = PassphraseEntry(question or _("Ny passordfrase"), hint.format(n=least))
        self.again = PassphraseEntry(_("Skriv den én gang til"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.S16)
        column.addWidget(self.passphrase)
        column.addWidget(self.again)

    def text(self) -> str:
        """Return what was chosen."""
        return self.passphrase.text()

    def clear(self) -> None:
        """Forget what was typed."""
        self.passphrase.clear()
        self.again.clear()

    def is_answered(self) -> bool:
        """Say whether both lines say the same, long enough; what is not so is said at its line."""
        short = len(self.text().strip()) < self._least
        self.passphrase.show_error(_("Skriv minst {n} tegn.").format(n=self._least) if short else "")
        if short:
            return False
        same = self.again.text() == self.text()
        self.again.show_error("" if same else _("De to er ikke like. Skriv den samme begge steder."))
        return same
