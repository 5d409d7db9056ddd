"""The pages of one file as they were read the last time, so that an edit costs the page it is on and not the file."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from itertools import count

from kursapp.content.definitions import Definitions
from kursapp.content.lines import Line
from kursapp.content.moving import moved, moved_problem
from kursapp.content.parsed import Address
from kursapp.domain.course import Page
from kursapp.domain.problem import Problem

Key = tuple[Hashable, ...]


@dataclass(frozen=True, slots=True)
class PageRead:
    """What reading the lines from ``first`` on gave: the page (None: nothing stood there) and all that came with it.

    ``derived`` are the ids made up for it, with what they were made from. ``looked_up``: something on it stands among
    the file's definitions, whose lines are not its own.
    """

    first: int
    page: Page | None
    problems: tuple[Problem, ...] = ()
    links: tuple[Address, ...] = ()
    images: tuple[Address, ...] = ()
    derived: tuple[tuple[str, str], ...] = ()
    looked_up: bool = False

    def at(self, first: int) -> PageRead:
        """Return the same where its lines begin at ``first``."""
        by = first - self.first
        if not by:
            return self
        return replace(
            self,
            first=first,
            page=moved(self.page, by),
            problems=tuple(moved_problem(found, by) for found in self.problems),
            links=tuple(replace(link, line=link.line + by) for link in self.links),
            images=tuple(replace(image, line=image.line + by) for image in self.images),
        )


class PageMemory:
    """Remembers the pages of one file by their lines, and what else their reading depends on.

    The stand-ins of links and images are numbered on through all readings, so that a page remembered keeps its own.
    """

    def __init__(self) -> None:
        self.numbers = (count(), count())
        self._frame: Hashable = None
        self._definitions: Definitions | None = None
        self._pages: dict[Key, PageRead] = {}
        self._before: dict[Key, PageRead] = {}
        self._met: dict[Key, int] = {}

    def begin(self, session_id: str, definitions: Definitions) -> None:
        """Begin a reading of the whole file: what it has no use for is forgotten after it."""
        self._before, self._pages = {**self._before, **self._pages}, {}
        self._enter(session_id, definitions)

    def end(self) -> None:
        """End a reading of the whole file."""
        self._before = {}

    def look(self, session_id: str, definitions: Definitions) -> None:
        """Begin a reading of one page: nothing is forgotten after it."""
        self._enter(session_id, definitions)

    def key(self, kind: Hashable, lines: Sequence[Line]) -> Key:
        """Return what a page is known by: its lines, and which of several equal ones it is."""
        words = (kind, *(line[1:] for line in lines))
        self._met[words] = self._met.get(words, -1) + 1
        return (*words, self._met[words])

    def find(self, key: Key, first: int) -> PageRead | None:
        """Return what these lines were read as, as it is where they begin at ``first``; None where it is not known."""
        found = self._pages.get(key) or self._before.get(key)
        if found is None or (found.looked_up and found.first != first):
            return None
        return found.at(first)

    def keep(self, key: Key, read: PageRead) -> None:
        """Remember what lines were read as."""
        self._pages[key] = read

    def _enter(self, session_id: str, definitions: Definitions) -> None:
        self._met = {}
        frame = (session_id, _said(definitions))
        if frame != self._frame:
            self._pages, self._before, self._frame = {}, {}, frame
        if definitions != self._definitions:
            self._pages = {key: read for key, read in self._pages.items() if not read.looked_up}
            self._before = {key: read for key, read in self._before.items() if not read.looked_up}
        self._definitions = definitions


def _said(definitions: Definitions) -> Hashable:
    """Return what a file defines, wherever it stands."""
    return (
        tuple((name, link.address) for name, link in definitions.links.items()),
        tuple((name, tuple(line[1:] for line in lines)) for name, lines in definitions.notes.items()),
        tuple(definitions.abbreviations.items()),
    )
