"""Lists of an item: options, things to put in order, boxes; each entry one paragraph, with the quote under it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from kursapp.content.items.item import Context
from kursapp.content.items.marks import (
    Mark,
    call_out_of,
    dashed_mark,
    is_quote,
    is_table,
    item_mark,
    option_mark,
    quoted,
)
from kursapp.content.items.quotes import parts_of
from kursapp.content.items.text import Text
from kursapp.content.lines import Line, heading_of, indent_of, is_rule
from kursapp.content.repair import Edit

_QUESTION_LABELS = ("hint", "explanation", "example")

Begins = Callable[[Line], Mark | None]
"""How an entry of this kind of list begins on a line, or None where none does."""


@dataclass
class Entry:
    """One entry: its mark, the lines of its paragraph without the mark, and the quote under it without ``>``.

    ``last`` is the number of the last line of the paragraph, ``reach`` that of the last comment right under it.
    ``faults`` are things an entry cannot hold, each with its line.
    """

    mark: Mark
    lines: list[Line]
    quote: list[Line] = field(default_factory=list)
    faults: list[tuple[str, int]] = field(default_factory=list)
    last: int = 0
    reach: int = 0

    @property
    def first(self) -> int:
        """Return the number of its first line."""
        return self.lines[0].number

    @cached_property
    def text(self) -> str:
        """Return its words once they are read, with line ends where the author has them."""
        return "\n".join(line.text.strip() for line in self.lines).strip()


def any_item(line: Line) -> Mark | None:
    """Begin an entry at every list item that is not indented: ``-``, ``1.`` or ``- [ ]``."""
    option = option_mark(line)
    if option:
        return option
    mark = item_mark(line)
    return mark if mark and mark.start <= 4 else None


def listed_item(line: Line) -> Mark | None:
    """Begin an entry at every list item, also at one with a dash for its mark: where only a list can be meant."""
    return any_item(line) or dashed_mark(line)


def numbered_item(line: Line) -> Mark | None:
    """Begin an entry at ``1.``."""
    mark = any_item(line)
    return mark if mark and mark.number and mark.box is None else None


class ListReader:
    """Reads one list from an item's lines. ``goes_on`` also begins an entry once there is one."""

    def __init__(self, text: Text, context: Context, begins: Begins, goes_on: Begins | None = None) -> None:
        self._text, self._context = text, context
        self._first, self._later = begins, goes_on or begins
        self._lines = text.lines
        self.entries: list[Entry] = []

    def read(self, at: int) -> int:
        """Read the list that begins at an index; return the index after it."""
        while at < len(self._lines):
            following = self._step(at)
            if following == at:
                break
            at = following
        return at

    def _begins(self, at: int) -> Mark | None:
        """Return the mark of an entry that begins at an index; a mark two spaces further in is a list in an entry."""
        mark = (self._later if self.entries else self._first)(self._lines[at])
        return mark if mark and not (self.entries and mark.start - self.entries[0].mark.start >= 2) else None

    def _step(self, at: int) -> int:
        """Read what begins at an index into the last entry or a new one; the same index where the list ends."""
        line = self._lines[at]
        mark = self._begins(at)
        if mark:
            self.entries.append(Entry(mark, [line._replace(text=mark.text)], last=line.number, reach=line.number))
            return at + 1
        if self._text.is_comment(at):
            if not self.entries[-1].quote:
                self.entries[-1].reach = line.number
            return at + 1
        if line.blank and not line.fenced:
            return self._after_blank(at)
        if line.fenced:
            return self._fault("fence", at) if indent_of(line.text) else at
        if is_quote(line):
            return self._quote(at)
        if heading_of(line) or is_rule(line):
            return at
        return self._continued(at)

    def _after_blank(self, at: int) -> int:
        """Go on after blank lines where the list does: another entry, or something indented."""
        following = self._past_blank(at)
        if following == len(self._lines):
            return at
        line = self._lines[following]
        if self._begins(following):
            return following
        if is_quote(line) and not indent_of(line.text):
            return self._misplaced_quote(following) or at
        if indent_of(line.text) < 2:
            return at
        if is_quote(line) and not line.fenced:
            return self._quote(following)
        return self._fault("fence" if line.fenced else _what(self._lines, following) or "paragraph", following)

    def _past_blank(self, at: int) -> int:
        while at < len(self._lines) and self._lines[at].blank and not self._lines[at].fenced:
            at += 1
        return at

    def _quote(self, at: int) -> int:
        """Read the quote under an entry up to where it stops being the entry's own; call-outs never are."""
        line = self._lines[at]
        if not indent_of(line.text) and call_out_of(line) is not None:
            return at
        end = _quote_end(self._lines, at)
        until = end if indent_of(line.text) else self._question_part(at, end)
        if until > at:
            self._entry_quote(self._lines[at:until])
        return until

    def _question_part(self, at: int, end: int) -> int:
        """Return where a label such as Hint opens the question's own part of an unindented quote, or its end.

        Where another entry follows, the whole quote is feedback.
        """
        following = self._past_blank(end)
        if following < len(self._lines) and self._begins(following):
            return end
        parts = parts_of(quoted(self._lines[at:end]), self._context.silent())
        own = next((part.line for part in parts if part.label in _QUESTION_LABELS), None)
        if own is None:
            return end
        if own == self._lines[at].number:
            self._context.report("quote-under-option", own, repair=[Edit(own, 1, 1, "\n")])
        return at + own - self._lines[at].number

    def _entry_quote(self, lines: Sequence[Line]) -> None:
        entry = self.entries[-1]
        if entry.quote:
            entry.quote.append(Line(lines[0].number, ""))
        entry.quote += quoted(lines)

    def _misplaced_quote(self, at: int) -> int | None:
        """Take a quote without label between two entries as the first one's feedback, which should be indented."""
        end = _quote_end(self._lines, at)
        following = self._past_blank(end)
        if following == len(self._lines) or not self._begins(following) or call_out_of(self._lines[at]) is not None:
            return None
        lines = self._lines[at:end]
        if any(part.label for part in parts_of(quoted(lines), self._context.silent())):
            return None
        self._context.report("feedback-not-under-option", lines[0].number, repair=self._text.indented(lines))
        self._entry_quote(lines)
        return end

    def _continued(self, at: int) -> int:
        """Join a further line to the entry's paragraph, or note what cannot stand in it."""
        line, entry = self._lines[at], self.entries[-1]
        what = _what(self._lines, at) if indent_of(line.text) else ""
        if what:
            return self._fault(what, at)
        if not indent_of(line.text):
            if item_mark(line) or is_table(self._lines, at):
                return at
            edit = Edit(line.number, 1, 1, "> " if entry.quote else "  ")
            self._context.report("lazy-line", line.number, repair=[edit], what="quote" if entry.quote else "option")
        if entry.quote:
            entry.quote.append(line._replace(text=line.text.strip()))
        else:
            entry.lines.append(line)
            entry.last = entry.reach = line.number
        return at + 1

    def _fault(self, what: str, at: int) -> int:
        """Note a table, fence, list or second paragraph in an entry, and go past it."""
        self.entries[-1].faults.append((what, self._lines[at].number))
        at += 1
        while at < len(self._lines) and (self._lines[at].fenced or _goes_on(self._lines[at])):
            at += 1
        return at


def _goes_on(line: Line) -> bool:
    return not line.blank and indent_of(line.text) >= 2


def _quote_end(lines: Sequence[Line], at: int) -> int:
    while at < len(lines) and is_quote(lines[at]):
        at += 1
    return at


def _what(lines: Sequence[Line], at: int) -> str:
    """Name what cannot stand in an entry, where it begins here."""
    mark = item_mark(lines[at])
    if mark and mark.start > 2:
        return "list"
    return "table" if is_table(lines, at) else ""
