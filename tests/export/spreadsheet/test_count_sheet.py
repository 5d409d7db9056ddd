"""The sheet of counts goes on in the next one where Excel has no more rows."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from kursapp.domain.exporting import Unwatched
from kursapp.export.long_table import COLUMNS
from kursapp.export.spreadsheet import count_sheet
from kursapp.export.spreadsheet.book import writing
from tests.export.made_up import results


def test_rows_go_on_in_another_sheet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No row is lost at the end of a sheet, and each sheet has the header."""
    monkeypatch.setattr(count_sheet, "MOST_ROWS", 4)
    path = tmp_path / "mange.xlsx"
    rows = [("tall", *("x",) * 9, number, None, None, None) for number in range(7)]
    with writing(results(), path, Unwatched()) as book:
        count_sheet.write_counts(book, "Tall", COLUMNS, rows, len(rows))
    read = load_workbook(path)
    assert read.sheetnames == ["Tall", "Tall 2", "Tall 3"]
    counts = [row[10] for sheet in read for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert counts == list(range(7))
    assert {sheet["A1"].value for sheet in read} == {"kind"}
