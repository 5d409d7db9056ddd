"""Workbooks: products the participant fills in, as a table with fields, boxes to tick, or one text."""

from __future__ import annotations

from collections.abc import Sequence

from kursapp.content.items.body import BodyReader
from kursapp.content.items.columns import ColumnReader
from kursapp.content.items.frame import Frame, Reading, frame_of, word_of
from kursapp.content.items.item import Context, Item
from kursapp.content.items.lists import ListReader
from kursapp.content.items.marks import is_table, option_mark
from kursapp.content.items.naming import Named, Naming, named_entry, part_ids
from kursapp.content.items.ordering import report_entries
from kursapp.content.items.quotes import feedback_of
from kursapp.content.items.tables import Table, TableCell, TableReader, TableRow
from kursapp.content.items.text import Text
from kursapp.content.items.values import minutes
from kursapp.content.repair import Edit
from kursapp.content.settings import Settings, gather, names, report_unknown
from kursapp.domain.course import Rich
from kursapp.domain.question import Cell, Column, ColumnKind, Feedback, Row, Workbook, WorkbookKind

WORKBOOK_KEYS = ("id", "minutes", "goals", "columns")
NOTHING = frozenset("-–—")
"""What a cell holds that asks for nothing."""

_ROWS = Naming("row", "rad", scoped=False, letters=False)
_COLUMNS = Naming("column", "kolonne", scoped=False, letters=False)
_BOXES = Naming(fallback="punkt")


class WorkbookReader:
    """Reads one workbook."""

    def __init__(self, item: Item, text: Text, context: Context) -> None:
        self._item, self._text, self._context = item, text, context
        self._tables = TableReader(text, context)
        self._boxes = ListReader(text, context, option_mark)
        self._columns_setting = item.settings.get("columns")

    def read(self) -> Reading:
        """Read the workbook; without a value where it has two shapes at once."""
        structured = any(
            option_mark(line) or is_table(self._text.lines, at) for at, line in enumerate(self._text.lines)
        )
        body = BodyReader(
            self._item, self._text, self._context, self._take, headings_inside=True, open_ended=not structured
        ).read()
        table, entries = self._tables.table, self._boxes.entries
        named_boxes = [named_entry(self._text, e.first, e.last, e.reach, e.text) for e in entries]
        head = [self._tables.settings(cell) for cell in table.head.cells] if table else []
        rows = [self._named_row(row) for row in table.rows] if table else []
        frame = frame_of(self._item, body, self._text, WORKBOOK_KEYS, self._context)
        feedback = feedback_of(body.parts, self._context.markup)
        if table and entries:
            self._context.report("two-shapes", entries[0].first, first=table.head.line)
            return Reading(None, body.used)
        if self._tables.second or not report_entries(entries, self._context, "- [ ] "):
            return Reading(None, body.used)
        if table:
            return Reading(self._table(frame, feedback, table, head, rows), body.used)
        return Reading(self._without_table(frame, feedback, named_boxes), body.used)

    def _take(self, at: int) -> int:
        if option_mark(self._text.lines[at]) and not self._boxes.entries:
            return self._boxes.read(at)
        if self._tables.table is None and is_table(self._text.lines, at):
            self._take_columns(at)
        return self._tables.take(at)

    def _take_columns(self, at: int) -> None:
        """Take column settings from comments right above the table."""
        above = at
        while above and self._text.is_comment(above - 1):
            above -= 1
        comments = [comment for line in self._text.lines[above:at] for comment in self._text.comments(line.number)]
        settings = gather(comments)
        if "columns" in settings:
            report_unknown(self._text.take(comments), ("columns",), word_of(self._item.keyword), self._context.report)
            self._columns_setting = settings.get("columns")

    def _without_table(self, frame: Frame, feedback: Feedback, named: Sequence[Named]) -> Workbook:
        entries = self._boxes.entries
        for entry in entries:
            if entry.mark.box:
                repair = [Edit(entry.first, entry.mark.start, entry.mark.text_at, "- [ ] ")]
                self._context.report("key-in-workbook", entry.first, repair=repair)
        ids = part_ids(named, frame.id, _BOXES, self._context)
        items = tuple(
            (part_id, self._context.markup.inline(entry.text, entry.first))
            for part_id, entry in zip(ids, entries, strict=True)
        )
        shape = WorkbookKind.BOXES if entries else WorkbookKind.TEXT
        return self._workbook(frame, feedback, shape, items=items)

    def _named_row(self, row: TableRow) -> Named:
        first = row.cells[0]
        words = next((cell.text for cell in row.cells if cell.text), "")
        return Named(self._tables.row_settings(row), words, row.line, first.column, alone=not first.text)

    def _table(
        self, frame: Frame, feedback: Feedback, table: Table, head: Sequence[Settings], rows: Sequence[Named]
    ) -> Workbook:
        growing = bool(table.rows) and table.rows[-1].empty and "row" not in rows[-1].settings
        count = len(table.rows) - growing
        columns = self._columns(table, head, table.rows[:count], frame, growing=growing)
        for part in rows[:count]:
            report_unknown(part.settings, ("row", "id"), "row", self._context.report)
        ids = part_ids(rows[:count], frame.id, _ROWS, self._context)
        return self._workbook(
            frame,
            feedback,
            WorkbookKind.TABLE,
            columns=columns,
            rows=tuple(
                Row(row_id, tuple(self._cell(cell, column) for cell, column in zip(row.cells, columns, strict=True)))
                for row_id, row in zip(ids, table.rows[:count], strict=True)
            ),
            growing=growing,
        )

    def _columns(
        self, table: Table, head: Sequence[Settings], rows: Sequence[TableRow], frame: Frame, *, growing: bool
    ) -> tuple[Column, ...]:
        """Return the columns. Those where something can be written need an id that lasts."""
        named = []
        for at, (cell, settings) in enumerate(zip(table.head.cells, head, strict=True)):
            report_unknown(settings, ("column", "id"), "column", self._context.report)
            filled_in = growing or any(not row.cells[at].text for row in rows)
            named.append(Named(settings, cell.text, cell.line, cell.column, alone=not cell.text, lasting=filled_in))
        ids = part_ids(named, frame.id, _COLUMNS, self._context)
        columns = tuple(
            Column(column_id, self._context.markup.inline(cell.text, cell.line).plain)
            for column_id, cell in zip(ids, table.head.cells, strict=True)
        )
        setting = self._columns_setting
        return ColumnReader(columns, self._context).read(setting) if setting else columns

    def _cell(self, cell: TableCell, column: Column) -> Cell:
        if column.kind is ColumnKind.COMPUTED:
            if cell.text and cell.text not in NOTHING:
                self._context.report("computed-cell-with-text", cell.line, words=cell.text, title=column.title)
            return Cell(none=cell.text in NOTHING)
        if not cell.text:
            return Cell(field=True)
        if cell.text in NOTHING:
            return Cell(none=True)
        return Cell(self._context.markup.inline(cell.text, cell.line))

    def _workbook(
        self,
        frame: Frame,
        feedback: Feedback,
        shape: WorkbookKind,
        *,
        columns: tuple[Column, ...] = (),
        rows: tuple[Row, ...] = (),
        growing: bool = False,
        items: tuple[tuple[str, Rich], ...] = (),
    ) -> Workbook:
        return Workbook(
            frame.id,
            frame.title,
            frame.place,
            shape,
            frame.heading,
            frame.stem,
            columns,
            rows,
            growing,
            items,
            minutes(self._item.settings, self._context),
            names(self._item.settings.value("goals")),
            feedback.example or feedback.explanation,
            feedback.hint,
        )
