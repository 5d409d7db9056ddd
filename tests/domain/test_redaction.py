"""Taking words out of a comment."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp.domain.redaction import REDACTED, redact

TEXT = "Kari i Vik sa det."


@pytest.mark.parametrize(
    ("places", "shown"),
    [
        ([], TEXT),
        ([(0, 4)], "[…] i Vik sa det."),
        ([(7, 10), (0, 4)], "[…] i […] sa det."),
        ([(0, 6), (4, 10)], "[…] sa det."),
        ([(0, 4), (4, 10)], "[…] sa det."),
        ([(0, 4), (5, 10)], "[…] sa det."),
        ([(0, 400)], "[…]"),
        ([(-3, 4)], "[…] i Vik sa det."),
        ([(5, 5), (6, 2), (90, 95)], TEXT),
        ([(0, 10), (5, 6)], "[…] sa det."),
    ],
)
def test_places_become_one_mark_each(places: list[tuple[int, int]], shown: str) -> None:
    """Neighbours and overlaps are one, places outside are cut, and empty ones are none."""
    assert redact(TEXT, places) == shown


@given(st.integers(1, 60))
def test_a_mark_does_not_tell_how_much_was_taken_out(length: int) -> None:
    """A short name and a long one leave the same text."""
    assert redact("x" * length + " sa det", [(0, length)]) == f"{REDACTED} sa det"


@given(st.text("abc ", max_size=30), st.lists(st.tuples(st.integers(-2, 32), st.integers(-2, 32)), max_size=5))
def test_nothing_redacted_is_left(text: str, places: list[tuple[int, int]]) -> None:
    """What stands outside the marks is what was outside the places, in order, but for spaces between two of them."""
    kept = "".join(
        letter for at, letter in enumerate(text) if not any(max(0, first) <= at < end for first, end in places)
    )
    shown = redact(text, places).replace(REDACTED, "")
    assert shown.replace(" ", "") == kept.replace(" ", "")
