"""Searching one's own words: notes, reflections, workbook and plan, in the profile's own file and nowhere else."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import NamedTuple

from kursapp.domain.course import Course
from kursapp.domain.passages import Marker
from kursapp.domain.search_hit import OWN, Found, Hit, HitKind
from kursapp.services.open_course import OpenedCourse
from kursapp.storage.participant.own_index import OwnHit
from kursapp.storage.participant.profile_file import ProfileFile

MOST_HITS = 50

AT_ONCE = 200
"""Texts that are indexed before a search goes on: what has been written since the last."""

CourseOf = Callable[[str], OpenedCourse | None]
"""Gives a course by its id, where it is on this machine (``ui.courses.Courses.get``)."""


class OwnSearch:
    """The index of what one participant has written."""

    def __init__(self, profile: ProfileFile) -> None:
        self._index = profile.own_index
        self._enrolments = profile.enrolments

    def find(
        self,
        words: str,
        course_of: CourseOf,
        *,
        kinds: Collection[HitKind] = (),
        course_id: str = "",
        limit: int = MOST_HITS,
    ) -> Found:
        """Search for some words as they were typed, in everything or in what was written in one course.

        Whatever is typed, it raises nothing but what the file itself may (KursappError). Not complete: there is more
        written than could be indexed at once, and ``work`` is to be called.
        """
        if kinds and not OWN.intersection(kinds):
            return Found()
        more = self._index.refresh(AT_ONCE)
        found, total, marker = self._index.find(words, kinds, course_id, limit)
        named = {course: self._names(course, course_of(course)) for course in {each.course_id for each in found}}
        return Found(tuple(_hit(each, named[each.course_id], marker) for each in found), total, not more)

    def notes(self, words: str) -> tuple[str, ...]:
        """Return the ids of all notes and highlights the words are found in, the best first."""
        while self.work(AT_ONCE):
            pass
        return self._index.keys(words, "note")

    def work(self, most: int = 20) -> bool:
        """Index some of what has been written since the last search, and say whether there is more to do."""
        return self._index.refresh(most)

    def _names(self, course_id: str, opened: OpenedCourse | None) -> _Named:
        enrolled = None if opened is not None else self._enrolments.get(course_id)
        return _Named(opened, enrolled.title if enrolled is not None else "")


class _Named(NamedTuple):
    """A course, where it is on this machine, and what it is called where it is not."""

    opened: OpenedCourse | None
    title: str

    def place(self, page_or_item: str, page_id: str) -> tuple[str, str, tuple[str, ...]]:
        """Return the session and page something is on, and the way there, as far as that is known."""
        if self.opened is None:
            return "", page_id, (self.title,) if self.title else ()
        where = self.opened.page_of(page_or_item)
        if where is None:
            return "", page_id, (self.opened.course.title,)
        return (*where, _trail(self.opened.course, *where))


def _hit(found: OwnHit, course: _Named, marker: Marker) -> Hit:
    text = found.text
    session_id, page_id, trail = course.place(text.page_id or found.key, text.page_id)
    passage = marker.passage(text.body)
    return Hit(
        text.kind,
        found.course_id,
        session_id,
        page_id,
        found.key,
        text.title,
        trail,
        passage.text,
        passage.marks,
        found.rank,
        text.spot,
        tuple((each.start, each.end) for each in marker.occurrences(text.title)),
    )


def _trail(course: Course, session_id: str, page_id: str) -> tuple[str, ...]:
    for module in course.modules:
        for head in module.sessions:
            if head.id == session_id:
                page = next((page.title for page in head.pages if page.id == page_id), "")
                return tuple(filter(None, (course.title, module.title, head.title, page)))
    return (course.title,)
