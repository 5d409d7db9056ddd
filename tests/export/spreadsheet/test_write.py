"""The workbook as another program's reader sees it."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils.escape import unescape
from openpyxl.worksheet.worksheet import Worksheet

from kursapp.domain.exporting import ExportKind
from kursapp.domain.form import AnswerKind
from kursapp.domain.results import RoundResults, Table
from kursapp.domain.statistics import moved
from kursapp.domain.tally import ANSWERED
from tests.export.made_up import HOSTILE, hidden_results, results

Write = Callable[[RoundResults, ExportKind], Path]

SHEETS = ["Sammendrag", "Spørsmål", "Før og nå", "Kommentarer", "Kodebok", "Tall"]


def opened(path: Path) -> Workbook:
    """Open a workbook as openpyxl reads it."""
    return load_workbook(path)


def column(sheet: Worksheet, name: str) -> list[object]:
    """Return a column by the name in its header."""
    names = [cell.value for cell in sheet[1]]
    at = names.index(name) + 1
    return [sheet.cell(row, at).value for row in range(2, sheet.max_row + 1)]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One workbook that these tests look at."""
    from kursapp.domain.exporting import Unwatched
    from kursapp.export.exports import export

    target = tmp_path_factory.mktemp("bok") / "rapport.xlsx"
    export(results(), ExportKind.XLSX, target, Unwatched())
    return target


def test_the_sheets_are_there_with_frozen_headers(path: Path) -> None:
    """Five sheets to read, one with every count; headers stay when one scrolls."""
    book = opened(path)
    assert book.sheetnames == SHEETS
    assert {sheet.freeze_panes for sheet in book} == {"A2"}


def test_no_cell_is_a_formula_and_numbers_are_numbers(path: Path) -> None:
    """Whatever a text looks like it is a text; whatever is a number can be added up."""
    book = opened(path)
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert kinds == {"s", "n"} or kinds == {"inlineStr", "n"}
    assert all(isinstance(count, int) for count in column(book["Tall"], "antall") if count is not None)
    with zipfile.ZipFile(path) as parts:
        assert not [name for name in parts.namelist() if b"<f>" in parts.read(name) and "worksheets" in name]
        assert not [name for name in parts.namelist() if "hyperlink" in parts.read(name).decode("utf-8", "replace")]


def test_comments_come_out_unharmed(path: Path) -> None:
    """Formulas, markup of the format itself, emoji, right-to-left text and 10,000 characters are plain texts."""
    # openpyxl leaves the format's own escapes (ECMA-376, ST_Xstring) to its caller; Excel and LibreOffice read them.
    texts = [unescape(str(text)) for text in column(opened(path)["Kommentarer"], "Kommentar")]
    assert sorted(texts) == sorted(HOSTILE)


@pytest.mark.parametrize("text", ["a\x00b\x0b", "\ufffe\uffff", "\ud83d alene", "x" * 70_000])
def test_what_xml_cannot_hold_does_not_spoil_the_book(text: str, write: Write) -> None:
    """Control characters, halves of characters and endless texts leave a book that opens."""
    told = column(opened(write(results(comments=(text,)), ExportKind.XLSX))["Kommentarer"], "Kommentar")
    assert sum(len(str(part)) for part in told) >= len(text)


def test_the_counts_are_those_shown(path: Path) -> None:
    """Every step of every shown table that is answered once stands in *Spørsmål*."""
    shown = results()
    expected = [
        count
        for table in shown.published.tables
        if isinstance(table, Table) and shown.form.item(table.item_id).kind is not AnswerKind.BEFORE_NOW
        for step, count in table.counts
        if step != ANSWERED or len(table.counts) == 2
    ]
    assert [count for count in column(opened(path)["Spørsmål"], "Antall") if count is not None] == expected


