"""Ta ut alt mitt: a folder with everything, to be read without the program."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from kursapp.domain.problem import Problem
from kursapp.ui.carrying import Carrying
from kursapp.ui.i18n import _, language
from kursapp.ui.messages import sentence
from kursapp.ui.navigation import Location, Navigator, settings
from kursapp.ui.participant.carry.at_work import AtWork
from kursapp.ui.participant.carry.move_out_screen import CARRY_WIDTH
from kursapp.ui.participant.carry.words import files_words, listed, size_words
from kursapp.ui.participant.point_list import PointList
from kursapp.ui.participant.stage import ButtonRow
from kursapp.ui.picking import Picker
from kursapp.ui.regions import focus_into
from kursapp.ui.screen import Screen
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.error_line import ErrorLine
from kursapp.ui.widgets.path_label import PathLabel
from kursapp.ui.widgets.scroll import Column
from kursapp.ui.widgets.text import label

if TYPE_CHECKING:
    from kursapp.services.carry.take_out import TakenOut


class TakeOutScreen(Screen):
    """What comes out, where it is to lie, and what was made."""

    def __init__(self, carrying: Carrying, navigator: Navigator, theme: Theme) -> None:
        super().__init__()
        self._carrying, self._navigator = carrying, navigator
        self.picker = Picker(self)
        self._scroll = Column(theme, CARRY_WIDTH, self)
        self._scroll.fill(self)
        self._build(theme)

    def title(self) -> str:
        return _("Ta ut alt mitt")

    def trail(self) -> tuple[tuple[str, Location], ...]:
        return ((_("Innstillinger"), settings()),)

    def first_focus(self) -> QWidget | None:
        return self.make

    def enter(self, location: Location) -> None:
        if not self.at_work.is_busy:
            self.done.hide()
            self.buttons.show()
            self.error.say("")

    def _build(self, theme: Theme) -> None:
        column = self._scroll.column
        column.addWidget(label(_("Ta ut alt mitt"), "h1"))
        points = [
            ("file-text", _("Svar, notater, arbeidsbok, plan og evalueringer blir filer du kan lese og skrive ut.")),
            ("list", _("Alt programmet har om deg, står også i én fil som andre programmer kan lese (JSON).")),
            ("eye", _("Filene er ikke låst. Legg dem et sted bare du har tilgang til.")),
        ]
        column.addWidget(PointList(points, theme))
        self.make = button(_("Velg mappe og ta ut alt"), "primary", main=True)
        self.make.clicked.connect(self._on_make)
        self.buttons = ButtonRow(self.make)
        column.addWidget(self.buttons)
        self.error = ErrorLine()
        self.at_work = AtWork()
        column.addWidget(self.error)
        column.addWidget(self.at_work)
        self.done = Card()
        self._heading = label(_("Alt er tatt ut"), "h3")
        self._path, self._made, self._files = PathLabel(), label(""), label("", "muted")
        for widget in (self._heading, self._path, self._made, self._files):
            self.done.body.addWidget(widget)
        self.finish = button(_("Til innstillingene"), "primary")
        self.finish.clicked.connect(self._on_finish)
        add_button_row(self.done.body, self.finish)
        self.done.hide()
        column.addWidget(self.done)
        column.addStretch(1)

    @Slot()
    def _on_make(self) -> None:
        self.error.say("")
        if not self._carrying.is_saved():
            self.error.say(_("Noe du har skrevet, er ikke lagret ennå. Prøv igjen når det er lagret."))
            return
        self.picker.folder(_("Velg hvor mappa skal ligge"), self._on_folder)

    def _on_folder(self, folder: Path) -> None:
        watch = self._carrying.watch()
        self.buttons.hide()
        self.done.hide()
        self.at_work.begin(_("Tar ut alt …"), watch)
        self._carrying.take_out(folder, language(), watch, self._on_made, self._on_failed)

    @Slot(object)
    def _on_made(self, out: TakenOut) -> None:
        self.at_work.end()
        self._path.show_path(out.folder)
        made = _("{files}, {size}.")
        self._made.setText(made.format(files=files_words(len(out.files)), size=size_words(out.size)))
        self._files.setText(listed(out.files))
        self.done.show()
        focus_into(self.finish)
        announce(self, self._heading.text())

    @Slot(object)
    def _on_failed(self, found: Problem) -> None:
        self.at_work.end()
        self.buttons.show()
        self.error.say(sentence(found))
        focus_into(self.make)

    @Slot()
    def _on_finish(self) -> None:
        self._navigator.go(settings())
