"""The ways out of this machine and into it, on Innstillinger."""

from __future__ import annotations

from PySide6.QtCore import Slot

from kursapp.ui.i18n import _
from kursapp.ui.navigation import Navigator, backups, clear_machine, move_in, move_out, take_out
from kursapp.ui.participant.stage import ButtonRow
from kursapp.ui.widgets.buttons import button
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.text import label


class CarryCard(Card):
    """Five buttons, each to a screen of its own: nothing happens here."""

    def __init__(self, navigator: Navigator) -> None:
        super().__init__()
        self._navigator = navigator
        self.out = button(_("Flytt til en annen maskin"))
        self.into = button(_("Hent fra en annen maskin"))
        self.take = button(_("Ta ut alt mitt"))
        self.clear = button(_("Tøm denne maskinen"))
        self.out.clicked.connect(self._on_out)
        self.into.clicked.connect(self._on_into)
        self.take.clicked.connect(self._on_take)
        self.clear.clicked.connect(self._on_clear)
        carried = _("Alt du har gjort, i én låst fil som åpnes på den andre maskinen.")
        self.body.addWidget(label(carried, "muted"))
        self.body.addWidget(ButtonRow(self.out, self.into))
        kept = _("Alt du har skrevet, som filer du kan lese, eller slettet for godt fra denne maskinen.")
        self.body.addWidget(label(kept, "muted"))
        self.body.addWidget(ButtonRow(self.take, self.clear))
        self.body.addWidget(label(_("Kopier av arbeidet ditt, som du kan gå tilbake til."), "muted"))
        self.backups = button(_("Sikkerhetskopier"))
        self.backups.clicked.connect(self._on_backups)
        self.body.addWidget(ButtonRow(self.backups))

    @Slot()
    def _on_out(self) -> None:
        self._navigator.go(move_out())

    @Slot()
    def _on_into(self) -> None:
        self._navigator.go(move_in())

    @Slot()
    def _on_take(self) -> None:
        self._navigator.go(take_out())

    @Slot()
    def _on_backups(self) -> None:
        self._navigator.go(backups())

    @Slot()
    def _on_clear(self) -> None:
        self._navigator.go(clear_machine())
