"""Answers not yet given, kept as text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp.domain.response import Chosen, Filled, Matched, Ordered, Response, Typed
from kursapp.ui.widgets.draft_text import draft_of, response_of

TEXTS = st.lists(st.text(), max_size=4).map(tuple)
PAIRS = st.lists(st.tuples(st.text(), st.text()), max_size=4).map(tuple)
RESPONSES = st.one_of(TEXTS.map(Chosen), TEXTS.map(Ordered), TEXTS.map(Typed), PAIRS.map(Matched), PAIRS.map(Filled))


@given(RESPONSES)
def test_what_is_kept_comes_back(response: Response) -> None:
    """Every response, whatever stands in it, is the same after being kept as a draft."""
    assert response_of(draft_of(response)) == response


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", "[1, 2]", '["chosen", 3]', '["ukjent", []]', '["matched", ["a"]]', "tull"]
)
def test_what_is_no_draft_is_no_response(text: str) -> None:
    """A draft written by something else shows nothing, and breaks nothing."""
    assert response_of(text) is None


def test_no_response_is_no_draft() -> None:
    """Nothing answered is kept as nothing."""
    assert draft_of(None) == ""
