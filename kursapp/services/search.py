"""Searching all courses: their text and glossaries, in an index of their own that holds nothing private."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

from kursapp.domain.search_hit import Found, HitKind, PageRef
from kursapp.services.open_course import OpenedCourse

MOST_HITS = 50


class CourseSearch:
    """The index of the courses, open on the thread that searches it.

    It can always be made again from the courses: where its file is damaged, of another version or cannot be written,
    it begins anew, at worst in memory. Without a ``file`` it is in memory at once.
    """

    def __init__(self, file: Path | None) -> None:
        self._file = file

    def take_in(self, courses: Iterable[OpenedCourse]) -> None:
        """Say which courses there are. What is not among them is forgotten; what has changed waits to be indexed."""

    def work(self, seconds: float = 0.03) -> bool:
        """Index for about so long, and say whether there is more to do."""
        return False

    @property
    def is_building(self) -> bool:
        """Say whether some of the courses' text is not indexed yet."""
        return False

    def find(
        self, words: str, *, kinds: Collection[HitKind] = (), course_id: str = "", limit: int = MOST_HITS
    ) -> Found:
        """Search for some words as they were typed, in all courses or one; no ``kinds`` are all kinds.

        Whatever is typed, it raises nothing: what cannot be found gives no hits.
        """
        return Found()

    def uses(self, course_id: str, term: str) -> tuple[PageRef, ...]:
        """Return the pages of a course that a term of its glossary is explained on, in the order of the course."""
        return ()

    def close(self) -> None:
        """Close the file."""
