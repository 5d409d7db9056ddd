"""The first screen of a profile under a passphrase: nothing of what it holds is read before it is typed.

Painted first, so that what is behind it is loaded afterwards.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kursapp.domain.problem import Problem
from kursapp.ui.i18n import _
from kursapp.ui.screen import Screen
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.entry import PassphraseEntry
from kursapp.ui.widgets.scroll import Column
from kursapp.ui.widgets.text import label

if TYPE_CHECKING:
    from kursapp.ui.participant.protect.lost_pane import LostPane
    from kursapp.ui.participant.settings_screen import People
    from kursapp.ui.protecting import Protecting

UNLOCK_WIDTH = 560


class UnlockProfile(Screen):
    """A line for the passphrase, the way for who has forgotten it, and the other people of the machine."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._protecting: Protecting | None = None
        self._is_busy = False
        self._is_wanted = False
        self.lost_pane: LostPane | None = None
        self._scroll = Column(theme, UNLOCK_WIDTH, self)
        self._heading = label(_("Profilen er låst"), "h1")
        self._name = label(name, "lead")
        self.card = Card()
        self.card.body.setSpacing(scale.S16)
        self.passphrase = PassphraseEntry(_("Passordfrase"))
        self.go = button(_("Lås opp"), "primary", main=True)
        self.lost = button(_("Jeg har glemt passordfrasen"), "tertiary", main=True)
        self.others = QWidget()
        self._lay_out()
        self.passphrase.entered.connect(self._on_go)
        self.go.clicked.connect(self._on_go)
        self.lost.clicked.connect(self._on_lost)

    def _lay_out(self) -> None:
        column = self._scroll.column
        column.addStretch(1)
        column.addWidget(self._heading)
        column.addWidget(self._name)
        column.addWidget(self.card)
        self.card.body.addWidget(self.passphrase)
        add_button_row(self.card.body, self.go, self.lost)
        column.addWidget(self.others)
        self._list = QVBoxLayout(self.others)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(scale.S8)
        column.addStretch(2)
        self._scroll.fill(self)

    def title(self) -> str:
        return _("Profilen er låst")

    def first_focus(self) -> QWidget | None:
        return self.lost_pane.first() if self.lost_pane is not None else self.passphrase.field

    def work_with(self, protecting: Protecting, people: People) -> None:
        """Take the collaborators, which come after the first paint."""
        from kursapp.ui.participant.settings_screen import OtherProfile

        self._protecting = protecting
        for profile_id, name in people.others():
            other = OtherProfile(profile_id, name)
            other.picked.connect(people.switch)
            add_button_row(self._list, other)
        self.add = button(_("Lag en profil til"))
        self.add.clicked.connect(people.add)
        add_button_row(self._list, self.add)
        if self._is_wanted:
            self._on_go()

    def clear(self) -> None:
        """Forget what was typed."""
        self.passphrase.clear()
        if self.lost_pane is not None:
            self.lost_pane.clear()

    @Slot()
    def _on_go(self) -> None:
        missing = not self.passphrase.text()
        self.passphrase.show_error(_("Skriv passordfrasen.") if missing else "")
        if missing or self._is_busy:
            return
        # Typed before there is anybody to ask: asked as soon as there is.
        self._is_wanted = self._protecting is None
        self._be_busy(True)
        if self._protecting is not None:
            self._protecting.unlock(self.passphrase.text(), self._on_failed)

    @Slot(object)
    def _on_failed(self, found: Problem) -> None:
        from kursapp.ui.messages import sentence

        self._be_busy(False)
        self.passphrase.show_error(sentence(found))
        self.passphrase.field.selectAll()

    def _be_busy(self, busy: bool) -> None:
        """Say that it takes a moment: finding a key is slow on purpose."""
        self._is_busy = busy and self._protecting is not None
        self.go.setText(_("Låser opp …") if busy else _("Lås opp"))
        if busy:
            announce(self.go, self.go.text())

    @Slot()
    def _on_lost(self) -> None:
        if self._protecting is None:
            return
        from kursapp.ui.participant.protect.lost_pane import LostPane

        self.passphrase.clear()
        self.lost_pane = LostPane(self._protecting)
        self.lost_pane.left.connect(self._on_back)
        column = self._scroll.column
        column.insertWidget(column.indexOf(self.card), self.lost_pane)
        self.card.hide()
        self.lost_pane.first().setFocus()

    @Slot()
    def _on_back(self) -> None:
        if self.lost_pane is not None:
            self.lost_pane.clear()
            self.lost_pane.hide()
            self.lost_pane.deleteLater()
            self.lost_pane = None
        self.card.show()
        self.passphrase.field.setFocus()
