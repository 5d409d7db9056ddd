"""Tøm denne maskinen: what goes and what stays, and one question, answered by writing a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from kursapp.domain.problem import Problem
from kursapp.ui.carrying import Carrying
from kursapp.ui.i18n import _, n_
from kursapp.ui.messages import sentence
from kursapp.ui.navigation import Location, Navigator, move_out, settings, take_out
from kursapp.ui.participant.carry.move_out_screen import CARRY_WIDTH
from kursapp.ui.participant.carry.words import files_words, listed, size_words
from kursapp.ui.participant.stage import ButtonRow
from kursapp.ui.screen import Screen
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.entry import Entry
from kursapp.ui.widgets.error_line import ErrorLine
from kursapp.ui.widgets.scroll import Column
from kursapp.ui.widgets.text import label

if TYPE_CHECKING:
    from kursapp.services.carry.clearing import Holdings


def out_of_reach() -> list[str]:
    """Return what no program can clear for her."""
    return [
        _("Filer du har lagret selv: flyttefiler, utskrifter og det du har tatt ut."),
        _("Det du har levert til kursholderen."),
        _("Kopier andre har tatt av maskinen, som sikkerhetskopier og skylagring."),
    ]


class ClearScreen(Screen):
    """Nothing is gone before the name is written and the button pressed; then there is no way back."""

    def __init__(self, carrying: Carrying, navigator: Navigator, theme: Theme) -> None:
        super().__init__()
        self._carrying, self._navigator = carrying, navigator
        self._name = carrying.name
        self._is_going = False
        self._scroll = Column(theme, CARRY_WIDTH, self)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._scroll.setAccessibleName(_("Tøm denne maskinen"))
        self._scroll.fill(self)
        self._build()

    def title(self) -> str:
        return _("Tøm denne maskinen")

    def trail(self) -> tuple[tuple[str, Location], ...]:
        return ((_("Innstillinger"), settings()),)

    def first_focus(self) -> QWidget | None:
        # The list of what goes is read first, from its top: no button has the keyboard.
        return self._scroll

    def enter(self, location: Location) -> None:
        self._scroll.verticalScrollBar().setValue(0)
        self._name = self._carrying.name
        self.typed.field.clear()
        self.typed.show_error("")
        self.error.say("")
        lead = _("Alt som hører til profilen «{name}», slettes fra denne maskinen. Det kan ikke angres.")
        self.lead.setText(lead.format(name=self._name))
        self.asked.setText(_("Skriv «{name}» for å bekrefte.").format(name=self._name))
        self.typed.field.setAccessibleDescription(self.asked.text())
        self._carrying.holdings(self._show_holdings)

    def _build(self) -> None:
        column = self._scroll.column
        column.addWidget(label(_("Tøm denne maskinen"), "h1"))
        self.lead = label("", "lead")
        column.addWidget(self.lead)
        goes = Card()
        column.addWidget(goes)
        goes.body.addWidget(label(_("Dette slettes"), "h3"))
        self.goes = label("")
        goes.body.addWidget(self.goes)
        stays = Card(look="well")
        column.addWidget(stays)
        stays.body.addWidget(label(_("Dette slettes ikke"), "h3"))
        kept = [_("Kurs, kladder, kull og andre profiler på maskinen."), *out_of_reach()]
        stays.body.addWidget(label(listed(kept)))
        first = Card(look="well")
        column.addWidget(first)
        first.body.addWidget(label(_("Vil du ta vare på noe først?"), "strong"))
        self.move_first, self.take_first = button(_("Flytt til en annen maskin")), button(_("Ta ut alt mitt"))
        self.move_first.clicked.connect(self._on_move)
        self.take_first.clicked.connect(self._on_take)
        add_button_row(first.body, self.move_first, self.take_first)
        self.typed = Entry(_("Navnet på profilen"))
        self.typed.entered.connect(self._on_clear)
        self.asked = label("")
        self.error = ErrorLine()
        self.clear = button(_("Slett alt og tøm maskinen"), "secondary", main=True)
        self.clear.clicked.connect(self._on_clear)
        for widget in (self.asked, self.typed, self.error, ButtonRow(self.clear)):
            column.addWidget(widget)
        column.addStretch(1)

    @Slot(object)
    def _show_holdings(self, held: Holdings) -> None:
        what = _("{files}, {size}: svar, notater, arbeidsbok, plan, øving og alt annet i profilen.")
        copies = n_("{n} sikkerhetskopi er med i det.", "{n} sikkerhetskopier er med i det.", held.backups)
        rows = [
            what.format(files=files_words(held.files), size=size_words(held.size)),
            copies.format(n=held.backups),
            _("Det Hjem husker fra sist, og hvordan vinduet sto."),
            _("Kopier som ligger igjen etter flytting som ble avbrutt."),
        ]
        self.goes.setText(listed(rows if held.backups else [rows[0], *rows[2:]]))

    @Slot()
    def _on_clear(self) -> None:
        if self._is_going:
            return
        if not _same(self.typed.text(), self._name):
            self.typed.show_error(_("Skriv navnet slik det står: {name}").format(name=self._name))
            return
        if not self._carrying.is_saved():
            self.error.say(_("Noe du har skrevet, er ikke lagret ennå. Maskinen kan ikke tømmes før det er lagret."))
            return
        self._is_going = True
        self._carrying.clear(self._on_failed)

    @Slot(object)
    def _on_failed(self, found: Problem) -> None:
        self._is_going = False
        self.error.say(_("Maskinen er ikke tømt. {why}").format(why=sentence(found)))

    @Slot()
    def _on_move(self) -> None:
        self._navigator.go(move_out())

    @Slot()
    def _on_take(self) -> None:
        self._navigator.go(take_out())


def _same(typed: str, name: str) -> bool:
    return " ".join(typed.split()).casefold() == name.casefold()
