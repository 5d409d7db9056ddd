"""Searching all courses: their text and glossaries, in an index of their own that holds nothing private."""

from __future__ import annotations

import hashlib
import logging
import time
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple, TypeVar

import kursapp
from kursapp.domain.course_texts import CourseText, session_texts, term_text
from kursapp.domain.search_hit import Found, HitKind, PageRef
from kursapp.services.open_course import OpenedCourse
from kursapp.storage.course_index.course_index import GLOSSARY, CourseIndex, SessionMark
from kursapp.storage.course_index.tables import IndexLostError, remove

log = logging.getLogger(__name__)

MOST_HITS = 50

MENDED_A_TIME = 0.05
"""Seconds that who asks an index that was lost spends on making it again, until it is whole."""

R = TypeVar("R")


class _Portion(NamedTuple):
    """A session that is to be indexed, or (``session`` None) a course that is whole by then."""

    course: OpenedCourse
    session: str | None
    mark: str


class Work(NamedTuple):
    """Whether there is ``more`` to index, and whether somebody waits for it."""

    more: bool
    urgent: bool = False


class CourseSearch:
    """The index of the courses, open on the thread that searches it.

    It can always be made again from the courses: where its file is damaged, of another version or cannot be written,
    it begins anew, at worst in memory. Without a ``file`` it is in memory at once.
    """

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._courses: tuple[OpenedCourse, ...] | None = None
        self._line: deque[_Portion] = deque()
        self._texts: Iterator[tuple[int, CourseText]] | None = None
        self._page_title = ""
        self._most = 0
        self._is_urgent = False
        self._was_lost = False
        self._index = self._open()

    def take_in(self, courses: Iterable[OpenedCourse]) -> None:
        """Say which courses there are. What is not among them is forgotten; what has changed waits to be indexed."""
        self._courses = tuple(courses)
        self._do(self._compare)

    def work(self, seconds: float = 0.005) -> Work:
        """Index for about so long, and say whether there is more to do. A page is the least that is done."""
        end = time.monotonic() + seconds
        while self._line:
            self._do(self._index_next)
            if time.monotonic() >= end:
                break
        return Work(bool(self._line), self._is_urgent)

    @property
    def is_building(self) -> bool:
        """Say whether some of the courses' text is not indexed yet; it is, until the courses are known."""
        return bool(self._line) or self._courses is None

    def find(
        self, words: str, *, kinds: Collection[HitKind] = (), course_id: str = "", limit: int = MOST_HITS
    ) -> Found:
        """Search for some words as they were typed, in all courses or one; no ``kinds`` are all kinds.

        Whatever is typed, it raises nothing: what cannot be found gives no hits. Where the index is not whole yet, it
        is from now on made without pauses.
        """
        self._mend()
        found = self._do(lambda index: index.find(words, kinds, course_id, limit)) or Found()
        self._is_urgent = self.is_building
        if not self.is_building:
            return found
        return replace(found, complete=False, indexed=self._indexed())

    def _indexed(self) -> float:
        return 1 - len(self._line) / self._most if self._line else 0.0

    def uses(self, course_id: str, term: str) -> tuple[PageRef, ...]:
        """Return the pages of a course that a term of its glossary is explained on, in the order of the course."""
        self._mend()
        return self._do(lambda index: index.uses(course_id, term)) or ()

    def close(self) -> None:
        """Close the file."""
        self._index.close()

    def _open(self) -> CourseIndex:
        try:
            return CourseIndex(self._file)
        except IndexLostError:
            log.info("the index of courses is made in memory: its file cannot be used")
            self._file = None
            return CourseIndex(None)

    def _do(self, work: Callable[[CourseIndex], R]) -> R | None:
        """Ask the index for something; where it is lost, begin it anew and answer with nothing this time."""
        try:
            return work(self._index)
        except IndexLostError:
            log.info("the index of courses was lost, and is made anew")
            self._begin_anew()
            return None

    def _begin_anew(self) -> None:
        """Begin with an empty index: in the file once more, and where that is lost as well, in memory."""
        self._index.close()
        if self._file is not None:
            remove(self._file)
        if self._was_lost:
            self._file = None
        self._was_lost = True
        self._index = self._open()
        try:
            self._compare(self._index)
        except IndexLostError:
            # Not even in memory: searching finds nothing, and everything else goes on.
            self._leave_line()

    def _mend(self) -> None:
        """Go on with an index that was lost: whoever had it made may be long done, and those who ask ask again."""
        if self._was_lost:
            self.work(MENDED_A_TIME)

    def _leave_line(self) -> None:
        self._line.clear()
        self._texts = None

    def _compare(self, index: CourseIndex) -> None:
        """Put in line what the index lacks of the courses."""
        self._leave_line()
        courses = self._courses or ()
        index.keep_only([opened.course.id for opened in courses])
        known = index.marks()
        for opened in courses:
            mark = f"{kursapp.__version__} {opened.digest}"
            if known.get(opened.course.id) != mark:
                sessions = _sessions(opened)
                wanted = set(index.begin(opened.course.id, opened.course.title, sessions))
                self._line.extend(_Portion(opened, each.id, each.mark) for each in sessions if each.id in wanted)
                self._line.append(_Portion(opened, None, mark))
        self._most = len(self._line)

    def _index_next(self, index: CourseIndex) -> None:
        """Index one text of what is first in line: so little that nobody at the screen notices."""
        course, session, mark = self._line[0]
        if session is None:
            index.finish(course.course.id, mark)
        elif self._texts is None:
            index.empty(course.course.id, session)
            self._texts = enumerate(_texts(course, session))
            return
        elif (text := next(self._texts, None)) is not None:
            if text[1].kind is HitKind.PAGE:
                self._page_title = text[1].title
            index.put(course.course.id, session, text[0], self._page_title, text[1])
            return
        else:
            index.finish_session(course.course.id, session, mark)
        self._texts = None
        self._line.popleft()


def _texts(opened: OpenedCourse, session: str) -> Iterator[CourseText]:
    if session == GLOSSARY:
        return map(term_text, opened.course.glossary)
    return session_texts(opened.glance(session))


def _sessions(opened: OpenedCourse) -> tuple[SessionMark, ...]:
    """Return the sessions of a course as they should be in the index, its glossary first."""
    marks = opened.session_marks()
    terms = opened.term_marks()
    glossary = hashlib.sha256("".join(terms.values()).encode()).hexdigest()
    found = [SessionMark(GLOSSARY, -1, "", "", glossary)]
    for module in opened.course.modules:
        if not module.bank:
            for head in module.sessions:
                found.append(SessionMark(head.id, len(found), head.title, module.title, marks[head.id]))
    return tuple(found)
