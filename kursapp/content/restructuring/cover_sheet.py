"""The cover parted into its modules and the items of their lists, each known by its rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kursapp.content.addresses import Inward, read_address
from kursapp.content.comments import Cleaned, take_comments
from kursapp.content.cover_lists import ListItem, read_section
from kursapp.content.definitions import take_definitions
from kursapp.content.keywords import SECTIONS
from kursapp.content.lines import Line, heading_of
from kursapp.content.restructuring.rows import Row, Sheet
from kursapp.content.source import read_lines
from kursapp.domain.problem import refusal

_NOTE = re.compile(r"\s+<!--.*-->\s*$")
_MARKER = re.compile(r"(?P<indent>\s*)(?P<marker>[-*+]|\d{1,9}[.)])(?P<gap>\s+)")


@dataclass(frozen=True, slots=True)
class Listed:
    """An item of a list that is a link into the course: the rows from ``first`` up to before ``end``."""

    file: str
    fragment: str
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one ``##`` of the cover, up to before row ``end``. ``kind`` is ``bank``, ``requirements``,
    or empty for a module of its own name."""

    title: str
    kind: str
    first: int
    end: int
    items: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class CoverSheet:
    """The rows of the cover and what they are."""

    sheet: Sheet
    sections: tuple[Section, ...]

    @property
    def modules(self) -> tuple[Section, ...]:
        """The sections that are modules, counted as ``Course.modules`` does."""
        return tuple(section for section in self.sections if section.kind != "requirements")

    def module(self, number: int) -> Section:
        """Return one module. Refuses one that is not there."""
        if not 0 <= number < len(self.modules):
            raise refusal("restructure-gone", file="")
        return self.modules[number]

    def find(self, file: str) -> tuple[int, int]:
        """Return the number of the module that lists a file, and its place in the list. Refuses one nobody lists."""
        for number, module in enumerate(self.modules):
            for at, item in enumerate(module.items):
                if item.file == file:
                    return number, at
        raise refusal("restructure-gone", file=file)

    def files(self) -> list[str]:
        """Return every file the modules list, in order."""
        return [item.file for module in self.modules for item in module.items]


def part_cover(file: str, sheet: Sheet) -> CoverSheet:
    """Part the cover at its headings."""
    lines, _ = read_lines(file, sheet.data())
    length = _front_matter(lines)
    _, body = take_definitions(lines[length:])
    cleaned = take_comments(body)
    starts = [at for at, line in enumerate(cleaned.lines) if _level(line) == 2]
    sections = [_section(file, cleaned, start, end, length) for start, end in pairwise([*starts, len(body)])]
    return CoverSheet(sheet, tuple(_with_notes(section, sheet) for section in sections))


def _with_notes(section: Section, sheet: Sheet) -> Section:
    """Let the notes on lines of their own under an item be part of it."""
    items = []
    for item in section.items:
        end = item.end
        while end < section.end and _NOTE.match(sheet.rows[end].text):
            end += 1
        items.append(replace(item, end=end))
    return replace(section, items=tuple(items))


def _section(file: str, cleaned: Cleaned, start: int, end: int, before: int) -> Section:
    heading = heading_of(cleaned.lines[start])
    title = heading.text if heading else ""
    items = read_section(cleaned.lines[start + 1 : end], cleaned).items
    kind = SECTIONS.find(title)
    return Section(
        title,
        kind if kind in ("bank", "requirements") else "",
        start + before,
        end + before,
        tuple(_listed(file, items)),
    )


def _listed(file: str, items: Iterable[ListItem]) -> Iterable[Listed]:
    for item in items:
        address = read_address(file, item.link[1]) if item.link else None
        if isinstance(address, Inward) and address.file:
            yield Listed(address.file, address.fragment, item.line - 1, item.end)


def _front_matter(lines: Sequence[Line]) -> int:
    if not lines or lines[0].text.rstrip() != "---":
        return 0
    return next((at + 1 for at in range(1, len(lines)) if lines[at].text.rstrip() == "---"), 0)


def _level(line: Line) -> int:
    heading = heading_of(line)
    return heading.level if heading else 0


def marker_of(row: Row) -> str:
    """Return the mark a list item begins with: ``-`` or ``3.``; empty where the row begins none."""
    found = _MARKER.match(row.text)
    return found["marker"] if found else ""


def with_marker(row: Row, marker: str) -> Row:
    """Return a list item's first row with another mark."""
    found = _MARKER.match(row.text)
    if not found or found["marker"] == marker:
        return row
    return row._replace(text=row.text[: found.start("marker")] + marker + row.text[found.end("marker") :])


def renumbered(sheet: Sheet, items: Sequence[Listed], first: str) -> Sheet:
    """Return the cover with a numbered list counted again from its first item; ``first`` is the mark it begins with.

    A list that says ``1.`` for every item goes on saying it: ask ``counts`` first.
    """
    rows = list(sheet.rows)
    start, dot = int(first[:-1]), first[-1]
    for at, item in enumerate(items):
        rows[item.first] = with_marker(rows[item.first], f"{start + at}{dot}")
    return sheet._replace(rows=tuple(rows))


def counts(sheet: Sheet, section: Section) -> str:
    """Return the first mark of a list that counts its items (``1.``); empty for any other."""
    markers = [marker_of(sheet.rows[item.first]) for item in section.items]
    if not markers or not all(marker[:1].isdigit() for marker in markers):
        return ""
    if len(markers) > 1 and len(set(markers)) == 1:
        return ""
    return markers[0]
