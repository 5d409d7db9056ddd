"""Runs of lines of one kind: where code, quotes, headings and tick lists begin and end in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from kursapp.content.lines import Line, heading_of, paragraphs

Kind = Literal["text", "code", "quote", "heading", "ticks"]

QUOTE = re.compile(r" {0,3}> ?")
TICK = re.compile(r" *(?:[-*+]|\d{1,9}[.)]) +\[(?P<mark>[ xX])\](?: +(?P<text>.*))?$")
_STARTS_SOMETHING = re.compile(r" *(?:[-*+>|]|\d{1,9}[.)]) ")


class Run(NamedTuple):
    """Lines of one kind without blank ones between them."""

    kind: Kind
    lines: Sequence[Line]

    @property
    def first(self) -> int:
        """Return the number of the first line."""
        return self.lines[0].number

    @property
    def last(self) -> int:
        """Return the number of the last line."""
        return self.lines[-1].number


def runs_of(lines: Sequence[Line]) -> Iterator[Run]:
    """Part lines into runs, in order; blank lines between them are left out."""
    for paragraph in paragraphs(lines):
        yield from _part(paragraph)


def _part(paragraph: Sequence[Line]) -> Iterator[Run]:
    start, kind = 0, _kind(paragraph[0])
    for at in range(1, len(paragraph)):
        now = _kind(paragraph[at])
        if _goes_on(kind, now, paragraph, start, at):
            continue
        yield Run(kind, paragraph[start:at])
        start, kind = at, now
    yield Run(kind, paragraph[start:])


def _kind(line: Line) -> Kind:
    if QUOTE.match(line.text):
        return "quote"
    if line.fenced:
        return "code"
    if heading_of(line):
        return "heading"
    return "ticks" if TICK.match(line.text) else "text"


def _goes_on(kind: Kind, now: Kind, paragraph: Sequence[Line], start: int, at: int) -> bool:
    """Say whether a line belongs to the run before it; text right under a quote or a tick goes on with it."""
    if kind == "code":
        return paragraph[at].fenced and not _closed(paragraph[start:at])
    if kind in ("quote", "ticks") and now == "text":
        return not _STARTS_SOMETHING.match(paragraph[at].text)
    return now == kind and kind != "heading"


def _closed(fence: Sequence[Line]) -> bool:
    """Say whether lines that begin with a fence's opening end with its close."""
    opening, last = fence[0].text.strip(" "), fence[-1].text.strip(" ")
    length = len(opening) - len(opening.lstrip(opening[0]))
    return len(fence) > 1 and len(last) >= length and not last.strip(opening[0])
