"""Sikkerhetskopier: what there are, what each holds, and the way back; the first screen where a file is broken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QApplication, QWidget

from kursapp.domain.problem import Problem
from kursapp.ui.i18n import _
from kursapp.ui.messages import Messages, sentence
from kursapp.ui.navigation import Location, Navigator, settings
from kursapp.ui.participant.point_list import PointList
from kursapp.ui.participant.stage import ButtonRow
from kursapp.ui.restoring import Restoring
from kursapp.ui.screen import Screen
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.backup_list import BackupList
from kursapp.ui.widgets.buttons import button
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.error_line import ErrorLine
from kursapp.ui.widgets.scroll import Column
from kursapp.ui.widgets.text import label

if TYPE_CHECKING:
    from kursapp.services.backups import State

BACKUPS_WIDTH = 680
GONE = "profile-missing"


class BackupsScreen(Screen):
    """Going back asks nothing: what is there now becomes a backup itself, so that it can be undone."""

    def __init__(self, restoring: Restoring, navigator: Navigator, theme: Theme, messages: Messages) -> None:
        super().__init__()
        self._restoring, self._navigator, self._messages = restoring, navigator, messages
        self._is_busy, self._is_new = False, True
        self._scroll = Column(theme, BACKUPS_WIDTH, self)
        self._scroll.fill(self)
        self._build(theme)

    def title(self) -> str:
        return _("Sikkerhetskopier")

    def trail(self) -> tuple[tuple[str, Location], ...]:
        return ((_("Innstillinger"), settings()),)

    def first_focus(self) -> QWidget | None:
        return self.list.first() or (self.make if self.make.isVisible() else self.afresh)

    def enter(self, location: Location) -> None:
        self.error.say("")
        self._is_new = True
        is_broken = self._restoring.found is not None
        self.broken.setVisible(is_broken)
        self.points.setHidden(is_broken)
        self.make_row.setHidden(is_broken)
        self._read()

    def _build(self, theme: Theme) -> None:
        column = self._scroll.column
        column.addWidget(label(_("Sikkerhetskopier"), "h1"))
        self.broken = self._make_broken()
        column.addWidget(self.broken)
        points = [
            ("copy", _("Kursapp kopierer arbeidet ditt ved oppstart, og før noe stort endres.")),
            ("clock", _("De siste ti dagene og de siste åtte ukene blir tatt vare på.")),
            ("undo-2", _("Går du tilbake til en kopi, blir det du har nå, selv en kopi. Da kan du angre.")),
            ("hard-drive", _("Kopiene ligger på denne maskinen. Blir den borte, er de også borte.")),
        ]
        self.points = PointList(points, theme)
        column.addWidget(self.points)
        self.make = button(_("Lag en kopi nå"))
        self.make.clicked.connect(self._on_make)
        self.make_row = ButtonRow(self.make)
        column.addWidget(self.make_row)
        self.error = ErrorLine()
        column.addWidget(self.error)
        self.state = label("", "muted")
        column.addWidget(self.state)
        self.list = BackupList()
        self.list.wanted.connect(self._on_wanted)
        column.addWidget(self.list)
        column.addStretch(1)

    def _make_broken(self) -> Card:
        card = Card(look="well")
        card.body.addWidget(label(_("Arbeidet ditt kunne ikke åpnes"), "h3"))
        self.why = label("")
        card.body.addWidget(self.why)
        self.afresh = button(_("Begynn med en tom profil"), "tertiary")
        self.afresh.clicked.connect(self._restoring.begin_afresh)
        card.body.addWidget(ButtonRow(self.afresh))
        return card

    def _read(self) -> None:
        self.state.setText(_("Ser gjennom kopiene …"))
        self.state.show()
        self._restoring.read(self._show_state, self._on_failed)

    def _show_state(self, state: State) -> None:
        self._is_busy = False
        self.list.show_backups(state.backups, leads=self._restoring.found is not None)
        usable = [each for each in state.backups if each.can_be_used]
        self.state.setVisible(not state.backups)
        self.state.setText(_("Det finnes ingen sikkerhetskopier ennå. Den første lages neste gang du starter Kursapp."))
        found = self._restoring.found
        if found is not None:
            self._show_why(found, bool(usable), [each.name for each in state.set_aside])
            self.state.setText(_("Det finnes ingen sikkerhetskopier av denne profilen."))
        self._take_focus()

    def _take_focus(self) -> None:
        """Give the keyboard to the newest backup when the list comes, unless it is somewhere else by now."""
        holder, first = QApplication.focusWidget(), self.first_focus()
        if self._is_new and first is not None and (holder in (None, self) or self.isAncestorOf(holder)):
            first.setFocus()
        self._is_new = False

    def _show_why(self, found: Problem, usable: bool, kept: list[str]) -> None:
        """Say what is the matter, what is kept of it, and what one can do."""
        gone = _("Fila med arbeidet ditt er borte.")
        damaged = _("Fila med arbeidet ditt er skadet.")
        said = [gone if found.code == GONE and not kept else damaged]
        if kept:
            said.append(_("Den er ikke slettet, men ligger urørt som «{name}».").format(name=kept[-1]))
        said.append(
            _("Velg kopien du vil gå tilbake til.")
            if usable
            else _("Det finnes ingen kopi å gå tilbake til, men du kan begynne med en tom profil.")
        )
        self.why.setText(" ".join(said))

    @Slot()
    def _on_make(self) -> None:
        self.error.say("")
        self._restoring.make_one(self._on_made, self._on_failed)

    def _on_made(self, _made: object) -> None:
        self._messages.tell(_("Sikkerhetskopien er laget."))
        self._read()

    @Slot(str)
    def _on_wanted(self, name: str) -> None:
        if self._is_busy:
            return
        self.error.say("")
        if not self._restoring.restore(name, self._on_failed):
            self.error.say(_("Noe du har skrevet, er ikke lagret ennå. Prøv igjen når det er lagret."))
            return
        self._is_busy = True
        self.state.setText(_("Henter kopien …"))
        self.state.show()
        announce(self, self.state.text())

    @Slot(object)
    def _on_failed(self, found: Problem) -> None:
        self._is_busy = False
        self.state.hide()
        self.error.say(sentence(found))
