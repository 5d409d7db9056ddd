"""In the demonstration: a made-up cohort with the answers of made-up people, to try everything on."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from kursapp.domain.days import local_day
from kursapp.domain.problem import Problem
from kursapp.services.clock import SystemClock
from kursapp.ui.courses import Courses
from kursapp.ui.desk import Desk
from kursapp.ui.i18n import _
from kursapp.ui.messages import Messages
from kursapp.ui.picking import Picker
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.text import label

if TYPE_CHECKING:
    from kursapp.services.coordinator import Coordinator
    from kursapp.services.open_course import OpenedCourse

PEOPLE, SEED = 24, 7
DAYS_AGO = 160
"""The made-up course ended today: its answers are those of the last day."""


class MadeUpCard(Card):
    """``made`` tells the cohort's id when its answer files lie in the folder chosen."""

    made = Signal(str)

    def __init__(self, desk: Desk, courses: Courses, messages: Messages, picker: Picker) -> None:
        super().__init__()
        self._desk, self._courses, self._messages, self._picker = desk, courses, messages, picker
        self._is_busy = False
        self.body.addWidget(label(_("Et oppdiktet kull"), "h3"))
        text = _("Programmet lager et kull og svarfiler fra {n} oppdiktede deltakere i en mappe du velger.")
        self.body.addWidget(label(text.format(n=PEOPLE)))
        self.make = button(_("Lag et oppdiktet kull"), "primary")
        self.make.clicked.connect(self._on_make)
        add_button_row(self.body, self.make)

    @Slot()
    def _on_make(self) -> None:
        if not self._courses.shelf():
            self._messages.warn(_("Kursene er ikke åpnet ennå. Prøv igjen om et øyeblikk."), about="no-course-yet")
        elif not self._is_busy:
            self._picker.folder(_("Velg en tom mappe til svarfilene"), self._on_folder)

    def _on_folder(self, folder: Path) -> None:
        self._is_busy = True
        self.make.setText(_("Lager svarfiler …"))
        self._desk.ask(partial(_simulate, self._courses.shelf()[0], folder), self._on_made, self._on_failed)

    def _on_made(self, cohort_id: str) -> None:
        self._end()
        self._messages.tell(_("Svarfilene ligger i mappa. Velg den under Innsamling."))
        self._desk.tell_changed(cohort_id)
        self.made.emit(cohort_id)

    def _on_failed(self, found: Problem) -> None:
        self._end()
        self._messages.problem(found)

    def _end(self) -> None:
        self._is_busy = False
        self.make.setText(_("Lag et oppdiktet kull"))


def _simulate(course: OpenedCourse, folder: Path, coordinator: Coordinator) -> str:
    from kursapp.services.simulate import simulate

    starts = local_day(SystemClock().now()) - timedelta(days=DAYS_AGO)
    return simulate(coordinator, course, folder, count=PEOPLE, seed=SEED, starts=starts).card.id
