"""Tables under the cursor: from cell to cell, a new row at the end, and the columns in line when one leaves."""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextCursor

from kursapp.services.table_text import (
    Cell,
    cells,
    dashes_under,
    empty_row,
    in_line,
    is_dashes,
    is_empty,
    is_row,
    is_table,
)
from kursapp.ui.author.editor.at_cursor import AtCursor
from kursapp.ui.author.editor.sheet import Sheet

MOST_ROWS = 500
"""Rows of a table that is put in line: a longer one is no table somebody types."""


class Rows:
    """The table a line belongs to: its first line, counted from 0, and its rows."""

    def __init__(self, first: int, rows: list[str]) -> None:
        self.first, self.rows = first, rows

    @property
    def last(self) -> int:
        """The line of the last row."""
        return self.first + len(self.rows) - 1


def table_at(block: QTextBlock) -> Rows | None:
    """Return the table a line belongs to, or None."""
    if not is_row(block.text()):
        return None
    first = block
    while is_row(first.previous().text()) and block.blockNumber() - first.blockNumber() < MOST_ROWS:
        first = first.previous()
    rows: list[str] = []
    here = first
    while here.isValid() and is_row(here.text()) and len(rows) < MOST_ROWS:
        rows.append(here.text())
        here = here.next()
    return Rows(first.blockNumber(), rows) if is_table(rows) else None


def next_cell(here: AtCursor, table: Rows, step: int) -> None:
    """Go to the next cell (``step`` 1) or the one before (-1); after the last one comes a new row."""
    places = [
        (table.first + number, cell)
        for number, row in enumerate(table.rows)
        if not is_dashes(row)
        for cell in cells(row)
    ]
    at = _index(places, here)
    if at + step >= len(places):
        _add_row(here, table.last, table.rows[-1])
        return
    line, cell = places[max(0, at + step)]
    here.choose(line, cell.start, cell.end)


def break_row(here: AtCursor, table: Rows) -> bool:
    """Do what Enter does in a table: a new row under this one; one with nothing in it ends the table with a blank line.

    False where Enter is an ordinary one: before a row's first pipe, and in its head.
    """
    row = table.rows[here.number - table.first]
    if here.at <= row.find("|") or here.number == table.first:
        return False
    if is_empty(row) and not is_dashes(row):
        here.put(0, len(row), "\n")
        return True
    if is_dashes(row) and here.number == table.first + 2:
        _keep_own_dashes(here, row)
        return True
    _add_row(here, here.number, row)
    return True


def begin_table(here: AtCursor) -> bool:
    """Put the dashes and a first row under a row that is to be a table's head; False where the line is none.

    A head is a line of two cells or more, with a pipe at both ends and no row above or below it.
    """
    row, block = here.line, here.block
    is_head = here.at == len(row) and row.endswith("|") and is_row(row) and len(cells(row)) > 1 and not is_dashes(row)
    if not is_head or is_row(block.previous().text()) or is_row(block.next().text()):
        return False
    here.add_line(here.number, dashes_under(row))
    _add_row(here, here.number + 1, row)
    return True


def steps_over_pipe(here: AtCursor) -> bool:
    """Go past a pipe that came by itself, for one who types all of a row out; False where a pipe is to be written."""
    left, right = here.line[: here.at], here.line[here.at :]
    if left.endswith("\\") or table_at(here.block) is None:
        return False
    if is_empty(here.line) and left.lstrip(" >") == "| ":
        return True
    blank = len(right) - len(right.lstrip())
    if not left.lstrip(" >") or not right[blank:].startswith("|"):
        return False
    past = here.at + blank + 1
    here.choose(here.number, past, past)
    return True


def put_in_line(sheet: Sheet, line: int) -> None:
    """Put the columns of the table at a line, or up to two lines above it, in line: a step of its own to undo."""
    block = sheet.findBlockByNumber(line)
    table = table_at(block) or table_at(block.previous()) or table_at(block.previous().previous())
    if table is None:
        return
    rows = in_line(table.rows)
    change = QTextCursor(sheet)
    change.beginEditBlock()
    for number, (old, new) in enumerate(zip(table.rows, rows, strict=True)):
        if old != new:
            block = sheet.findBlockByNumber(table.first + number)
            change.setPosition(block.position())
            change.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            change.insertText(new)
    change.endEditBlock()


def _index(places: list[tuple[int, Cell]], here: AtCursor) -> int:
    """Return the cell the cursor is in, or the last one before it; -1 before the first."""
    before = [
        number
        for number, (line, cell) in enumerate(places)
        if line < here.number or (line == here.number and cell.start <= here.at)
    ]
    return before[-1] if before else -1


def _keep_own_dashes(here: AtCursor, row: str) -> None:
    """Let the dashes she typed stand for those that came by themselves, and go to a first row under them."""
    number, start = here.number, cells(empty_row(row))[0].start
    here.replace_lines(number - 1, number, [row, empty_row(row)])
    here.choose(number, start, start)


def _add_row(here: AtCursor, after: int, row: str) -> None:
    here.add_line(after, empty_row(row))
    start = cells(empty_row(row))[0].start
    here.choose(after + 1, start, start)
