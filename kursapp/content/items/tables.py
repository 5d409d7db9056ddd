"""Pipe tables of an item: a head, and body rows whose cells know where they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kursapp.content.comments import Comment
from kursapp.content.items.item import Context
from kursapp.content.items.marks import is_delimiter, is_table
from kursapp.content.items.text import Text
from kursapp.content.lines import Line, code_spans, heading_of, is_rule
from kursapp.content.repair import Edit
from kursapp.content.settings import Settings, is_settings

SEPARATOR = ";"
"""What parts settings inside a table, where ``|`` would end the cell."""

_BAR = re.compile(r"\\.|\|")


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell's words, the line it stands on, the column where they end, and the comments in it."""

    text: str
    line: int
    column: int
    comments: tuple[Comment, ...] = ()


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of as many cells as the head has."""

    cells: tuple[TableCell, ...]
    line: int

    @property
    def empty(self) -> bool:
        """Say whether no cell holds words."""
        return not any(cell.text for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its head and its rows."""

    head: TableRow
    rows: tuple[TableRow, ...]

    @property
    def width(self) -> int:
        """Return how many columns it has."""
        return len(self.head.cells)


class TableReader:
    """Reads the one table of an item."""

    def __init__(self, text: Text, context: Context) -> None:
        self._text, self._context = text, context
        self.table: Table | None = None
        self.second = 0
        self.without_rule = False

    def take(self, at: int) -> int:
        """Read a table that begins at an index; return the index after it. A second table is reported."""
        lines = self._text.lines
        if not is_table(lines, at):
            return self._without_rule(at)
        end = at + 2
        while end < len(lines) and _is_row(lines[end]):
            end += 1
        if self.table is None:
            self.table = self._read(at, end)
        elif not self.second:
            self.second = lines[at].number
            self._context.report("two-tables", self.second, first=self.table.head.line)
        return end

    def row_settings(self, row: TableRow) -> Settings:
        """Take the settings of a row, which stand in its first cell or at its end."""
        return self._take_settings([comment for cell in row.cells for comment in cell.comments])

    def settings(self, cell: TableCell) -> Settings:
        """Take the settings of one cell: a column's, in the head."""
        return self._take_settings(cell.comments)

    def _take_settings(self, comments: Sequence[Comment]) -> Settings:
        """Take settings; a ``|`` between them cuts the cell in two in other viewers."""
        for comment in comments:
            bar = comment.text.find("|")
            if bar >= 0 and is_settings(comment) and comment.last == comment.line:
                edits = [
                    Edit(comment.line, comment.begins + at, comment.begins + at + 1, SEPARATOR)
                    for at, letter in enumerate(comment.text)
                    if letter == "|"
                ]
                self._context.report("bar-in-table", comment.line, comment.begins + bar, repair=edits)
                return self._text.take(comments, "|")
        return self._text.take(comments, SEPARATOR)

    def _without_rule(self, at: int) -> int:
        """Report rows that are no table because the line under the head is missing; they are left as prose."""
        lines = self._text.lines
        if self.table or at + 1 >= len(lines) or not (_barred(lines[at]) and _barred(lines[at + 1])):
            return at
        if at and _barred(lines[at - 1]):
            return at
        width = len(_cut(lines[at].text))
        end = self._text.end(lines[at].number)
        edit = Edit(lines[at].number, end, end, "\n|" + "---|" * width)
        self._context.report("table-without-rule", lines[at].number, repair=[edit])
        self.without_rule = True
        return at

    def _read(self, at: int, end: int) -> Table:
        lines = self._text.lines
        head = self._row(lines[at], 0)
        width = len(head.cells)
        return Table(head, tuple(self._row(line, width) for line in lines[at + 2 : end]))

    def _row(self, line: Line, width: int) -> TableRow:
        """Read a row as ``width`` cells (all it has for 0); words beyond the last column are reported."""
        spans = _cut(line.text)
        comments = self._text.comments(line.number)
        edges = [end + 1 for _, end in spans[:-1]] + [len(self._text.raw(line.number)) + 1]
        cells = [
            self._cell(line, start, end, [comment for comment in comments if start < comment.at <= edge])
            for (start, end), edge in zip(spans, edges, strict=True)
        ]
        if width:
            lost = [cell for cell in cells[width:] if cell.text]
            if lost:
                self._context.report("extra-cell", line.number, words=lost[0].text, width=width)
            end = self._text.end(line.number)
            cells = cells[:width] + [TableCell("", line.number, end) for _ in range(width - len(cells))]
        return TableRow(tuple(cells), line.number)

    def _cell(self, line: Line, start: int, end: int, inside: Sequence[Comment]) -> TableCell:
        """Return a cell; new settings go where its words end, in the line as written."""
        words = line.text[start:end]
        column = start + (len(words.rstrip()) or len(words[:1])) + 1
        before = (comment for comment in self._text.comments(line.number) if comment.at <= column)
        shift = sum(comment.end - comment.column for comment in before)
        return TableCell(words.strip().replace("\\|", "|"), line.number, column + shift, tuple(inside))


def _barred(line: Line) -> bool:
    return not line.fenced and line.text.lstrip(" ").startswith("|") and not is_delimiter(line)


def _is_row(line: Line) -> bool:
    return "|" in line.text and not (line.fenced or heading_of(line) or is_rule(line) or line.text.lstrip()[:1] == ">")


def _cut(text: str) -> list[tuple[int, int]]:
    """Return where a row's cells begin and end; a bar in code or after a backslash cuts nothing."""
    start = len(text) - len(text.lstrip(" "))
    stop = len(text.rstrip())
    spans = code_spans(text)
    bars = [found.start() for found in _BAR.finditer(text, start, stop) if found[0] == "|"]
    if spans:
        bars = [bar for bar in bars if not any(first <= bar < last for first, last in spans)]
    if bars and bars[0] == start:
        start = bars.pop(0) + 1
    if bars and bars[-1] == stop - 1:
        stop = bars.pop()
    edges = [start, *(edge for bar in bars for edge in (bar, bar + 1)), stop]
    return list(zip(edges[::2], edges[1::2], strict=True))
