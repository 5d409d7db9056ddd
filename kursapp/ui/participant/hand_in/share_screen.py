"""Deling av quizsvar: a screen of its own, so that sharing is never done together with handing in a form."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from kursapp.domain.course import Session
from kursapp.domain.problem import Problem
from kursapp.services.open_course import OpenedCourse
from kursapp.services.participant import PageState
from kursapp.ui.courses import Courses
from kursapp.ui.i18n import _
from kursapp.ui.messages import Messages
from kursapp.ui.navigation import Location, Navigator, cover, library, my_cohort, page
from kursapp.ui.participant.hand_in.share_body import ShareBody
from kursapp.ui.participant.page_ground import PageGround
from kursapp.ui.participant.page_loader import PageLoader
from kursapp.ui.screen import Screen
from kursapp.ui.tasks import Tasks
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.item_card import GUTTER
from kursapp.ui.widgets.scroll import Column


class ShareScreen(Screen):
    """Shows the sharing of the quiz its location names."""

    def __init__(self, tasks: Tasks, courses: Courses, navigator: Navigator, theme: Theme, messages: Messages) -> None:
        super().__init__()
        self._tasks, self._courses, self._navigator = tasks, courses, navigator
        self._theme, self._messages = theme, messages
        self._location = Location("share-quiz")
        self._loader: PageLoader | None = None
        self.body: ShareBody | None = None
        self._scroll = Column(theme, scale.READING_WIDTH + 2 * GUTTER, self)
        self._scroll.fill(self)
        theme.dress(self, "30-page", "40-flows")

    def title(self) -> str:
        return _("Del quizsvar")

    def trail(self) -> tuple[tuple[str, Location], ...]:
        course = self._courses.get(self._location.course)
        if course is None:
            return ((_("Kurs"), library()),)
        course_id = course.course.id
        return ((_("Kurs"), library()), (course.course.title, cover(course_id)), (_("Kull"), my_cohort(course_id)))

    def first_focus(self) -> QWidget | None:
        return self.body.first_focus() if self.body is not None else self

    def enter(self, location: Location) -> None:
        self._location = location
        self._courses.open(location.course, self._on_course)

    def leave(self) -> None:
        if self.body is not None:
            self.body.leave()

    def _on_course(self, opened: OpenedCourse) -> None:
        if opened.course.id == self._location.course:
            self._loader = PageLoader(opened, self._tasks, self._theme, self._messages, self)
            self._loader.read_session(self._location.session, self._on_session, self._on_failed)

    @Slot(object)
    def _on_session(self, session: Session) -> None:
        if self._loader is None or session.id != self._location.session:
            return
        ground = self._loader.ground(session, self._location.page)
        self._loader.read_state(ground, partial(self._on_state, ground))

    def _on_state(self, ground: PageGround, state: PageState) -> None:
        if ground.page.id != self._location.page:
            return
        self._clear()
        self.body = ShareBody(ground, state)
        self.body.shown_part.connect(self._to_top)
        self.body.quiz_wanted.connect(self._on_quiz)
        self._scroll.column.addWidget(self.body, 0, Qt.AlignmentFlag.AlignTop)
        self.body.begin()

    @Slot(object)
    def _on_failed(self, found: Problem) -> None:
        self._messages.problem(found)
        self._navigator.go(my_cohort(self._location.course))

    def _clear(self) -> None:
        if self.body is not None:
            self._scroll.column.removeWidget(self.body)
            self.body.deleteLater()

    @Slot(object)
    def _to_top(self, _part: object) -> None:
        self._scroll.verticalScrollBar().setValue(0)

    @Slot()
    def _on_quiz(self) -> None:
        here = self._location
        self._navigator.go(page(here.course, here.session, here.page))
