"""What a participant takes with her on paper or as a file: her own words with their headings, ready to be set.

The same pieces become a PDF, a Word document and what is printed, so that these never differ.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kursapp.domain.portfolio import WorkItem
from kursapp.domain.product import REMOVED, TICKED, own_rows
from kursapp.domain.question import Cell, Column, ColumnKind, Reflection, Workbook, WorkbookKind
from kursapp.domain.workbook_sums import row_sums

WIDEST = 5
"""Columns that fit side by side on a page; the rows of a wider table stand one under the other."""


class PieceKind(enum.StrEnum):
    """What stands in the document."""

    HEADING = "heading"
    NOTE = "note"
    ASKED = "asked"
    TEXT = "text"
    TABLE = "table"
    ENTRIES = "entries"
    TICKS = "ticks"


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing in the document. Texts are a person's own, with their line ends.

    HEADING has a ``level`` (from 2; 1 is the title's). NOTE says something about what follows, ASKED is the course's
    own words. The first of a TABLE's ``rows`` is its head. ENTRIES are a table's row that stands by itself: ``text`` is
    what it is called, ``rows`` are names and words. TICKS are the ``rows`` of a box's words and ``x`` or nothing.
    """

    kind: PieceKind
    text: str = ""
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Keepsake:
    """A document: its title, the language of its headings, one line below the title, and its pieces."""

    title: str
    language: str
    lead: str
    pieces: tuple[Piece, ...]


def answer_pieces(work: WorkItem) -> Iterator[Piece]:
    """Yield what was written in an item, as it stands in the item; fields without words are left out."""
    item, parts = work.item, work.parts
    if isinstance(item, Reflection) or item.shape is WorkbookKind.TEXT:
        if parts.get("", "").strip():
            yield Piece(PieceKind.TEXT, parts[""].strip())
    elif item.shape is WorkbookKind.BOXES:
        ticks = tuple((words.plain, TICKED if parts.get(box) == TICKED else "") for box, words in item.items)
        if any(tick for _, tick in ticks):
            yield Piece(PieceKind.TICKS, rows=ticks)
    else:
        yield from _table(item, parts)


def _table(item: Workbook, parts: Mapping[str, str]) -> Iterator[Piece]:
    rows = tuple(table_rows(item, parts))
    head = tuple(column.title for column in item.columns)
    if rows and len(head) <= WIDEST:
        yield Piece(PieceKind.TABLE, rows=(head, *rows))
        return
    for row in rows:
        entries = tuple((name, words) for name, words in zip(head[1:], row[1:], strict=True) if words)
        yield Piece(PieceKind.ENTRIES, row[0] or head[0], rows=entries)


def table_rows(item: Workbook, parts: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a table in which something is written, as words by column, computed ones too."""
    for row in item.rows:
        texts = _row_texts(item.columns, row.id, parts)
        if any(text.strip() for text in texts.values()):
            yield _row(item, texts, row.cells)
    for number, mark in own_rows(parts):
        texts = _row_texts(item.columns, f"egen-{number}", parts)
        if mark != REMOVED and any(text.strip() for text in texts.values()):
            yield _row(item, texts, tuple(Cell(field=True) for _ in item.columns))


def _row_texts(columns: Iterable[Column], row_id: str, parts: Mapping[str, str]) -> dict[str, str]:
    return {column.id: parts.get(f"{row_id}/{column.id}", "") for column in columns}


def _row(item: Workbook, texts: Mapping[str, str], cells: tuple[Cell, ...]) -> tuple[str, ...]:
    pairs = list(zip(item.columns, cells, strict=False))
    fixed = {column.id: cell.text.plain for column, cell in pairs if not cell.field and not cell.none}
    sums = row_sums(item, fixed | {column: text for column, text in texts.items() if text})
    return tuple(_cell(column, cell, texts[column.id], sums) for column, cell in pairs)


def _cell(column: Column, cell: Cell, text: str, sums: Mapping[str, str]) -> str:
    if column.kind is ColumnKind.COMPUTED:
        return "" if cell.none else sums.get(column.id, "")
    if not cell.field:
        return "" if cell.none else cell.text.plain
    return text.strip()
