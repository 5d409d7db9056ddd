"""Answers as values: what is blank, and what is left when everything has been taken back."""

from __future__ import annotations

import pytest

from kursapp.domain.response import Chosen, Filled, Matched, Ordered, Response, Typed, is_blank, taken_back

GIVEN = [
    Chosen(("a",)),
    Ordered(("a", "b")),
    Matched((("a", "b"),)),
    Typed(("seks", "sju")),
    Filled((("g1", "seks"),)),
]


@pytest.mark.parametrize("response", GIVEN)
def test_an_answer_taken_back_is_blank_and_of_the_same_shape(response: Response) -> None:
    """What stays when an answer is removed is of its own kind, with nothing in it."""
    assert not is_blank(response)
    left = taken_back(response)
    assert type(left) is type(response)
    assert is_blank(left)


def test_lines_taken_back_are_as_many_as_they_were() -> None:
    """A question that asks for two words still has two lines when both are empty."""
    assert taken_back(Typed(("seks", "sju"))) == Typed(("", ""))
