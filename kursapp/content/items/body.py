"""The parts of an item's body: what stands before the answers, the answers, and the labelled quotes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from kursapp.content.items.item import Context, Item
from kursapp.content.items.marks import answer_line, call_out_of, is_quote, option_mark, quoted
from kursapp.content.items.opening import is_item
from kursapp.content.items.quotes import Part, parts_of
from kursapp.content.items.text import Text
from kursapp.content.lines import Line, heading_of
from kursapp.content.repair import Edit

Take = Callable[[int], int]
"""Reads answers that begin at an index of the body; returns the index after them, the same one where none begin."""


@dataclass
class Body:
    """What was read: ``used`` lines of the body, of which ``stem`` stands before the answers."""

    stem: list[Line] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    used: int = 0
    answered: bool = False


class BodyReader:
    """Goes through an item's body until something in it no longer belongs to the item.

    ``take`` reads the answers. ``headings_inside``: plain deeper headings belong to the item. ``open_ended``: an item
    without answers of its own (a reflection), which a labelled quote completes; a call-out or checklist ends it.
    """

    def __init__(
        self,
        item: Item,
        text: Text,
        context: Context,
        take: Take,
        *,
        headings_inside: bool = False,
        open_ended: bool = False,
    ) -> None:
        self._item, self._text, self._context, self._take = item, text, context, take
        self._headings_inside, self._open_ended = headings_inside, open_ended
        self._body = Body()

    def read(self) -> Body:
        """Read the body."""
        lines, at = self._text.lines, 0
        while at < len(lines):
            following = self._step(at)
            if following == at:
                break
            at = following
        self._body.used = self._without_blank_end(at)
        return self._body

    def _without_blank_end(self, at: int) -> int:
        while at and self._text.lines[at - 1].blank and not self._text.is_comment(at - 1):
            at -= 1
        return at

    def _complete(self) -> bool:
        return self._body.answered or (self._open_ended and bool(self._body.parts))

    def _step(self, at: int) -> int:
        line = self._text.lines[at]
        if line.blank and not line.fenced:
            return self._prose(at, at + 1) if not self._complete() else at + 1
        if heading_of(line):
            return self._heading(at)
        if is_quote(line) and not line.fenced:
            return self._quote(at)
        if self._open_ended and option_mark(line):
            return at
        taken = self._take(at)
        if taken > at:
            self._body.answered = True
            return taken
        return at if self._complete() else self._prose(at, at + 1)

    def _prose(self, at: int, end: int) -> int:
        self._body.stem += self._text.lines[at:end]
        return end

    def _heading(self, at: int) -> int:
        """End at another item; a plain heading belongs to a workbook and to nothing else."""
        line = self._text.lines[at]
        if is_item(line, on_evaluation_page=self._context.on_evaluation_page):
            return at
        if self._headings_inside:
            return at if self._complete() else self._prose(at, at + 1)
        self._context.report("heading-in-item", line.number, item=self._item.keyword)
        return at if self._complete() else self._prose(at, at + 1)

    def _quote(self, at: int) -> int:
        lines, end = self._text.lines, at
        while end < len(lines) and is_quote(lines[end]):
            end += 1
        if call_out_of(lines[at]) is not None:
            return self._call_out(at, end)
        end = self._lazy(end)
        parts = parts_of(quoted(lines[at:end]), self._context)
        if not parts:
            return end
        if not parts[0].label and not self._complete():
            return self._prose(at, end)
        if not parts[0].label:
            column = self._text.quote_column(parts[0].line)
            repair = [Edit(parts[0].line, column, column, "**Forklaring:** ")]
            self._context.report("quote-without-label", parts[0].line, repair=repair)
        self._body.parts += parts
        return end

    def _lazy(self, at: int) -> int:
        """Go past lines right under a quote that other viewers would take into it."""
        lines = self._text.lines
        while at < len(lines) and self._is_lazy(at):
            edit = Edit(lines[at].number, 1, 1, "> ")
            self._context.report("lazy-line", lines[at].number, repair=[edit], what="quote")
            at += 1
        return at

    def _is_lazy(self, at: int) -> bool:
        line = self._text.lines[at]
        if line.blank or line.fenced or option_mark(line) or answer_line(line):
            return False
        return line.text.lstrip(" ")[:1].isalpha()

    def _call_out(self, at: int, end: int) -> int:
        """End at a call-out once the item is complete; before that it is left out, because it may not be for all."""
        if self._complete() or self._open_ended:
            return at
        self._context.report("call-out-in-item", self._text.lines[at].number, item=self._item.keyword)
        return end
