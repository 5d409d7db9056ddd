"""CSV: read by others as it was meant, and run by nobody."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp.domain.exporting import ExportKind, Unwatched
from kursapp.domain.results import RoundResults, Table
from kursapp.export.csv_file import EXCEL_NORWEGIAN, RFC_4180, RISKY, Dialect, safe_text, write_rows
from kursapp.export.long_table import COLUMNS
from tests.export.made_up import HOSTILE

Write = Callable[[RoundResults, ExportKind], Path]


def rows_of(data: str, delimiter: str) -> list[dict[str, str]]:
    """Read a file as the csv module does."""
    return list(csv.DictReader(io.StringIO(data, newline=""), delimiter=delimiter))


def test_excel_in_norway_opens_it_as_a_table(full: RoundResults, write: Write) -> None:
    """The mark of UTF-8 first, semicolons, decimal commas, and lines that end as Excel's do."""
    data = write(full, ExportKind.CSV).read_bytes()
    assert data.startswith(b"\xef\xbb\xbfslag;kull;")
    rows = rows_of(data.decode("utf-8-sig"), ";")
    shares = [row["andel"] for row in rows if row["andel"]]
    assert any("," in share for share in shares)
    assert not any("." in share for share in shares)
    assert data.count(b"\r\n") > len(rows)


def test_programs_read_rfc_4180(full: RoundResults, write: Write) -> None:
    """No mark, commas, decimal points, the same number of cells in every row."""
    data = write(full, ExportKind.CSV_RFC).read_bytes()
    assert data.startswith(b"slag,kull,")
    lines = list(csv.reader(io.StringIO(data.decode(), newline="")))
    assert {len(line) for line in lines} == {14}
    assert any("." in row["andel"] for row in rows_of(data.decode(), ","))


@pytest.mark.parametrize(("kind", "delimiter"), [(ExportKind.CSV, ";"), (ExportKind.CSV_RFC, ",")])
def test_comments_come_out_unharmed_and_unrun(
    kind: ExportKind, delimiter: str, full: RoundResults, write: Write
) -> None:
    """Every comment is there, but for the apostrophe that keeps a formula from being one."""
    rows = rows_of(write(full, kind).read_text(encoding="utf-8-sig"), delimiter)
    told = [row["merknad"] for row in rows if row["slag"] == "kommentar"]
    assert sorted(text.removeprefix("'") for text in told) == sorted(HOSTILE)
    assert {"'=2+3", "'@SUM(A1)"} <= set(told)


@pytest.mark.parametrize(("kind", "delimiter"), [(ExportKind.CSV, ";"), (ExportKind.CSV_RFC, ",")])
def test_no_cell_begins_like_a_formula(kind: ExportKind, delimiter: str, full: RoundResults, write: Write) -> None:
    """Whatever cell a spreadsheet looks at, it finds a number or a text."""
    for row in rows_of(write(full, kind).read_text(encoding="utf-8-sig"), delimiter):
        assert not [cell for cell in row.values() if cell[:1] in RISKY]


def test_the_counts_are_those_shown(full: RoundResults, write: Write) -> None:
    """Every step of every shown table is a row with its count; of a hidden item there is only the reason."""
    rows = rows_of(write(full, ExportKind.CSV_RFC).read_text(encoding="utf-8"), ",")
    everybody = [row for row in rows if row["slag"] == "tall" and not row["gruppering"]]
    expected = [
        (table.item_id, f"id:{step[1:]}" if step.startswith("=") else step, str(count))
        for table in full.published.tables
        if isinstance(table, Table)
        for step, count in table.counts
    ]
    assert [(row["spørsmål_id"], row["steg"], row["antall"]) for row in everybody] == expected
    assert {row["slag"] for row in rows if row["spørsmål_id"] == "skjult"} == {"skjult"}


def test_groups_stand_by_name(full: RoundResults, write: Write) -> None:
    """A breakdown's rows name the question and the group, one question at a time."""
    rows = rows_of(write(full, ExportKind.CSV_RFC).read_text(encoding="utf-8"), ",")
    groups = {(row["gruppering"], row["gruppe"]) for row in rows if row["gruppe"]}
    assert groups == {("Hva er rollen din?", "Leder"), ("Hva er rollen din?", "Annen rolle")}


@given(st.text())
def test_a_text_is_made_safe_and_can_be_had_back(text: str) -> None:
    """What is added is one apostrophe, only where it is needed, and never to a number."""
    safe = safe_text(text)
    assert safe in (text, "'" + text)
    assert safe[:1] not in RISKY or safe.lstrip("-").replace(",", "").replace(".", "").isdigit()


@pytest.mark.parametrize("number", ["-5", "-2,5", "3", "0.25"])
def test_a_number_stays_a_number(number: str) -> None:
    """A minus sign before digits is no formula."""
    assert safe_text(number) == number


@pytest.mark.parametrize("dialect", [EXCEL_NORWEGIAN, RFC_4180])
def test_no_column_of_words_is_run(dialect: Dialect, tmp_path: Path) -> None:
    """The names of cohort, form, theme, group and answers are people's words too, and formulas in none of them."""
    words = [column for column in COLUMNS if column not in ("kind", "item-id", "count", "share", "value")]
    row = tuple("=2+3" if column in words else None for column in COLUMNS)
    path = tmp_path / "fil.csv"
    write_rows(path, COLUMNS, [row], dialect, Unwatched(), 1)
    (read,) = rows_of(path.read_text(encoding="utf-8-sig"), dialect.delimiter)
    assert {column: read[column] for column in words} == dict.fromkeys(words, "'=2+3")
