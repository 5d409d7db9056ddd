"""Has the index of the courses made, and that of one's own words, when nobody is using the machine for anything else.

Finding the stems of words keeps Python busy, and the screen waits while it does. So it is done a page at a time, with
pauses, once the window has been at rest; only somebody who waits for an answer is not kept waiting by them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from kursapp.domain.problem import Problem
from kursapp.ui.courses import Courses
from kursapp.ui.tasks import Tasks

if TYPE_CHECKING:
    from kursapp.services.participant import Participant
    from kursapp.services.search import CourseSearch, Work

REST = 3000
"""Milliseconds after the last course has come on the shelf."""

PAUSE = 25
"""Milliseconds between two portions, of about five each."""

_URGENT_SECONDS = 0.05


class Indexing(QObject):
    """Keeps the indexes in step with the shelf and with what was written before."""

    def __init__(self, tasks: Tasks, courses: Courses, parent: QObject | None = None, *, rest: int = REST) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._courses = courses
        self._is_urgent = False
        self._rest = QTimer(self, singleShot=True, interval=rest)
        self._rest.timeout.connect(self._begin)
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._go_on)
        self._own_pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._own_pause.timeout.connect(self._go_on_with_own)
        courses.changed.connect(self._on_courses)

    @Slot()
    def _on_courses(self) -> None:
        if self._courses.is_loaded:
            self._rest.start()

    @Slot()
    def _begin(self) -> None:
        shelf = self._courses.shelf()

        def take_in(index: CourseSearch) -> None:
            index.take_in(shelf)

        self._tasks.searching(take_in, self._on_taken_in, self._on_failed)
        self._go_on_with_own()

    def _on_taken_in(self, _nothing: None) -> None:
        self._go_on()

    @Slot()
    def _go_on(self) -> None:
        self._tasks.searching(_work_at_once if self._is_urgent else _work, self._on_worked, self._on_failed)

    def _on_worked(self, work: Work) -> None:
        self._is_urgent = work.urgent
        if work.more:
            self._pause.start(0 if work.urgent else PAUSE)

    @Slot()
    def _go_on_with_own(self) -> None:
        self._tasks.profile(_work_on_own, self._on_worked_on_own, self._on_failed)

    def _on_worked_on_own(self, more: bool) -> None:
        if more:
            self._own_pause.start()

    def _on_failed(self, _found: Problem) -> None:
        """Let it be: what could not be indexed now is when it is searched, and an open file's trouble is told by it."""


def _work(index: CourseSearch) -> Work:
    return index.work()


def _work_at_once(index: CourseSearch) -> Work:
    return index.work(_URGENT_SECONDS)


def _work_on_own(participant: Participant) -> bool:
    return participant.search.work()
