"""A course one has begun on that is not on the machine now: its stick was pulled out, or its folder is gone."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Slot

from kursapp.ui.courses import Courses
from kursapp.ui.i18n import _
from kursapp.ui.messages import Messages
from kursapp.ui.navigation import Location, Navigator, home, library, workbook

SCREENS = frozenset({"cover", "page"})
"""Screens that show nothing without their course."""

ABOUT = "course-away"


def away_words() -> tuple[str, str]:
    """Return what is the matter, and the ways out."""
    away = _("Kurset er ikke på maskinen nå")
    return away, _("Sett inn minnepinnen, eller åpne kurspakka. Det du har skrevet, står i Arbeidsbok.")


class AbsentCourses(QObject):
    """Leads on from a screen that waits for a course which does not come, with a sentence about it."""

    def __init__(self, courses: Courses, navigator: Navigator, messages: Messages, parent: QObject) -> None:
        super().__init__(parent)
        self._courses, self._navigator, self._messages = courses, navigator, messages
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._look)
        navigator.moved.connect(self._on_moved)
        courses.changed.connect(self._later.start)

    @Slot(object)
    def _on_moved(self, _location: Location) -> None:
        # In a turn of its own: the screen is shown first.
        self._later.start()

    @Slot()
    def _look(self) -> None:
        here = self._navigator.here
        if here.screen not in SCREENS or not self._courses.is_loaded or self._courses.get(here.course) is not None:
            return
        # Going back must not lead here again.
        self._navigator.replace(home())
        self._navigator.go(library())
        away, ways = away_words()
        self._messages.warn(f"{away}. {ways}", _("Åpne Arbeidsbok"), partial(self._navigator.go, workbook()), ABOUT)
