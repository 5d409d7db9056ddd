"""The passphrase of a file: words made for her, or her own written twice."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kursapp.ui.i18n import _
from kursapp.ui.theme import scale
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.choice_row import ChoiceRow
from kursapp.ui.widgets.entry import PassphraseEntry
from kursapp.ui.widgets.text import label

MADE, OWN = "made", "own"
LEAST = 10


class PhraseChoice(Card):
    """``wanted`` asks for new words."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.body.setSpacing(scale.S16)
        self._phrase = ""
        ways = ((MADE, _("Lag ord for meg")), (OWN, _("Jeg velger selv")))
        self.ways = ChoiceRow(_("Passordfrase"), ways, MADE)
        self.ways.picked.connect(self._on_way)
        self.body.addWidget(self.ways)
        self._made, self._own = QWidget(), QWidget()
        self._lay_out_made()
        self._lay_out_own()
        self.body.addWidget(self._made)
        self.body.addWidget(self._own)
        self._own.hide()

    def _lay_out_made(self) -> None:
        column = QVBoxLayout(self._made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.S8)
        self.words = label("…", "h3")
        self.words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.words.setAccessibleName(_("Passordfrasen"))
        self.words.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.another = button(_("Lag andre ord"), "tertiary")
        self.another.clicked.connect(self.wanted)
        column.addWidget(self.words)
        told = _("Skriv ordene ned på papir nå. Uten dem kan ingen åpne fila, heller ikke vi.")
        column.addWidget(label(told, "muted"))
        add_button_row(column, self.another)

    def _lay_out_own(self) -> None:
        column = QVBoxLayout(self._own)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.S16)
        hint = _("Minst {n} tegn. Fire vanlige ord som ikke hører sammen, er lette å huske og vanskelige å gjette.")
        self.first = PassphraseEntry(_("Passordfrase til fila"), hint.format(n=LEAST))
        self.again = PassphraseEntry(_("Skriv den én gang til"))
        column.addWidget(self.first)
        column.addWidget(self.again)

    def show_made(self, phrase: str) -> None:
        """Show the words that were made."""
        self._phrase = phrase
        self.words.setText(phrase)
        self.words.setAccessibleDescription(phrase)

    def is_made(self) -> bool:
        """Say whether the words were made for her."""
        return self.ways.value() == MADE

    def text(self) -> str:
        """Return the passphrase."""
        return self._phrase if self.is_made() else self.first.text()

    def is_answered(self) -> bool:
        """Say whether there is a passphrase; what is missing is said at its line."""
        if self.is_made():
            return bool(self._phrase)
        short = len("".join(self.first.text().split())) < LEAST
        self.first.show_error(_("Skriv minst {n} tegn.").format(n=LEAST) if short else "")
        if short:
            return False
        same = self.again.text() == self.first.text()
        self.again.show_error("" if same else _("De to er ikke like. Skriv den samme begge steder."))
        return same

    def forget(self) -> None:
        """Forget words and letters: they stand nowhere but on her paper."""
        self.show_made("")
        self.words.setText("…")
        self.first.clear()
        self.again.clear()

    @Slot(str)
    def _on_way(self, way: str) -> None:
        self._made.setVisible(way == MADE)
        self._own.setVisible(way == OWN)
