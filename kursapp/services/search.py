"""Searching all courses: their text and glossaries, in an index of their own that holds nothing private."""

from __future__ import annotations

import hashlib
import logging
import time
from collections import deque
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple, TypeVar

import kursapp
from kursapp.domain.course_texts import session_texts, term_text
from kursapp.domain.search_hit import Found, HitKind, PageRef
from kursapp.services.open_course import OpenedCourse
from kursapp.storage.course_index.course_index import GLOSSARY, CourseIndex, SessionMark
from kursapp.storage.course_index.tables import IndexLostError, remove

log = logging.getLogger(__name__)

MOST_HITS = 50

R = TypeVar("R")


class _Portion(NamedTuple):
    """A session that is to be indexed, or (``session`` None) a course that is whole by then."""

    course: OpenedCourse
    session: str | None
    mark: str


class CourseSearch:
    """The index of the courses, open on the thread that searches it.

    It can always be made again from the courses: where its file is damaged, of another version or cannot be written,
    it begins anew, at worst in memory. Without a ``file`` it is in memory at once.
    """

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._courses: tuple[OpenedCourse, ...] = ()
        self._line: deque[_Portion] = deque()
        self._was_lost = False
        self._index = self._open()

    def take_in(self, courses: Iterable[OpenedCourse]) -> None:
        """Say which courses there are. What is not among them is forgotten; what has changed waits to be indexed."""
        self._courses = tuple(courses)
        self._do(self._compare)

    def work(self, seconds: float = 0.03) -> bool:
        """Index for about so long, and say whether there is more to do."""
        end = time.monotonic() + seconds
        while self._line:
            self._do(self._index_next)
            if time.monotonic() >= end:
                break
        return bool(self._line)

    @property
    def is_building(self) -> bool:
        """Say whether some of the courses' text is not indexed yet."""
        return bool(self._line)

    def find(
        self, words: str, *, kinds: Collection[HitKind] = (), course_id: str = "", limit: int = MOST_HITS
    ) -> Found:
        """Search for some words as they were typed, in all courses or one; no ``kinds`` are all kinds.

        Whatever is typed, it raises nothing: what cannot be found gives no hits.
        """
        found = self._do(lambda index: index.find(words, kinds, course_id, limit)) or Found()
        return replace(found, complete=not self.is_building)

    def uses(self, course_id: str, term: str) -> tuple[PageRef, ...]:
        """Return the pages of a course that a term of its glossary is explained on, in the order of the course."""
        return self._do(lambda index: index.uses(course_id, term)) or ()

    def close(self) -> None:
        """Close the file."""
        self._index.close()

    def _open(self) -> CourseIndex:
        try:
            return CourseIndex(self._file)
        except IndexLostError:
            log.warning("the index of courses is made in memory: its file cannot be used")
            self._file = None
            return CourseIndex(None)

    def _do(self, work: Callable[[CourseIndex], R]) -> R | None:
        """Ask the index for something; where it is lost, begin it anew and answer with nothing this time."""
        try:
            return work(self._index)
        except IndexLostError:
            log.warning("the index of courses was lost, and is made anew", exc_info=True)
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
            self._line.clear()

    def _compare(self, index: CourseIndex) -> None:
        """Put in line what the index lacks of the courses."""
        self._line.clear()
        index.keep_only([opened.course.id for opened in self._courses])
        known = index.marks()
        for opened in self._courses:
            mark = f"{kursapp.__version__} {opened.digest}"
            if known.get(opened.course.id) != mark:
                sessions = _sessions(opened)
                wanted = set(index.begin(opened.course.id, opened.course.title, sessions))
                self._line.extend(_Portion(opened, each.id, each.mark) for each in sessions if each.id in wanted)
                self._line.append(_Portion(opened, None, mark))

    def _index_next(self, index: CourseIndex) -> None:
        opened, session, mark = self._line[0]
        course = opened.course
        if session is None:
            index.finish(course.id, mark)
        elif session == GLOSSARY:
            index.put(course.id, GLOSSARY, mark, map(term_text, course.glossary))
        else:
            index.put(course.id, session, mark, session_texts(opened.glance(session)))
        self._line.popleft()


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
