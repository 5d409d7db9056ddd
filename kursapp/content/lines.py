"""Lines of a file and what they are at first sight: headings, rules, blank, fenced or inside a comment."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

_HEADING = re.compile(r" {0,3}(?P<marks>#{1,6})(?P<text> .*|)$")
_BACKTICKS = re.compile(r"`+")
_RULE = re.compile(r" {0,3}-(?: *-){2,} *$")


class Line(NamedTuple):
    """A line of a file.

    ``number`` counts from 1. ``fenced`` lines stand in a code fence, its own two lines included. ``hidden`` lines begin
    inside a comment. Neither is ever structure.
    """

    number: int
    text: str
    fenced: bool = False
    hidden: bool = False

    @property
    def blank(self) -> bool:
        """Say whether nothing can be seen on the line."""
        return not self.text.strip()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with ``level`` marks. ``column`` is where its text begins, from 1."""

    level: int
    text: str
    column: int


def heading_of(line: Line) -> Heading | None:
    """Return the heading a line is, or None. A line underlined with ``===`` or ``---`` is none."""
    if "#" not in line.text[:4] or line.fenced or line.hidden:
        return None
    found = _HEADING.match(line.text)
    if not found:
        return None
    written = found["text"]
    text = written.strip()
    without_marks = text.rstrip("#")
    if not without_marks or without_marks.endswith(" "):
        text = without_marks.rstrip()
    return Heading(len(found["marks"]), text, found.start("text") + indent_of(written) + 1)


def is_rule(line: Line) -> bool:
    """Say whether a line is ``---``, which ends an item."""
    return not (line.fenced or line.hidden) and _RULE.match(line.text) is not None


def indent_of(text: str) -> int:
    """Return how many spaces a line begins with."""
    return len(text) - len(text.lstrip(" "))


def trimmed(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines without the blank ones at either end."""
    first, last = 0, len(lines)
    while first < last and lines[first].blank:
        first += 1
    while last > first and lines[last - 1].blank:
        last -= 1
    return lines[first:last]


def paragraphs(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """Yield runs of lines without blank ones between them; fenced lines are never blank."""
    start = None
    for at, line in enumerate(lines):
        if line.blank and not line.fenced:
            if start is not None:
                yield lines[start:at]
            start = None
        elif start is None:
            start = at
    if start is not None:
        yield lines[start:]


def code_spans(text: str) -> list[tuple[int, int]]:
    """Return where code spans begin and end in a text, their backticks included."""
    if "`" not in text:
        return []
    runs = [(found.start(), found.end()) for found in _BACKTICKS.finditer(text)]
    spans: list[tuple[int, int]] = []
    at = 0
    unclosed: set[int] = set()
    while at < len(runs):
        start, end = runs[at]
        length = end - start
        close = None if length in unclosed else _same_length(runs, at + 1, length)
        if close is None:
            unclosed.add(length)
            at += 1
        else:
            spans.append((start, runs[close][1]))
            at = close + 1
    return spans


def _same_length(runs: Sequence[tuple[int, int]], first: int, length: int) -> int | None:
    return next((at for at in range(first, len(runs)) if runs[at][1] - runs[at][0] == length), None)
