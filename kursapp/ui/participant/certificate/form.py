"""What stands on the certificate: her name and days, and what the course itself says."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kursapp.domain.certificate import CertificateState, CertificateWords, certificate_modules
from kursapp.domain.course import Course
from kursapp.ui.i18n import _, n_
from kursapp.ui.participant.course_facts import course_facts
from kursapp.ui.participant.point_list import PointList
from kursapp.ui.participant.stage import ButtonRow
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.buttons import button
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.date_entry import DateEntry
from kursapp.ui.widgets.entry import Entry
from kursapp.ui.widgets.path_label import PathLabel
from kursapp.ui.widgets.text import label

LONGEST_NAME = 120


class CertificateForm(QWidget):
    """``changed`` tells that something is typed, ``wanted`` that the file is to be made, ``stopped`` that it is not."""

    changed = Signal()
    wanted = Signal()
    stopped = Signal()

    def __init__(self, course: Course, state: CertificateState, name: str, theme: Theme) -> None:
        super().__init__()
        self._state = state
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(scale.S16)
        self._column.addWidget(label(_("Alle kravene er oppfylt. Se over det som skal stå på kursbeviset."), "lead"))
        self._add_entries(state, name)
        self._column.addWidget(label(_("Dette står også på kursbeviset"), "h3"))
        self._column.addWidget(PointList(_points(replace(course, organiser=state.organiser)), theme))
        self.error = label("", "error")
        self.error.hide()
        self._column.addWidget(self.error)
        self.make = button(_("Lag kursbeviset"), "primary", main=True)
        self.make.clicked.connect(self._on_make)
        self.stop = button(_("Avbryt"), "tertiary")
        self.stop.clicked.connect(self.stopped)
        self.stop.hide()
        self.buttons = ButtonRow(self.make, self.stop)
        self._column.addWidget(self.buttons)
        self.done = label("", "strong")
        self.file = PathLabel(role="muted")
        for each in (self.done, self.file):
            each.hide()
            self._column.addWidget(each)

    def _add_entries(self, state: CertificateState, name: str) -> None:
        words = state.words
        self.name = Entry(_("Navnet ditt"), words.name or name, _("Må fylles ut. Skriv det slik det skal stå."))
        self.name.field.setMaxLength(LONGEST_NAME)
        self.first = DateEntry(_("Første dag"), _("Dagen du begynte på kurset. Du kan skrive en annen."))
        self.last = DateEntry(_("Siste dag"), _("Dagen du gjorde det siste i kurset. Du kan skrive en annen."))
        for entry, day in ((self.first, words.first or state.first), (self.last, words.last or state.last)):
            if day is not None:
                entry.show_day(day)
        card = Card()
        self._column.addWidget(card)
        card.body.setSpacing(scale.S16)
        for each in (self.name, self.first, self.last):
            card.body.addWidget(each)
            each.changed.connect(self._on_changed)
            each.entered.connect(self._on_make)

    def words(self) -> CertificateWords:
        """Return what stands there: a day that is the one worked, or is no day, is not hers."""
        first, last = self.first.value(), self.last.value()
        return CertificateWords(
            self.name.text(),
            None if first == self._state.first else first,
            None if last == self._state.last else last,
        )

    def show_making(self, *, making: bool) -> None:
        """Say that the file is being made, with a way to stop it, or that it no longer is."""
        self.make.setText(_("Lager kursbeviset …") if making else _("Lag kursbeviset"))
        self.stop.setVisible(making)
        self.buttons.fit()

    def show_done(self, path: Path) -> None:
        """Say that the file is made, and where it is."""
        self.show_error("")
        self.done.setText(_("Kursbeviset er laget. Skriv det ut, og be arrangøren om underskrift."))
        self.file.show_path(path)
        self._show_made(made=True)

    def _show_made(self, *, made: bool) -> None:
        self.done.setVisible(made)
        self.file.setVisible(made)

    def show_error(self, words: str) -> None:
        """Say what went wrong."""
        self.error.setText(words)
        self.error.setVisible(bool(words))
        if words:
            self._show_made(made=False)

    @Slot()
    def _on_changed(self) -> None:
        self._show_made(made=False)
        self.changed.emit()

    @Slot()
    def _on_make(self) -> None:
        if self._is_whole():
            self.show_error("")
            self.wanted.emit()

    def _is_whole(self) -> bool:
        # The last one at fault has the keyboard, so they are asked from the bottom.
        dated = self.last.is_answered()
        dated = self.first.is_answered() and dated
        first, last = self.first.value(), self.last.value()
        if first is not None and last is not None and last < first:
            self.last.show_error(_("Siste dag kan ikke være før den første."))
            dated = False
        named = bool(self.name.text())
        self.name.show_error("" if named else _("Skriv navnet som skal stå på kursbeviset."))
        return dated and named


def _points(course: Course) -> list[tuple[str, str]]:
    facts = course_facts(course)
    said = _("{title}, utgave {version}").format(title=course.title, version=course.version)
    goals = sum(len(each.goals) for each in certificate_modules(course))
    points = [("graduation-cap", f"{said} · {facts}" if facts else said)]
    if goals:
        words = n_("{n} læringsmål, under dagen det hører til", "{n} læringsmål, under dagen de hører til", goals)
        points.append(("list-checks", words.format(n=goals)))
    points += [
        ("pencil", _("Plass til sted, dato og underskrift for arrangøren, som skrives for hånd.")),
        ("info", _("At du har gjennomført kurset og oppfylt kravene. Det bekrefter ikke kompetanse.")),
        ("lock", _("Ingenting av det du har svart eller skrevet i kurset, er med.")),
    ]
    return points
