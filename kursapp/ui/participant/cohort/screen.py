"""Kullet: a cohort file looked at before one joins, and the cohort one has joined."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from kursapp.domain.problem import Problem
from kursapp.services.changes import Change, Changes
from kursapp.services.join_cohort import CohortView, Joined
from kursapp.services.open_course import OpenedCourse
from kursapp.services.participant import Participant
from kursapp.ui.courses import Courses
from kursapp.ui.i18n import _, quoted
from kursapp.ui.messages import Messages, sentence
from kursapp.ui.navigation import Location, Navigator, cover, library, my_cohort
from kursapp.ui.participant.cohort.facts_view import MarkAndName, Promises
from kursapp.ui.participant.cohort.opening import CohortOpening
from kursapp.ui.participant.cohort.rows import HandInRows
from kursapp.ui.participant.stage import ButtonRow
from kursapp.ui.screen import Screen
from kursapp.ui.tasks import Tasks
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.buttons import button
from kursapp.ui.widgets.empty import EmptyState
from kursapp.ui.widgets.scroll import Column
from kursapp.ui.widgets.text import label

COHORT_WIDTH = 680


class CohortScreen(Screen):
    """Shows one cohort. A location with a ``target`` is a file to look at, one with a ``course`` the cohort joined."""

    def __init__(self, tasks: Tasks, courses: Courses, navigator: Navigator, theme: Theme, messages: Messages) -> None:
        super().__init__()
        self._tasks, self._courses, self._navigator = tasks, courses, navigator
        self._theme, self._messages = theme, messages
        self._location = Location("cohort")
        self._view: CohortView | None = None
        self._shown: tuple[CohortView, bool, bool] | None = None
        self._main: QPushButton | None = None
        self._opening = CohortOpening(self, navigator)
        self._scroll = Column(theme, COHORT_WIDTH, self)
        self._body = QWidget()
        self._scroll.column.addWidget(self._body)
        self._scroll.column.addStretch(1)
        self._scroll.fill(self)
        courses.changed.connect(self._on_shelf)

    def title(self) -> str:
        return self._view.mine.cohort.name if self._view is not None else _("Kull")

    def trail(self) -> tuple[tuple[str, Location], ...]:
        if self._view is None or self._course() is None:
            return ((_("Kurs"), library()),)
        cohort = self._view.mine.cohort
        return ((_("Kurs"), library()), (cohort.course_title, cover(cohort.course_id)))

    def first_focus(self) -> QWidget | None:
        return self._main or self

    def enter(self, location: Location) -> None:
        if location != self._location:
            self._view = None
            self._put(QWidget(), None)
        self._location = location
        self._read()

    def refresh(self, changes: Changes) -> None:
        if Change.COHORT in changes or Change.DELIVERY in changes:
            self._read()

    def _read(self) -> None:
        location = self._location

        def read(participant: Participant) -> CohortView | None:
            cohorts = participant.cohorts
            mine = cohorts.look_at(Path(location.target)) if location.target else cohorts.of_course(location.course)
            return None if mine is None else cohorts.view(mine)

        self._tasks.profile(read, self._show, self._on_refused)

    @Slot()
    def _on_shelf(self) -> None:
        if self._view is not None and self.isVisible():
            self._show(self._view)

    @Slot(object)
    def _on_refused(self, found: Problem) -> None:
        """Say why the file is not one to join by, and let another be chosen."""
        self._put_state(_("Kullfila kan ikke brukes"), sentence(found), _("Velg en annen fil"))
        announce(self, sentence(found))

    @Slot(object)
    def _show(self, view: CohortView | None) -> None:
        if view is None:
            self._show_none()
            return
        first_time, self._view = self._view is None, view
        shown = (view, self._course() is None, self._courses.is_loaded)
        if shown == self._shown:
            # What is there already keeps the keyboard where it is.
            return
        parts = [MarkAndName(view.mine), *(self._joined(view) if view.mine.is_current else self._not_joined(view))]
        self._put(_holder(*parts), self._main)
        self._shown = shown
        self._take_keyboard()
        if first_time:
            self._scroll.verticalScrollBar().setValue(0)
            self.title_changed.emit()

    def _show_none(self) -> None:
        told = _("Du er ikke med i noe kull ennå. Åpne kullfila du har fått av kursholderen.")
        self._put_state(_("Ingen kull"), told, _("Åpne kullfil"))

    def _put_state(self, title: str, text: str, action: str) -> None:
        state = EmptyState(title, text, action)
        state.chosen.connect(self._opening.ask)
        self._put(state, state.action)
        self._take_keyboard()

    def _not_joined(self, view: CohortView) -> list[QWidget]:
        """Return the promises, and the button that joins: one reads before one agrees."""
        self._main = button(_("Bli med i kullet"), "primary", main=True)
        self._main.clicked.connect(self._on_join)
        later = button(_("Ikke nå"), "secondary", main=True)
        later.clicked.connect(self._on_later)
        parts: list[QWidget] = [Promises(view.mine, self._theme)]
        if view.other is not None:
            told = _("Du er med i kullet {name} i samme kurs. Blir du med her, leverer du til dette fra nå av.")
            parts.append(label(told.format(name=quoted(view.other.cohort.name)), "strong"))
        if self._courses.is_loaded and self._course() is None:
            parts.append(label(self._course_missing(), "strong"))
        return [*parts, ButtonRow(self._main, later)]

    def _joined(self, view: CohortView) -> list[QWidget]:
        parts: list[QWidget] = [label(_("Du er med i dette kullet."), "done")]
        course = self._course()
        self._main = None
        if course is None:
            parts += [label(self._course_missing(), "strong")] if self._courses.is_loaded else []
        else:
            self._main = button(_("Til kurset"), "primary", main=True)
            self._main.clicked.connect(self._on_course)
            rows = HandInRows(view, course.page_of, self._theme)
            rows.asked.connect(self._navigator.go)
            parts += [ButtonRow(self._main), rows]
        return [*parts, Promises(view.mine, self._theme)]

    def _course(self) -> OpenedCourse | None:
        return self._courses.get(self._view.mine.cohort.course_id) if self._view is not None else None

    def _course_missing(self) -> str:
        return _("Kurset er ikke på denne maskinen ennå. Be kursholderen om det, så kan du svare og levere.")

    def _put(self, body: QWidget, main: QPushButton | None) -> None:
        """Show other contents where the present ones are; ``main`` is what one most likely does next."""
        self._scroll.column.replaceWidget(self._body, body)
        self._body.hide()
        self._body.deleteLater()
        self._body, self._shown = body, None
        body.show()
        self._main = main

    def _take_keyboard(self) -> None:
        if self.isVisible() and self._main is not None:
            self._main.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_join(self) -> None:
        view = self._view
        if view is not None:
            self._tasks.save(lambda participant: participant.cohorts.join(view.mine), self._on_joined)

    @Slot(object)
    def _on_joined(self, joined: Joined) -> None:
        self._messages.tell(_("Du er med i kullet {name}.").format(name=quoted(joined.mine.cohort.name)))
        here = my_cohort(joined.mine.cohort.course_id)
        self._navigator.replace(here)
        self.enter(here)

    @Slot()
    def _on_later(self) -> None:
        self._navigator.back()

    @Slot()
    def _on_course(self) -> None:
        if self._view is not None:
            self._navigator.go(cover(self._view.mine.cohort.course_id))


def _holder(*parts: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(16)
    for part in parts:
        column.addWidget(part)
    return holder