def test_before_and_now_are_counted_as_moves(path: Path) -> None:
    """Higher, as before and lower now, each beside both distributions."""
    shown = results()
    sheet = opened(path)["Før og nå"]
    ups = [count for count in column(sheet, "Høyere nå") if count is not None]
    assert ups == [
        moved(shown.form.item(table.item_id), table).up
        for table in shown.published.tables
        if isinstance(table, Table) and shown.form.item(table.item_id).kind is AnswerKind.BEFORE_NOW
    ]
    assert {"Før: Mestrer godt", "Nå: Mestrer godt"} <= {cell.value for cell in sheet[1]}


def test_charts_are_native_and_say_in_words_what_they_show(path: Path) -> None:
    """Every chart has an alternative text with its counts."""
    with zipfile.ZipFile(path) as parts:
        drawings = "".join(parts.read(name).decode() for name in parts.namelist() if "drawings/drawing" in name)
        charts = [name for name in parts.namelist() if "charts/chart" in name]
    described = re.findall(r'<xdr:cNvPr [^>]*descr="([^"]+)"', drawings)
    assert len(described) == len(charts) >= 8
    assert any("Svært utrygg" in text or "Utrygg: " in text for text in described)


def test_charts_hold_their_numbers(path: Path) -> None:
    """A program that draws without reading the cells finds the counts in the chart itself."""
    with zipfile.ZipFile(path) as parts:
        for name in (one for one in parts.namelist() if "charts/chart" in one):
            assert re.search(r"<c:numCache>.*<c:v>\d+</c:v>", parts.read(name).decode()), name


def test_hidden_items_say_so_and_why(path: Path) -> None:
    """In the place of its counts a hidden item has the words, and nothing else."""
    sheet = opened(path)["Spørsmål"]
    row = next(row for row in sheet.iter_rows(values_only=True) if "Jeg har brukt varslingsveien" in row)
    assert "Skjult for å verne deltakerne" in row
    assert [cell for cell in row if isinstance(cell, int | float)] == []


def test_a_round_with_everything_hidden_is_a_whole_book(write: Write) -> None:
    """The reasons stand where the numbers would, and no chart is drawn of nothing."""
    book = opened(write(hidden_results(), ExportKind.XLSX))
    assert book["Kommentarer"]["C2"].value.startswith("Skjult for å verne deltakerne. Kommentarer vises først")
    assert not any(sheet._charts for sheet in book)


@pytest.mark.parametrize("text", ["=Tall!$A$1", "Endelig!A1", "=1+1", "a\x0b\x01b", "<r>&\"'</r>", "\ufffe \ud83d", ""])
def test_no_words_of_a_course_spoil_charts_or_become_references(text: str, write: Write) -> None:
    """Titles, names and alternative texts are texts, whatever the course and the cohort are called."""
    shown = results()
    items = tuple(
        replace(item, text=text, theme=text, steps=tuple(text for _ in item.steps)) for item in shown.form.items
    )
    hostile = replace(
        shown,
        cohort=replace(shown.cohort, name=text, organiser=text, course_title=text),
        form=replace(shown.form, title=text, items=items),
    )
    path = write(hostile, ExportKind.XLSX)
    book = opened(path)
    assert len(book["Spørsmål"]._charts) > 3
    with zipfile.ZipFile(path) as parts:
        for name in (one for one in parts.namelist() if "charts/chart" in one):
            read = parts.read(name).decode()
            references = re.findall(r"<c:f>([^<]*)</c:f>", read)
            assert all(re.match(r"'?(Spørsmål|Før og nå)'?!", each) for each in references), name


def test_a_form_without_before_and_now_has_no_such_sheet(write: Write) -> None:
    """A sheet that would be empty is left out."""
    shown = results()
    items = tuple(item for item in shown.form.items if item.kind is not AnswerKind.BEFORE_NOW)
    kept = {item.id for item in items}
    tables = tuple(unit for unit in shown.published.tables if unit.item_id in kept)
    fewer = replace(
        shown,
        form=replace(shown.form, items=items),
        published=replace(shown.published, tables=tables, breakdowns=()),
    )
    assert opened(write(fewer, ExportKind.XLSX)).sheetnames == [name for name in SHEETS if name != "Før og nå"]
