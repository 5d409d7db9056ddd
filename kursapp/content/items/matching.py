"""Matching and sorting: a two-column table, a pair per row; an empty left cell makes a distractor."""

from __future__ import annotations

from collections.abc import Sequence

from kursapp.content.items.body import BodyReader
from kursapp.content.items.frame import Reading, question_frame
from kursapp.content.items.item import Context, Item
from kursapp.content.items.naming import Named, Naming, part_ids
from kursapp.content.items.tables import Table, TableReader, TableRow
from kursapp.content.items.text import Text
from kursapp.content.settings import report_unknown
from kursapp.domain.question import MatchLeft, MatchQuestion, MatchRight

COLUMNS = 2


def read_matching(item: Item, text: Text, context: Context) -> Reading:
    """Read one matching question; without a value where a pair is incomplete."""
    reader = TableReader(text, context)
    body = BodyReader(item, text, context, reader.take).read()
    table = reader.table
    rows = [row for row in table.rows if not row.empty] if table else []
    named = [_named(row, reader) for row in rows]
    frame = question_frame(item, body, text, context)
    if table is None or not _is_sound(item, table, rows, context) or reader.second:
        if table is None and not reader.without_rule:
            context.report("no-table", item.heading_line.number, title=frame.title)
        return Reading(None, body.used)
    for part in named:
        report_unknown(part.settings, ("id",), "row", context.report)
    ids = part_ids(named, frame.id, Naming(fallback="rad"), context)
    lefts, rights = _pairs(rows, ids, frame.id, context)
    headers = (_plain(table.head.cells[0].text, table, context), _plain(table.head.cells[1].text, table, context))
    return Reading(
        MatchQuestion(
            frame.id,
            frame.title,
            frame.place,
            lefts,
            rights,
            headers,
            frame.heading,
            frame.stem,
            frame.settings,
            frame.feedback,
        ),
        body.used,
    )


def _named(row: TableRow, reader: TableReader) -> Named:
    left = row.cells[0]
    words = left.text or (row.cells[1].text if len(row.cells) > 1 else "")
    return Named(reader.row_settings(row), words, row.line, left.column, alone=not left.text)


def _is_sound(item: Item, table: Table, rows: Sequence[TableRow], context: Context) -> bool:
    line = item.heading_line.number
    if table.width != COLUMNS:
        context.report("match-columns", table.head.line, count=table.width)
        return False
    sound = True
    for row in rows:
        if not row.cells[1].text:
            context.report("empty-right-cell", row.line, row.cells[1].column, left=row.cells[0].text)
            sound = False
    pairs = [row for row in rows if row.cells[0].text]
    if sound and len(pairs) < 2:
        context.report("too-few-pairs", line, count=len(pairs))
        sound = False
    _report_repeats(rows, context)
    return sound


def _report_repeats(rows: Sequence[TableRow], context: Context) -> None:
    """Report a left cell that comes twice, and a distractor that is the right answer of a row."""
    seen: dict[str, int] = {}
    answers = {_key(row.cells[1].text): row.line for row in rows if row.cells[0].text}
    for row in rows:
        left, right = _key(row.cells[0].text), _key(row.cells[1].text)
        if not left and right in answers:
            context.report("distractor-is-answer", row.line, words=row.cells[1].text, first=answers[right])
        if left and left in seen:
            context.report("same-left-cell", row.line, words=row.cells[0].text, first=seen[left])
        seen.setdefault(left, row.line)


def _pairs(
    rows: Sequence[TableRow], ids: Sequence[str], owner: str, context: Context
) -> tuple[tuple[MatchLeft, ...], tuple[MatchRight, ...]]:
    """Return both sides. A right cell is named after the first row it stands in."""
    rights: dict[str, MatchRight] = {}
    lefts = []
    for row, row_id in zip(rows, ids, strict=True):
        left, right = row.cells
        key = _key(right.text)
        if key not in rights:
            rights[key] = MatchRight(f"{row_id}-svar", context.markup.inline(right.text, row.line))
        if left.text:
            lefts.append(MatchLeft(row_id, context.markup.inline(left.text, row.line), rights[key].id))
    return tuple(lefts), tuple(rights.values())


def _key(words: str) -> str:
    return " ".join(words.split())


def _plain(words: str, table: Table, context: Context) -> str:
    return context.markup.inline(words, table.head.line).plain
