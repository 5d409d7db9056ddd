"""Searching one's own words: notes, reflections, workbook and plan, in the profile's own file and nowhere else."""

from __future__ import annotations

from collections.abc import Callable, Collection

from kursapp.domain.search_hit import Found, HitKind
from kursapp.services.open_course import OpenedCourse
from kursapp.storage.participant.profile_file import ProfileFile

MOST_HITS = 50

CourseOf = Callable[[str], OpenedCourse | None]
"""Gives a course by its id, where it is on this machine (``ui.courses.Courses.get``)."""


class OwnSearch:
    """The index of what one participant has written."""

    def __init__(self, profile: ProfileFile) -> None:
        self._profile = profile

    def find(
        self,
        words: str,
        course_of: CourseOf,
        *,
        kinds: Collection[HitKind] = (),
        course_id: str = "",
        limit: int = MOST_HITS,
    ) -> Found:
        """Search for some words as they were typed, in everything or in what was written in one course."""
        return Found()

    def notes(self, words: str) -> tuple[str, ...]:
        """Return the ids of all notes and highlights the words are found in, the best first."""
        return ()

    def work(self, seconds: float = 0.03) -> bool:
        """Index for about so long what has been written since, and say whether there is more to do."""
        return False
