"""Flytt til en annen maskin: one locked file with everything, and what to do with it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from kursapp.domain.days import local_day
from kursapp.domain.problem import Problem
from kursapp.services.clock import SystemClock
from kursapp.ui.carrying import Carrying
from kursapp.ui.i18n import _, n_
from kursapp.ui.messages import sentence
from kursapp.ui.navigation import Location, Navigator, clear_machine, settings
from kursapp.ui.participant.carry.at_work import AtWork
from kursapp.ui.participant.carry.phrase_choice import PhraseChoice
from kursapp.ui.participant.carry.words import listed, size_words
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
    from kursapp.services.carry.move_out import Moved
    from kursapp.services.carry.packages import InstalledPackage

CARRY_WIDTH = 680
SHORT = "passphrase-short"


class MoveOutScreen(Screen):
    """The courses, the passphrase, the place; then what was made."""

    def __init__(self, carrying: Carrying, navigator: Navigator, theme: Theme) -> None:
        super().__init__()
        self._carrying, self._navigator = carrying, navigator
        self.picker = Picker(self)
        self._scroll = Column(theme, CARRY_WIDTH, self)
        self._scroll.fill(self)
        self._build(theme)

    def title(self) -> str:
        return _("Flytt til en annen maskin")

    def trail(self) -> tuple[tuple[str, Location], ...]:
        return ((_("Innstillinger"), settings()),)

    def first_focus(self) -> QWidget | None:
        return self.make

    def enter(self, location: Location) -> None:
        if self.at_work.is_busy:
            return
        self.error.say("")
        self.done.hide()
        self._asked.show()
        self._carrying.packages(self._show_packages)
        self._carrying.phrase(self.phrase.show_made)

    def leave(self) -> None:
        if not self.at_work.is_busy and self.isVisible() and self._navigator.here.screen != "move-out":
            self.phrase.forget()

    def _build(self, theme: Theme) -> None:
        column = self._scroll.column
        column.addWidget(label(_("Flytt til en annen maskin"), "h1"))
        points = [
            ("package", _("Alt du har svart og skrevet, samles i én fil. Profilen her blir som den er.")),
            ("lock", _("Fila er låst med en passordfrase. Den som finner fila, kan ikke lese noe i den.")),
        ]
        column.addWidget(PointList(points, theme))
        self._asked = Card(margin=0)
        self._asked.setProperty("look", "plain")
        column.addWidget(self._asked)
        self.courses = QCheckBox()
        self.courses.setChecked(True)
        self._titles = label("", "muted")
        for part in (self.courses, self._titles):
            part.hide()
        self.phrase = PhraseChoice()
        self.phrase.wanted.connect(self._on_wanted)
        self.make = button(_("Velg sted og lag flyttefila"), "primary", main=True)
        self.make.clicked.connect(self._on_make)
        for widget in (self.phrase, self.courses, self._titles, ButtonRow(self.make)):
            self._asked.body.addWidget(widget)
        self.error = ErrorLine()
        self.at_work = AtWork()
        column.addWidget(self.error)
        column.addWidget(self.at_work)
        self.done = Card()
        self._lay_out_done()
        column.addWidget(self.done)
        column.addStretch(1)

    def _lay_out_done(self) -> None:
        self._heading = label(_("Flyttefila er laget"), "h3")
        self._path = PathLabel()
        self._made = label("", "muted")
        self._left_out = label("", "muted")
        self._steps = label("")
        body = self.done.body
        now = label(_("Slik gjør du nå"), "strong")
        for widget in (self._heading, self._path, self._made, self._left_out, now, self._steps):
            body.addWidget(widget)
        self.finish = button(_("Til innstillingene"), "primary")
        self.clear = button(_("Tøm denne maskinen"))
        self.finish.clicked.connect(self._on_finish)
        self.clear.clicked.connect(self._on_clear)
        add_button_row(body, self.finish, self.clear)
        self.done.hide()

    @Slot(object)
    def _show_packages(self, packages: tuple[InstalledPackage, ...]) -> None:
        size, count = size_words(sum(each.size for each in packages)), len(packages)
        words = n_("Ta med {n} kurs, {size}", "Ta med {n} kurs, {size}", count)
        self.courses.setText(words.format(n=count, size=size))
        self._titles.setText(listed([each.about.title for each in packages]))
        self.courses.setAccessibleDescription(self._titles.text())
        for part in (self.courses, self._titles):
            part.setVisible(bool(packages))

    @Slot()
    def _on_wanted(self) -> None:
        self._carrying.phrase(self.phrase.show_made)

    @Slot()
    def _on_make(self) -> None:
        self.error.say("")
        if not self.phrase.is_answered():
            return
        if not self._carrying.is_saved():
            self.error.say(_("Noe du har skrevet, er ikke lagret ennå. Prøv igjen når det er lagret."))
            return
        name = f"Kursapp-{local_day(SystemClock().now()).isoformat()}.flytt"
        self.picker.save(_("Lag flyttefila"), name, _("Flyttefil (*.flytt)"), self._on_path)

    def _on_path(self, path: Path) -> None:
        watch = self._carrying.watch()
        self._asked.hide()
        self.at_work.begin(_("Lager flyttefila …"), watch)
        courses = not self.courses.isHidden() and self.courses.isChecked()
        self._carrying.pack(path, self.phrase.text(), courses, watch, self._on_made, self._on_failed)

    @Slot(object)
    def _on_made(self, moved: Moved) -> None:
        self.at_work.end()
        self._path.show_path(moved.path)
        self._made.setText(_("{size}. Fila er lest igjennom og er hel.").format(size=size_words(moved.size)))
        missing = _("Disse kursene er endret på disken og ble ikke med: {titles}.")
        self._left_out.setText(missing.format(titles=", ".join(moved.left_out)))
        self._left_out.setVisible(bool(moved.left_out))
        self._steps.setText("\n".join(f"{number}. {step}" for number, step in enumerate(self._what_now(), 1)))
        self.done.show()
        focus_into(self.finish)
        announce(self, self._heading.text())

    def _what_now(self) -> list[str]:
        phrase = (
            _("Skriv ned ordene hvis du ikke har gjort det: {words}").format(words=self.phrase.text())
            if self.phrase.is_made()
            else _("Husk passordfrasen. Den står ingen steder.")
        )
        return [
            phrase,
            _("Ta fila med på en minnepinne, eller send den til deg selv."),
            _("Installer Kursapp på den nye maskinen, og velg «Jeg har en flyttefil» når det starter."),
            _("Se at alt er der før du tømmer denne maskinen."),
        ]

    @Slot(object)
    def _on_failed(self, found: Problem) -> None:
        self.at_work.end()
        self._asked.show()
        if found.code == SHORT and not self.phrase.is_made():
            self.phrase.first.show_error(sentence(found))
            return
        self.error.say(sentence(found))
        focus_into(self.make)

    @Slot()
    def _on_finish(self) -> None:
        self._navigator.go(settings())

    @Slot()
    def _on_clear(self) -> None:
        self._navigator.go(clear_machine())
