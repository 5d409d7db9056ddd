"""Tables as their authors type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp.services.table_text import cells, empty_row, in_line, is_dashes, is_empty, is_row, is_table


def words(row: str) -> list[str]:
    """Return what stands in the cells of a row."""
    return [row[cell.start : cell.end] for cell in cells(row)]


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("| a | b |", ["a", "b"]),
        ("|a|b|", ["a", "b"]),
        ("| a | b", ["a", "b"]),
        ("> | a | |", ["a", ""]),
        (r"| a \| b | c |", [r"a \| b", "c"]),
        ("| `a | b` | c |", ["`a | b`", "c"]),
        ("|", [""]),
        ("||", [""]),
    ],
)
def test_the_cells_of_a_row(row: str, found: list[str]) -> None:
    """A pipe that is escaped, or in code, parts nothing; the last pipe may be missing."""
    assert words(row) == found


def test_what_is_a_table() -> None:
    """Rows begin with a pipe, and dashes stand under the head."""
    assert is_row("> | a |")
    assert not is_row("a | b")
    assert is_dashes("|---|:-:|")
    assert is_table(["| a |", "|---|", "| b |"])
    assert not is_table(["| a |", "| b |"])
    assert not is_table(["|---|", "|---|"])
    assert not is_table(["| a |"])


def test_columns_are_put_in_line() -> None:
    """Dashes keep their colons, what stands before the table stays, and a cell is three wide at least."""
    assert in_line(["> |Begrep|F|", "> |:-|-:|", "> |barn|den det gjelder|", "> ||"[:5] + "|"]) == [
        "> | Begrep | F               |",
        "> | :----- | --------------: |",
        "> | barn   | den det gjelder |",
        "> |        |                 |",
    ]


def test_what_has_no_shape_or_is_too_wide_is_left_alone() -> None:
    """Rows of different lengths are the author's to mend, and a wide table would be wrapped."""
    uneven = ["| a | b |", "|---|---|", "| c |"]
    assert in_line(uneven) == uneven
    wide = ["| a | b |", "|---|---|", f"| c | {'x' * 130} |"]
    assert in_line(wide) == wide


@given(st.lists(st.lists(st.text(alphabet="ab \\|`[x]", max_size=6), min_size=2, max_size=2), max_size=4))
def test_putting_in_line_changes_no_cell_and_is_done_once(rows: list[list[str]]) -> None:
    """Whatever the cells hold."""
    table = ["| a | b |", "|---|---|", *(f"| {one} | {other} |" for one, other in rows)]
    lined = in_line(table)
    assert [words(row) for number, row in enumerate(lined) if number != 1] == [
        words(row) for number, row in enumerate(table) if number != 1
    ]
    assert in_line(lined) == lined


def test_an_empty_row_has_as_many_cells() -> None:
    """And stands where the row stood."""
    assert empty_row("  > | a | b |") == "  > |  |  |"
    assert is_empty("|  |  |")
    assert not is_empty("| a |  |")
