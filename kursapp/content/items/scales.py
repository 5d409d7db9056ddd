"""Scales of an evaluation: a table with a row per statement, or a line ``Fra 1 (…) til 5 (…)``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kursapp.content.items.item import Context
from kursapp.content.items.naming import Named, Naming, part_ids
from kursapp.content.items.tables import Table, TableReader, TableRow
from kursapp.content.items.values import yes
from kursapp.content.keywords import APART, RANGES
from kursapp.content.lines import Line
from kursapp.content.settings import report_unknown
from kursapp.domain.evaluation import Statement

FEWEST_STEPS, MOST_STEPS = 2, 11

STATEMENT_KEYS = ("id", "row", "area", "reversed", "theme")
"""Settings of a statement."""

_FROM_TO = re.compile(
    r" {0,3}(?P<from>[^\W\d_]{2,8}) +(?P<low>[-−]?\d{1,6}) *(?:\((?P<low_label>[^()]{0,200})\))? *"
    r"(?P<to>[^\W\d_]{2,8}) +(?P<high>[-−]?\d{1,6}) *(?:\((?P<high_label>[^()]{0,200})\))? *\.? *$"
)


@dataclass(frozen=True, slots=True)
class FromTo:
    """A line ``Fra 0 (ikke i det hele tatt) til 10 (svært)``."""

    low: int
    high: int
    low_label: str
    high_label: str
    line: int


def from_to(line: Line) -> FromTo | None:
    """Return the range a line names, or None where it is another line."""
    found = None if line.fenced or len(line.text) > _LONGEST else _FROM_TO.match(line.text)
    if not found or RANGES.find(found["from"]) != "from" or RANGES.find(found["to"]) != "to":
        return None
    low, high = (int(found[end].replace("−", "-")) for end in ("low", "high"))
    return FromTo(low, high, (found["low_label"] or "").strip(), (found["high_label"] or "").strip(), line.number)


_LONGEST = 500
"""Characters of a line that can name a range."""


@dataclass(frozen=True, slots=True)
class Scale:
    """The steps of a scale, the column that stands apart, and its statements."""

    steps: tuple[str, ...]
    apart: str
    statements: tuple[Statement, ...]


def read_scale(table: Table, named: Sequence[Named], owner: str, context: Context) -> Scale | None:
    """Return the scale a table is, or None where it is none; ``named`` are its rows."""
    labels = [context.markup.inline(cell.text, cell.line).plain.strip() for cell in table.head.cells[1:]]
    apart = labels[-1] if labels and APART.find(labels[-1]) else ""
    steps = labels[:-1] if apart else labels
    sound = _steps_are_sound(table, steps, context)
    for row in table.rows:
        _check_row(row, context)
        sound = sound and bool(row.cells[0].text)
    if not table.rows:
        context.report("no-statements", table.head.line)
    if not sound or not table.rows:
        return None
    ids = part_ids(named, owner, Naming(fallback="rad"), context)
    statements = tuple(
        _statement(row, part, part_id, context) for row, part, part_id in zip(table.rows, named, ids, strict=True)
    )
    return Scale(tuple(label or str(at) for at, label in enumerate(steps, start=1)), apart, statements)


def _steps_are_sound(table: Table, steps: Sequence[str], context: Context) -> bool:
    sound = True
    for cell, label in zip(table.head.cells[1:], steps, strict=False):
        if APART.find(label):
            context.report("apart-not-last", table.head.line, cell.column, words=label)
            sound = False
    if sound and not FEWEST_STEPS <= len(steps) <= MOST_STEPS:
        context.report("scale-steps", table.head.line, count=len(steps), fewest=FEWEST_STEPS, most=MOST_STEPS)
        sound = False
    return sound


def _check_row(row: TableRow, context: Context) -> None:
    if not row.cells[0].text:
        context.report("empty-statement", row.line)
    for cell in row.cells[1:]:
        if cell.text:
            context.report("scale-cell-text", cell.line, words=cell.text)
            return


def _statement(row: TableRow, part: Named, part_id: str, context: Context) -> Statement:
    report_unknown(part.settings, STATEMENT_KEYS, "row", context.report)
    return Statement(
        part_id,
        context.markup.inline(row.cells[0].text, row.line),
        part.settings.value("area"),
        bool(yes(part.settings, "reversed", context)),
    )


def named_rows(table: Table, reader: TableReader) -> list[Named]:
    """Return the naming of a scale's rows: their settings stand in the first cell."""
    return [
        Named(reader.row_settings(row), row.cells[0].text, row.line, row.cells[0].column, not row.cells[0].text)
        for row in table.rows
    ]
