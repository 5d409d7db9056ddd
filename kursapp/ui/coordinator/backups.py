"""The backups of the open collection: what each holds, what going back to one costs, and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from kursapp.domain.problem import Problem
from kursapp.ui.desk import Desk
from kursapp.ui.i18n import _
from kursapp.ui.messages import Messages, sentence
from kursapp.ui.navigation import Location, Navigator, keys
from kursapp.ui.screen import Screen
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.backup_list import BackupList
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.error_line import ErrorLine
from kursapp.ui.widgets.scroll import Column
from kursapp.ui.widgets.text import label

if TYPE_CHECKING:
    from kursapp.domain.backup import KeptBackup
    from kursapp.services.coordinator import Coordinator

BACKUPS_WIDTH = 680


class CollectionBackupsScreen(Screen):
    """Going back asks nothing: what is there now becomes a backup itself, so that it can be undone."""

    def __init__(self, desk: Desk, navigator: Navigator, theme: Theme, messages: Messages) -> None:
        super().__init__()
        self._desk, self._navigator, self._messages = desk, navigator, messages
        self._is_busy = False
        self._scroll = Column(theme, BACKUPS_WIDTH, self)
        self._scroll.fill(self)
        column = self._scroll.column
        column.addWidget(label(_("Sikkerhetskopier av samlingen"), "h1"))
        undo = _("Går du tilbake til en kopi, blir det du har nå, selv en kopi. Da kan du angre.")
        column.addWidget(label(undo))
        gone = _(
            "Når en runde lukkes eller et kull slettes, blir kopiene fra før det slettet. "
            "Da kan det ikke hentes tilbake."
        )
        column.addWidget(label(gone, "muted"))
        self.make = button(_("Lag en kopi nå"))
        self.make.clicked.connect(self._on_make)
        add_button_row(column, self.make)
        self.error = ErrorLine()
        column.addWidget(self.error)
        self.state = label("", "muted")
        column.addWidget(self.state)
        self.list = BackupList()
        self.list.wanted.connect(self._on_wanted)
        column.addWidget(self.list)
        column.addStretch(1)
        desk.locked.connect(self._forget)

    def title(self) -> str:
        return _("Sikkerhetskopier av samlingen")

    def trail(self) -> tuple[tuple[str, Location], ...]:
        return ((_("Nøkler og personvern"), keys()),)

    def first_focus(self) -> QWidget | None:
        return self.make

    def enter(self, location: Location) -> None:
        self.error.say("")
        self._read()

    def _read(self) -> None:
        self._show_state(_("Ser gjennom kopiene …"))
        self._desk.ask(_backups, self._show_backups, self._on_failed)

    def _show_backups(self, backups: Sequence[KeptBackup]) -> None:
        self.list.show_backups(backups)
        self._show_state("" if backups else _("Det finnes ingen sikkerhetskopier ennå."))

    @Slot()
    def _on_make(self) -> None:
        self._desk.ask(_make, self._on_made, self._on_failed)

    def _on_made(self, _made: object) -> None:
        self._messages.tell(_("Sikkerhetskopien er laget."))
        self._read()

    @Slot(str)
    def _on_wanted(self, name: str) -> None:
        if self._is_busy:
            return
        self._is_busy = True
        self.error.say("")
        self._show_state(_("Henter kopien …"))
        announce(self, self.state.text())
        self._desk.opened.connect(self._on_restored)
        self._desk.restore(name, self._on_failed)

    @Slot()
    def _on_restored(self) -> None:
        self._end()
        self._messages.tell(_("Kopien er hentet. Det som var der før, ligger som en egen sikkerhetskopi."))
        self._read()

    def _on_failed(self, found: Problem) -> None:
        if self._is_busy:
            self._end()
        self._show_state("")
        self.error.say(sentence(found))

    def _end(self) -> None:
        self._is_busy = False
        self._desk.opened.disconnect(self._on_restored)

    def _show_state(self, text: str) -> None:
        self.state.setText(text)
        self.state.setVisible(bool(text))

    @Slot()
    def _forget(self) -> None:
        self.list.show_backups(())


def _backups(coordinator: Coordinator) -> tuple[KeptBackup, ...]:
    return coordinator.backups()


def _make(coordinator: Coordinator) -> object:
    return coordinator.back_up_now()
