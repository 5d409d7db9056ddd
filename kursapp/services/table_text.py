"""A table of kurs-Markdown as its author types it: where its cells stand, and its columns in line."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import NamedTuple

from kursapp.content.items.marks import is_delimiter
from kursapp.content.lines import Line, code_spans

WIDEST = 120
"""Characters of a line up to which columns are put in line; a wider table would be wrapped, and nothing in line."""

_PIPE = re.compile(r"(?<!\\)\|")
_LEAD = re.compile(r"[ >]*")


class Cell(NamedTuple):
    """A cell of a row: the first character of its words, counted from 0, and the one after the last."""

    start: int
    end: int


def is_row(line: str) -> bool:
    """Say whether a line is a row that begins with a pipe, also in a quote."""
    return line.lstrip(" >").startswith("|")


def is_dashes(line: str) -> bool:
    """Say whether a row is the one under a table's head."""
    return is_row(line) and is_delimiter(Line(1, line[_lead(line) :]))


def is_table(rows: Sequence[str]) -> bool:
    """Say whether rows are a table: a head, and dashes under it."""
    return len(rows) >= 2 and is_dashes(rows[1]) and not is_dashes(rows[0])


def cells(row: str) -> tuple[Cell, ...]:
    """Return the cells of a row. The pipe at its end may be missing."""
    code = code_spans(row)
    pipes = [
        found.start() for found in _PIPE.finditer(row) if not any(start <= found.start() < end for start, end in code)
    ]
    if len(pipes) == 1 or row[pipes[-1] + 1 :].strip():
        pipes.append(len(row))
    return tuple(_cell(row, first + 1, last) for first, last in itertools.pairwise(pipes))


def empty_row(row: str) -> str:
    """Return a row like this one with nothing in it."""
    return row[: _lead(row)] + "|" + "  |" * len(cells(row))


def dashes_under(row: str) -> str:
    """Return the row of dashes that makes a row the head of a table."""
    return row[: _lead(row)] + "|" + "---|" * len(cells(row))


def is_empty(row: str) -> bool:
    """Say whether no cell of a row has words."""
    return all(cell.start == cell.end for cell in cells(row))


def in_line(rows: Sequence[str]) -> list[str]:
    """Return a table with its columns in line; as it is where it would be too wide, or has no shape."""
    words = [[row[cell.start : cell.end] for cell in cells(row)] for row in rows]
    columns = max(len(row) for row in words)
    if any(len(row) != columns for row in words):
        return list(rows)
    widths = [max(3, *(len(row[at]) for row in (words[0], *words[2:]))) for at in range(columns)]
    if sum(widths) + 3 * columns + 1 > WIDEST:
        return list(rows)
    return [
        row[: _lead(row)] + _row(found, widths, dashes=number == 1)
        for number, (row, found) in enumerate(zip(rows, words, strict=True))
    ]


def _row(words: Sequence[str], widths: Sequence[int], *, dashes: bool) -> str:
    return "| " + " | ".join(_padded(*pair, dashes) for pair in zip(words, widths, strict=True)) + " |"


def _padded(word: str, width: int, dashes: bool) -> str:
    if not dashes:
        return word.ljust(width)
    left, right = word.startswith(":"), word.endswith(":")
    return ":" * left + "-" * (width - left - right) + ":" * right


def _cell(row: str, first: int, last: int) -> Cell:
    inner = row[first:last]
    start = first + len(inner) - len(inner.lstrip())
    if not inner.strip():
        middle = min(first + 1, last)
        return Cell(middle, middle)
    return Cell(start, first + len(inner.rstrip()))


def _lead(row: str) -> int:
    found = _LEAD.match(row)
    return found.end() if found else 0
