"""Fremdriftsfil: what is told by name, on a screen of its own and in a file of its own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from kursapp.domain.attendance import Attendance
from kursapp.domain.problem import Problem
from kursapp.services.open_course import OpenedCourse
from kursapp.services.tell_progress import Told
from kursapp.ui.courses import Courses
from kursapp.ui.i18n import _, day
from kursapp.ui.messages import sentence
from kursapp.ui.navigation import Location, Navigator, cover, library, my_cohort
from kursapp.ui.participant.point_list import PointList
from kursapp.ui.participant.stage import ButtonRow
from kursapp.ui.picking import Picker
from kursapp.ui.screen import Screen
from kursapp.ui.tasks import Tasks
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.buttons import button
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.entry import Entry
from kursapp.ui.widgets.scroll import Column
from kursapp.ui.widgets.text import label

LONGEST = 120
PROGRESS_WIDTH = 680


class ProgressScreen(Screen):
    """A name, perhaps a workplace, and everything else that is told; then the file."""

    def __init__(self, tasks: Tasks, courses: Courses, navigator: Navigator, theme: Theme) -> None:
        super().__init__()
        self._tasks, self._courses, self._navigator, self._theme = tasks, courses, navigator, theme
        self._location = Location("progress-file")
        self._opened: OpenedCourse | None = None
        self._picker = Picker(self)
        self._scroll = Column(theme, PROGRESS_WIDTH, self)
        self._scroll.fill(self)
        self._build()

    def title(self) -> str:
        return _("Fremdriftsfil")

    def trail(self) -> tuple[tuple[str, Location], ...]:
        if self._opened is None:
            return ((_("Kurs"), library()),)
        course = self._opened.course
        return ((_("Kurs"), library()), (course.title, cover(course.id)), (_("Kull"), my_cohort(course.id)))

    def first_focus(self) -> QWidget | None:
        return self.name.field

    def enter(self, location: Location) -> None:
        self._location = location
        self._show_error("")
        self.done.hide()
        self._courses.open(location.course, self._on_course)

    def _build(self) -> None:
        column = self._scroll.column
        column.setSpacing(scale.S8)
        column.addWidget(label(_("Fremdriftsfil"), "h1"))
        points = [
            (
                "user",
                _("Denne fila har navnet ditt og hvor langt du er kommet. Ingenting av det du har svart, er med."),
            ),
            (
                "folder-open",
                _(
                    "Legg den i en annen mappe enn svarfilene, og lever den for seg. "
                    "Ellers kan noen se hva som er ditt."
                ),
            ),
        ]
        column.addWidget(PointList(points, self._theme))
        column.addSpacing(scale.S8)
        self.name = self._add_entry(_("Navnet ditt"), _("Må fylles ut"))
        self.workplace = self._add_entry(_("Arbeidssted"), _("Valgfritt"))
        column.addSpacing(scale.S8)
        column.addWidget(label(_("Dette sendes"), "h3"))
        self.told = Card()
        self._lines = label("")
        self.told.body.addWidget(self._lines)
        column.addWidget(self.told)
        self.error = label("", "error")
        self.error.hide()
        column.addWidget(self.error)
        self.make_button = button(_("Velg mappe og lag fremdriftsfila"), "primary", main=True)
        self.make_button.clicked.connect(self._on_make)
        column.addWidget(ButtonRow(self.make_button))
        self.done = label("", "strong")
        self.done.hide()
        column.addWidget(self.done)
        column.addStretch(1)

    def _add_entry(self, question: str, hint: str) -> Entry:
        entry = Entry(question, hint=hint)
        entry.field.setMaxLength(LONGEST)
        entry.changed.connect(self._read)
        entry.entered.connect(self._on_make)
        self._scroll.column.addWidget(entry)
        self._scroll.column.addSpacing(scale.S8)
        return entry

    def _on_course(self, opened: OpenedCourse) -> None:
        if opened.course.id != self._location.course:
            return
        self._opened = opened
        self.title_changed.emit()
        self._read()

    @Slot()
    def _read(self) -> None:
        opened, name, workplace = self._opened, self.name.text(), self.workplace.text()
        if opened is not None:
            self._tasks.profile(
                lambda participant: participant.on(opened).tell_progress.attendance(name, workplace),
                self._show,
                self._on_failed,
            )

    @Slot(object)
    def _show(self, told: Attendance) -> None:
        self._lines.setText("\n".join(lines_of(told)))

    @Slot()
    def _on_make(self) -> None:
        if not self.name.text():
            self.name.show_error(_("Skriv navnet kursholderen kjenner deg under."))
            return
        self._show_error("")
        self._picker.folder(_("Velg en mappe for fremdriftsfila"), self._on_folder)

    def _on_folder(self, folder: Path) -> None:
        opened, name, workplace = self._opened, self.name.text(), self.workplace.text()
        if opened is not None:
            self._tasks.profile(
                lambda participant: participant.on(opened).tell_progress.send(name, workplace, folder),
                self._on_told,
                self._on_failed,
            )

    @Slot(object)
    def _on_told(self, told: Told) -> None:
        made = _("Fremdriftsfila er laget: {name} i {folder}. Lever den til kursholderen.")
        self.done.setText(made.format(name=told.path.name, folder=told.path.parent))
        self.done.show()
        announce(self, self.done.text())

    @Slot(object)
    def _on_failed(self, found: Problem) -> None:
        self._show_error(sentence(found))

    def _show_error(self, text: str) -> None:
        self.error.setText(text)
        self.error.setVisible(bool(text))
        if text:
            self.done.hide()
            announce(self, text)


def lines_of(told: Attendance) -> list[str]:
    """Return every line of a progress file in words."""
    lines = [_("Navn: {name}").format(name=told.name or "…")]
    if told.workplace:
        lines.append(_("Arbeidssted: {name}").format(name=told.workplace))
    lines.append(_("Laget: {day}").format(day=day(told.made)))
    counted = _("{title}: {done} av {total} sider")
    lines += [counted.format(title=one.title, done=one.done, total=one.total) for one in told.days]
    met = _("Kravene til kursbevis: oppfylt") if told.certificate else _("Kravene til kursbevis: ikke oppfylt ennå")
    return [*lines, met]
