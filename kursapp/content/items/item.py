"""An item as the scanner hands it over, and what a reader of items is given to work with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from kursapp.content.codes import severity_of
from kursapp.content.lines import Line
from kursapp.content.repair import VALUE, Edit, is_repairable, write_edits
from kursapp.content.settings import Settings
from kursapp.content.slugs import numbered, shortened
from kursapp.domain.course import Block, Place, Rich
from kursapp.domain.problem import Problem, problem


class Markup(Protocol):
    """Turns an author's text into sanitised HTML; never raises. ``content.markup`` has the real one."""

    def inline(self, text: str, line: int) -> Rich:
        """Return one paragraph's text, without a paragraph around it."""

    def block(self, lines: Sequence[Line]) -> Rich:
        """Return paragraphs, lists, tables and the like."""


@dataclass(frozen=True, slots=True)
class Item:
    """An item's heading, and the lines it may take: up to the next heading of its level or higher, or ``---``.

    ``keyword`` and ``variant`` are names of ``keywords.ITEMS``, ``EVALUATION_ITEMS`` and ``VARIANTS``; ``variant`` is
    empty where none is written, and ``?`` where it is unknown. ``title`` is the heading's text after the colon, with
    its markup. ``body`` begins after the settings, whose last line (or the heading's) has the number ``last``.
    """

    level: int
    keyword: str
    variant: str
    title: str
    heading_line: Line
    settings: Settings
    body: tuple[Line, ...]
    last: int


def no_blocks(lines: Sequence[Line]) -> tuple[Block, ...]:
    """Return no blocks: what a scene holds where nobody scans its prose."""
    return ()


@dataclass
class Context:
    """What the readers of one page's items share: where they are, how texts become HTML, and what they found wrong.

    ``blocks`` scans the prose and inner items of a scene. ``taken`` holds the ids derived so far in the file,
    ``counts`` how many of each, ``derived`` what each was derived from.
    """

    file: str
    page_id: str
    markup: Markup
    blocks: Callable[[Sequence[Line]], tuple[Block, ...]] = no_blocks
    on_evaluation_page: bool = False
    problems: list[Problem] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)
    counts: dict[str, int] = field(default_factory=dict)
    derived: list[tuple[str, str]] = field(default_factory=list)

    def report(self, code: str, line: int, column: int = 1, *, repair: Iterable[Edit] = (), **values: object) -> None:
        """Note a finding. Its severity is that of its code; with ``repair`` it can be mended in one step."""
        edits = tuple(repair)
        if edits:
            values[VALUE] = write_edits(edits)
        fixable = is_repairable(code, values)
        self.problems.append(
            problem(code, self.file, line, column, severity=severity_of(code), fixable=fixable, **values)
        )

    def silent(self) -> Context:
        """Return a context to try something in: what it finds wrong is forgotten."""
        return Context(self.file, self.page_id, self.markup, on_evaluation_page=self.on_evaluation_page)

    def derive_id(self, slug: str, owner: str = "") -> str:
        """Return an id for what has none written: its page's (or owner's) and its slug, numbered where taken."""
        wanted = f"{owner or self.page_id}/{shortened(slug)}"
        found = numbered(wanted, self.taken, self.counts)
        self.taken.add(found)
        self.derived.append((wanted, found))
        return found

    def derive_again(self, derived: Sequence[tuple[str, str]]) -> bool:
        """Take the ids of an earlier reading; False, and none is taken, where one of them would be another now."""
        counts = {wanted: self.counts.get(wanted) for wanted, _ in derived}
        done: list[str] = []
        for wanted, found in derived:
            if numbered(wanted, self.taken, self.counts) != found:
                self.taken.difference_update(done)
                self.counts.update({name: held for name, held in counts.items() if held is not None})
                for name in (name for name, held in counts.items() if held is None):
                    self.counts.pop(name, None)
                return False
            self.taken.add(found)
            done.append(found)
        self.derived += derived
        return True

    def place(self, first: int, last: int) -> Place:
        """Return the place of some lines of this file."""
        return Place(self.file, first, max(first, last))
