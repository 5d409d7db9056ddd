"""The sheet with every count in one long table, for pivot tables and for those who work on."""

from __future__ import annotations

from collections.abc import Iterable

from xlsxwriter.worksheet import Worksheet

from kursapp.export.long_table import Row
from kursapp.export.portions import portions
from kursapp.export.spreadsheet.book import Book, put_header, put_text

MOST_ROWS = 1_048_576
"""Rows of a sheet in Excel; what has no room goes on in the next one."""

PORTION = 100
"""Rows between two looks at the watch; cells of a workbook cost ten times those of a CSV file."""

WIDTHS = (10, 20, 24, 22, 18, 46, 18, 18, 10, 34, 9, 9, 9, 40)
_COUNT, _SHARE, _VALUE = 10, 11, 12


def write_counts(book: Book, name: str, names: tuple[str, ...], rows: Iterable[Row], total: int) -> None:
    """Write rows of the long table under its header, on as many sheets as they need."""
    sheet, row = _begin(book, name, names), 1
    number = 1
    for portion in portions(rows, total, book.watch, PORTION):
        for cells in portion:
            if row == MOST_ROWS:
                _end(sheet, row, names)
                number += 1
                sheet, row = _begin(book, f"{name} {number}", names), 1
            _put_cells(book, sheet, row, cells)
            row += 1
    _end(sheet, row, names)


def _begin(book: Book, name: str, names: tuple[str, ...]) -> Worksheet:
    sheet = book.sheet(name, WIDTHS)
    put_header(sheet, book.formats, names, (_COUNT, _SHARE, _VALUE))
    return sheet


def _end(sheet: Worksheet, row: int, names: tuple[str, ...]) -> None:
    sheet.autofilter(0, 0, max(row - 1, 1), len(names) - 1)


def _put_cells(book: Book, sheet: Worksheet, row: int, cells: Row) -> None:
    # The innermost loop of the largest exports.
    write_number = sheet.write_number
    for column, cell in enumerate(cells):
        if cell is None:
            continue
        if isinstance(cell, str):
            put_text(sheet, row, column, cell)
        elif column == _SHARE:
            write_number(row, column, cell, book.formats.share)
        elif column == _VALUE:
            write_number(row, column, cell, book.formats.decimal)
        else:
            write_number(row, column, cell)
