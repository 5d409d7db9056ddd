"""Asks the courses and one's own words at the same time, and makes one answer of what they say."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from shiboken6 import isValid

from kursapp.domain.problem import Problem
from kursapp.domain.search_hit import OWN, Found, HitKind, merged
from kursapp.ui.courses import Courses
from kursapp.ui.tasks import Tasks

if TYPE_CHECKING:
    from kursapp.services.participant import Participant
    from kursapp.services.search import CourseSearch

MOST_SHOWN = 100
PAUSE_MILLISECONDS = 40
AGAIN_MILLISECONDS = 300


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: the words as they are typed, the kinds (none are all), and a course or all."""

    words: str = ""
    kinds: frozenset[HitKind] = frozenset()
    course_id: str = ""

    @property
    def asks(self) -> bool:
        """Say whether there is anything to look for."""
        return bool(self.words.strip())


class Asking(QObject):
    """``answered`` with every new answer to the query asked last; what comes to an earlier one is dropped.

    An answer may come in two: what is found first is shown first. It is not ``complete`` while a half is missing or the
    courses are still being read; then it is asked again until it is.
    """

    answered = Signal(object)

    def __init__(self, tasks: Tasks, courses: Courses, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._courses = tasks, courses
        self._query = Query()
        self._number = 0
        self._halves: dict[str, Found] = {}
        self._wanted: frozenset[str] = frozenset()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._send)

    def ask(self, query: Query) -> None:
        """Look for this from now on, a moment from now: while one types, not every letter is looked for."""
        self._query = query
        self._number += 1
        self._pause.stop()
        if query.asks:
            self._pause.start(PAUSE_MILLISECONDS)

    def stop(self) -> None:
        """Look for nothing any more."""
        self._number += 1
        self._pause.stop()

    @property
    def is_settled(self) -> bool:
        """Say whether nothing more will come to what was asked."""
        return not self._pause.isActive() and self._wanted <= self._halves.keys()

    @Slot()
    def _send(self) -> None:
        query, number = self._query, self._number
        self._halves = {}
        own, public = not query.kinds or bool(query.kinds & OWN), not query.kinds or bool(query.kinds - OWN)
        self._wanted = frozenset(half for half, is_wanted in (("course", public), ("own", own)) if is_wanted)
        if public:
            then, failed = self._takers("course", number)
            self._tasks.searching(partial(_in_courses, query), then, failed)
        if own:
            then, failed = self._takers("own", number)
            self._tasks.profile(partial(_in_own, query, self._courses), then, failed)

    def _takers(self, half: str, number: int) -> tuple[partial[None], partial[None]]:
        return partial(self._take, half, number), partial(self._miss, half, number)

    def _take(self, half: str, number: int, found: Found) -> None:
        if not isValid(self) or number != self._number:
            return
        self._halves[half] = found
        answer = merged(self._halves.values(), MOST_SHOWN)
        if not answer.complete:
            self._pause.start(AGAIN_MILLISECONDS)
        self.answered.emit(answer)

    def _miss(self, half: str, number: int, _found: Problem) -> None:
        """Do without a half whose file cannot be opened: the window has said so already."""
        self._take(half, number, Found())


def _in_courses(query: Query, index: CourseSearch) -> Found:
    return index.find(query.words, kinds=query.kinds, course_id=query.course_id, limit=MOST_SHOWN)


def _in_own(query: Query, courses: Courses, participant: Participant) -> Found:
    return participant.search.find(
        query.words, courses.get, kinds=query.kinds, course_id=query.course_id, limit=MOST_SHOWN
    )
