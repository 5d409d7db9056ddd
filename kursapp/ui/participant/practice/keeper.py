"""Keeps the cards of Øving what the courses and the day say they are, and tells how many wait.

It works beside everything else: a course is read where courses are read, and only when something in it or in what has
been done is another than last time.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kursapp.domain.problem import Problem
from kursapp.services.changes import Change, Changes
from kursapp.ui.courses import Courses
from kursapp.ui.tasks import Tasks

if TYPE_CHECKING:
    from kursapp.services.open_course import CourseReader, OpenedCourse
    from kursapp.services.participant import Participant
    from kursapp.services.review_intake import Candidate, Ready, TakenIn

QUIET_MILLISECONDS = 1000
LOOKS_MILLISECONDS = 10 * 60 * 1000
"""How often it looks whether it is another day, in a window that is left open."""

DONE = (Change.PROGRESS, Change.QUIZ, Change.CASES, Change.ENROLMENT)


class PracticeKeeper(QObject):
    """``counted`` tells how many questions and cases wait today."""

    counted = Signal(int)

    def __init__(self, tasks: Tasks, courses: Courses, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._courses = tasks, courses
        self._quiet = self._timer(QUIET_MILLISECONDS, single=True)
        self._quiet.timeout.connect(self.take_in)
        self._looks = self._timer(LOOKS_MILLISECONDS, single=False)
        self._looks.timeout.connect(self.count)
        tasks.changed.connect(self._on_changed)
        tasks.profile_ready.connect(self._on_ready)
        courses.changed.connect(self._on_shelf)

    @Slot()
    def count(self) -> None:
        """Take note of the day, and count what waits."""
        self._tasks.profile(_count, self._on_counted, self._on_failed)

    @Slot()
    def take_in(self) -> None:
        """Bring the cards up to what the courses on the shelf are now, and count."""
        if not self._courses.is_loaded:
            return
        shelf = self._courses.shelf()
        refused = bool(self._courses.refused())
        if not refused:
            # A course that could not be opened just now is not gone.
            there = frozenset(opened.course.id for opened in shelf)
            self._tasks.profile(partial(_keep_to, there), None, self._on_failed)
        for opened in shelf:
            self._tasks.profile(partial(_ready, opened), partial(self._on_found, opened), self._on_failed)
        self.count()

    def _timer(self, milliseconds: int, *, single: bool) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(single)
        timer.setInterval(milliseconds)
        return timer

    @Slot()
    def _on_ready(self) -> None:
        self._looks.start()
        self._quiet.start()

    @Slot()
    def _on_shelf(self) -> None:
        self._quiet.start()

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if Change.REVIEW in changes:
            self.count()
        if any(kind in changes for kind in DONE):
            self._quiet.start()

    @Slot(int)
    def _on_counted(self, count: int) -> None:
        self.counted.emit(count)

    def _on_found(self, opened: OpenedCourse, found: Ready | None) -> None:
        if found is not None:
            self._tasks.reading(partial(_candidates, opened, found), partial(self._on_read, found), self._on_failed)

    def _on_read(self, found: Ready, now: tuple[Candidate, ...]) -> None:
        self._tasks.profile(partial(_take_in, found, now), None, self._on_failed)

    @Slot(object)
    def _on_failed(self, _found: Problem) -> None:
        """Let it be until next time: whatever keeps the file from being written is told where she herself writes."""


# On the lanes' threads -----------------------------------------------------------------------------


def _count(participant: Participant) -> int:
    if not participant.profile.read_only:
        participant.review.see_day()
    return participant.review.due_count()


def _keep_to(there: frozenset[str], participant: Participant) -> Changes | None:
    return None if participant.profile.read_only else participant.review.keep_to(there)


def _ready(opened: OpenedCourse, participant: Participant) -> Ready | None:
    return None if participant.profile.read_only else participant.review.ready(opened)


def _candidates(opened: OpenedCourse, found: Ready, _reader: CourseReader) -> tuple[Candidate, ...]:
    from kursapp.services.review_intake import candidates

    return candidates(opened, found)


def _take_in(found: Ready, now: tuple[Candidate, ...], participant: Participant) -> TakenIn:
    return participant.review.take_in(found, now)
