"""The collection is damaged or gone, and the passphrase is right: its backups, and the way back to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kursapp.domain.problem import Problem
from kursapp.ui.desk import Desk
from kursapp.ui.i18n import _
from kursapp.ui.messages import sentence
from kursapp.ui.theme import scale
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.backup_list import BackupList
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.error_line import ErrorLine
from kursapp.ui.widgets.text import label

if TYPE_CHECKING:
    from kursapp.services.backups import State


class RescuePane(QWidget):
    """Stands where the passphrase was typed; the safe is opened once more, for its key alone."""

    back_asked = Signal()

    def __init__(self, desk: Desk, found: Problem, passphrase: str) -> None:
        super().__init__()
        self._desk = desk
        self._is_busy = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.S16)
        card = Card(look="well")
        column.addWidget(card)
        card.body.addWidget(label(_("Samlingen kunne ikke åpnes"), "h3"))
        card.body.addWidget(label(sentence(found)))
        kept = _(
            "Nøklene er der fortsatt. Med kullfila og gjenopprettingsarket kan du ta opp igjen et kull, og ta inn "
            "svarfilene på nytt."
        )
        card.body.addWidget(label(kept, "muted"))
        self.back = button(_("Tilbake"))
        self.back.clicked.connect(self.back_asked)
        self.afresh = button(_("Begynn med en tom samling"), "tertiary")
        self.afresh.clicked.connect(self._on_afresh)
        add_button_row(card.body, self.back, self.afresh)
        self.error = ErrorLine()
        column.addWidget(self.error)
        self.state = label(_("Ser gjennom kopiene …"), "muted")
        column.addWidget(self.state)
        self.list = BackupList()
        self.list.wanted.connect(self._on_wanted)
        column.addWidget(self.list)
        desk.rescue(passphrase, self._show_state, self._on_failed)

    def first(self) -> QWidget:
        """Return what gets the keyboard."""
        return self.list.first() or self.back

    def clear(self) -> None:
        """Forget what was typed: nothing is kept here."""

    def _show_state(self, state: State) -> None:
        self.list.show_backups(state.backups, leads=True)
        usable = any(each.can_be_used for each in state.backups)
        none = _("Det finnes ingen sikkerhetskopi som kan hentes.")
        self.state.setText(_("Velg kopien du vil gå tilbake til.") if usable else none)
        if self.isVisible():
            self.first().setFocus()

    @Slot(str)
    def _on_wanted(self, name: str) -> None:
        if not self._is_busy:
            self._begin(_("Henter kopien …"))
            self._desk.restore_rescued(name, self._on_failed)

    @Slot()
    def _on_afresh(self) -> None:
        if not self._is_busy:
            self._begin(_("Lager en tom samling …"))
            self._desk.begin_afresh(self._on_failed)

    def _begin(self, words: str) -> None:
        self._is_busy = True
        self.error.say("")
        self.state.setText(words)
        announce(self, words)

    def _on_failed(self, found: Problem) -> None:
        self._is_busy = False
        self.state.setText("")
        self.error.say(sentence(found))
