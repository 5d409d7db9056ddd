"""What somebody has marked and noted, as it leaves the screen: by course, day and page, ready to be written out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Entry:
    """A highlight, a note or a bookmark.

    ``quote`` are the course's words it hangs on, ``words`` her own; both empty is a bookmark. ``colour`` is the
    highlight's (``yellow``, ``green``, ``blue``, ``pink``) or empty. ``lost``: the quote is not in the text any more.
    """

    day: date
    quote: str = ""
    words: str = ""
    colour: str = ""
    lost: bool = False


@dataclass(frozen=True, slots=True)
class NotedPage:
    """A page with what was noted on it, in the order of the page."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class NotedPart:
    """A day or another part of a course."""

    title: str
    pages: tuple[NotedPage, ...]


@dataclass(frozen=True, slots=True)
class NotedCourse:
    """A course. ``here``: it is on this machine, so its parts and pages stand in the course's own order."""

    title: str
    parts: tuple[NotedPart, ...]
    here: bool = True


@dataclass(frozen=True, slots=True)
class Notebook:
    """All that is to be written out. ``chosen`` says in words what it was chosen by, empty where it is everything."""

    courses: tuple[NotedCourse, ...]
    made: date
    language: str = "nb"
    chosen: str = ""

    def count(self) -> int:
        """Return how many entries there are."""
        return sum(len(page.entries) for course in self.courses for part in course.parts for page in part.pages)
