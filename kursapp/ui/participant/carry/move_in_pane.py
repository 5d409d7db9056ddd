"""The way in for a profile from another machine: the file, the passphrase, a look at it, and done."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kursapp.domain.problem import Problem
from kursapp.ui.carrying import Carrying
from kursapp.ui.i18n import _
from kursapp.ui.messages import sentence
from kursapp.ui.participant.carry.arrival_view import ArrivalView
from kursapp.ui.participant.carry.at_work import AtWork
from kursapp.ui.participant.stage import ButtonRow
from kursapp.ui.picking import Picker
from kursapp.ui.regions import focus_into
from kursapp.ui.theme import scale
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.entry import PassphraseEntry
from kursapp.ui.widgets.error_line import ErrorLine
from kursapp.ui.widgets.path_label import PathLabel
from kursapp.ui.widgets.text import label

if TYPE_CHECKING:
    from kursapp.services.carry.move_in import Arrival

WRONG = "parcel-passphrase-wrong"


class MoveInPane(QWidget):
    """Stands on a screen of its own, and in the first start. ``left`` tells that she wants out of it."""

    left = Signal()

    def __init__(self, carrying: Carrying, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._carrying = carrying
        self._file: Path | None = None
        self._arrival: Arrival | None = None
        self.arrival_view: ArrivalView | None = None
        self.picker = Picker(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(scale.S16)
        self._lay_out()

    def _lay_out(self) -> None:
        self._column.addWidget(label(_("Hent profilen din fra en annen maskin"), "h1"))
        lead = _("Flyttefila laget du på den andre maskinen, under Innstillinger. Den slutter på .flytt.")
        self._column.addWidget(label(lead, "lead"))
        self.asked = Card()
        self._column.addWidget(self.asked)
        self.asked.body.setSpacing(scale.S16)
        self.path = PathLabel()
        self.path.hide()
        self.choose = button(_("Velg flyttefila"))
        self.choose.clicked.connect(self._on_choose)
        self.phrase = PassphraseEntry(_("Passordfrasen til fila"), _("Ordene du skrev ned, med mellomrom imellom."))
        self.phrase.entered.connect(self._on_open)
        self.open = button(_("Åpne fila"), "primary", main=True)
        self.open.clicked.connect(self._on_open)
        self.back = button(_("Avbryt"), main=True)
        self.back.clicked.connect(self._on_back)
        self.error = ErrorLine()
        self.asked.body.addWidget(self.path)
        add_button_row(self.asked.body, self.choose)
        for widget in (self.phrase, self.error, ButtonRow(self.open, self.back)):
            self.asked.body.addWidget(widget)
        self.at_work = AtWork()
        self._column.addWidget(self.at_work)
        self._column.addStretch(1)

    def show_file(self, path: str) -> None:
        """Be about a file that was opened or dropped; empty: she is to choose one."""
        if self.at_work.is_busy:
            return
        self.forget()
        if path:
            self._on_chosen(Path(path))

    def first(self) -> QWidget:
        """Return what gets the keyboard."""
        if self.arrival_view is not None:
            return self.arrival_view.take
        return self.phrase.field if self._file is not None else self.choose

    def forget(self) -> None:
        """Forget the file, what was typed, and what was unpacked."""
        self._put_away()
        self._file = None
        self.path.hide()
        self.choose.setText(_("Velg flyttefila"))
        self.phrase.clear()
        self.error.say("")
        self.asked.show()

    @Slot()
    def _on_choose(self) -> None:
        self.picker.file(_("Velg flyttefila"), _("Flyttefil (*.flytt)"), self._on_chosen)

    def _on_chosen(self, path: Path) -> None:
        self._file = path
        self.error.say("")
        self.path.show_path(path)
        self.path.show()
        self.choose.setText(_("Velg en annen fil"))
        self.phrase.field.setFocus()

    @Slot()
    def _on_open(self) -> None:
        self.error.say("")
        if self._file is None:
            self.error.say(_("Velg flyttefila først."))
            focus_into(self.choose)
            return
        if not self.phrase.text().strip():
            self.phrase.show_error(_("Skriv passordfrasen."))
            return
        watch = self._carrying.watch()
        self.asked.hide()
        self.at_work.begin(_("Åpner fila …"), watch)
        self._carrying.look(self._file, self.phrase.text(), watch, self._on_looked, self._on_failed)

    @Slot(object)
    def _on_looked(self, arrival: Arrival) -> None:
        self.at_work.end()
        self.phrase.clear()
        self._arrival = arrival
        self.arrival_view = ArrivalView(arrival)
        self.arrival_view.taken.connect(self._on_taken)
        self.arrival_view.put_away.connect(self._on_back)
        self._column.insertWidget(self._column.count() - 2, self.arrival_view)
        focus_into(self.arrival_view.take)
        announce(self, self.arrival_view.about.text())

    @Slot()
    def _on_taken(self) -> None:
        view, arrival = self.arrival_view, self._arrival
        if view is None or arrival is None:
            return
        if not self._carrying.is_saved():
            self._refuse(_("Noe du har skrevet, er ikke lagret ennå. Prøv igjen når det er lagret."))
            return
        view.hide()
        self.at_work.begin(_("Legger profilen på plass …"), None)
        self._carrying.take_in(arrival, view.way(), view.name_beside(), self._on_not_taken)

    @Slot(object)
    def _on_failed(self, found: Problem) -> None:
        self.at_work.end()
        self.asked.show()
        if found.code == WRONG:
            self.phrase.field.selectAll()
            self.phrase.show_error(sentence(found))
            return
        self.error.say(sentence(found))
        focus_into(self.choose)

    @Slot(object)
    def _on_not_taken(self, found: Problem) -> None:
        self.at_work.end()
        self._refuse(sentence(found))

    def _refuse(self, words: str) -> None:
        """Say why the profile was not taken in; what was unpacked is still there."""
        if self.arrival_view is not None:
            self.arrival_view.show()
            self.arrival_view.show_error(words)

    @Slot()
    def _on_back(self) -> None:
        self.forget()
        self.left.emit()

    def _put_away(self) -> None:
        if self._arrival is not None:
            self._carrying.put_away(self._arrival)
            self._arrival = None
        view, self.arrival_view = self.arrival_view, None
        if view is not None:
            self._column.removeWidget(view)
            view.hide()
            view.deleteLater()
