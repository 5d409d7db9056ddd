"""Repairs change the places they name and nothing else of a file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp.content.fixing import repaired
from kursapp.content.repair import Edit

LINES = st.lists(st.text(alphabet="abc æø\t#", max_size=12), min_size=1, max_size=6)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_an_id_is_put_at_the_end_of_its_line_and_line_ends_stay(end: str) -> None:
    """An insertion leaves the file's own kind of line end alone."""
    data = f"# A{end}- [ ] Ja{end}".encode()
    assert repaired(data, [Edit(2, 9, 9, " <!-- id: a -->")]) == f"# A{end}- [ ] Ja <!-- id: a -->{end}".encode()


def test_a_new_line_ends_as_the_files_first_line_does() -> None:
    """A repair that brings a line of its own writes it the way the file is written."""
    assert (
        repaired(b"### A\r\ntekst\r\n", [Edit(1, 6, 6, "\n<!-- id: a -->")]) == b"### A\r\n<!-- id: a -->\r\ntekst\r\n"
    )


def test_the_byte_order_mark_stays() -> None:
    """A file from Windows keeps its first three bytes."""
    assert repaired(b"\xef\xbb\xbf## A", [Edit(1, 5, 5, "\n<!-- id: a -->")]) == b"\xef\xbb\xbf## A\n<!-- id: a -->"


def test_columns_after_a_tab_are_those_of_the_expanded_line() -> None:
    """Findings count columns with tabs expanded; the tab itself is left as it was."""
    assert repaired(b"-\tJa", [Edit(1, 7, 7, "!")]) == b"-\tJa!"


@given(LINES, st.sampled_from(["\n", "\r\n", "\r"]), st.booleans())
def test_no_edits_change_no_byte(lines: list[str], end: str, mark: bool) -> None:
    """A file with nothing to repair is written as it was read."""
    data = ("\ufeff" if mark else "").encode() + end.join(lines).encode()
    assert repaired(data, []) == data


@given(LINES, st.data())
def test_an_insertion_only_adds(lines: list[str], draw: st.DataObject) -> None:
    """Taking the inserted words out again gives the file back."""
    number = draw.draw(st.integers(1, len(lines)))
    column = draw.draw(st.integers(1, len(lines[number - 1].expandtabs(4)) + 1))
    data = "\n".join(lines).encode()
    assert repaired(data, [Edit(number, column, column, "§")]).replace("§".encode(), b"", 1) == data
