"""Goes through a session file from heading to heading: pages, their items, and the text between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kursapp.content.findings import Findings
from kursapp.content.items import Context
from kursapp.content.items.opening import open_item
from kursapp.content.items.reading import read_item
from kursapp.content.lines import Line
from kursapp.content.markup import Markup
from kursapp.content.page_text import PageText
from kursapp.domain.course import Block


class Scanner:
    """Reads the blocks of one file's pages and scenes."""

    def __init__(self, markup: Markup, findings: Findings) -> None:
        self._markup = markup
        self._findings = findings
        self._text = PageText(markup, findings)

    def read(self, lines: Sequence[Line], context: Context) -> tuple[Block, ...]:
        """Return the blocks of a page's or a scene's lines."""
        context = replace(context, blocks=lambda inner: self.read(inner, context))
        return tuple(self._blocks(lines, context))

    def _blocks(self, lines: Sequence[Line], context: Context) -> Iterator[Block]:
        at = start = 0
        while at < len(lines):
            item = open_item(lines, at, context) if may_be_heading(lines[at]) else None
            if item is None:
                at += 1
                continue
            yield from self._text.read(lines[start:at], context)
            block, used = read_item(item, context)
            yield block
            at = start = item.last - lines[0].number + 1 + used
        yield from self._text.read(lines[start:], context)


def may_be_heading(line: Line) -> bool:
    """Say whether a line begins like a heading, also one without the space it should have."""
    return line.text.lstrip(" ").startswith("#") and not line.fenced and not line.hidden
