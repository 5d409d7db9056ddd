"""Answers of every kind keep their shape in the file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp.domain.evaluation_answer import (
    APART,
    EVALUATION_ANSWER_KINDS,
    EvaluationAnswer,
    Picked,
    Ranked,
    Rated,
    RatedTwice,
    Written,
)
from kursapp.domain.response import RESPONSE_KINDS, Chosen, Filled, Matched, Ordered, Response, Typed
from kursapp.storage.values import Kinds

TEXTS = st.tuples() | st.lists(st.text(), max_size=4).map(tuple)
PAIRS = st.lists(st.tuples(st.text(), st.text()), max_size=4).map(tuple)
STANDS = st.integers(1, 11) | st.just(APART)
RESPONSES = (
    st.builds(Chosen, TEXTS)
    | st.builds(Ordered, TEXTS)
    | st.builds(Matched, PAIRS)
    | st.builds(Typed, TEXTS)
    | st.builds(Filled, PAIRS)
)
EVALUATIONS = (
    st.builds(Rated, STANDS)
    | st.builds(RatedTwice, st.none() | STANDS, st.none() | STANDS)
    | st.builds(Picked, TEXTS, st.text())
    | st.builds(Ranked, TEXTS)
    | st.builds(Written, st.text())
)


@given(RESPONSES)
def test_a_response_comes_back_as_it_was(response: Response) -> None:
    """Writing and reading is the identity, whatever a person typed."""
    kinds = Kinds(RESPONSE_KINDS, (Response,))
    assert kinds.read(kinds.write(response)) == response


@given(EVALUATIONS)
def test_an_evaluation_answer_comes_back_as_it_was(answer: EvaluationAnswer) -> None:
    """A step, "vet ikke", an unanswered half: all stay what they are."""
    kinds = Kinds(EVALUATION_ANSWER_KINDS, (EvaluationAnswer,))
    read = kinds.read(kinds.write(answer))
    assert read == answer
    assert repr(read) == repr(answer)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Chosen(("a", "b")), b'{"kind":"chosen","options":["a","b"]}'),
        (Matched((("l", "r"),)), b'{"kind":"matched","pairs":[["l","r"]]}'),
        (Typed(("12,5",)), b'{"kind":"typed","texts":["12,5"]}'),
        (Filled((("gap-1", "én"),)), '{"gaps":[["gap-1","én"]],"kind":"filled"}'.encode()),
        (Ordered(("b", "a")), b'{"items":["b","a"],"kind":"ordered"}'),
    ],
)
def test_the_stored_form_of_a_response(value: Response, text: bytes) -> None:
    """The form in the file is what every later version must read."""
    assert Kinds(RESPONSE_KINDS, (Response,)).write(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Rated(APART), b'{"kind":"rated","step":"apart"}'),
        (RatedTwice(2, None), b'{"before":2,"kind":"rated_twice"}'),
        (Picked(("a",), "annet"), b'{"kind":"picked","options":["a"],"other":"annet"}'),
        (Ranked(("b", "a")), b'{"kind":"ranked","options":["b","a"]}'),
        (Written("ord"), b'{"kind":"written","text":"ord"}'),
    ],
)
def test_the_stored_form_of_an_evaluation_answer(value: EvaluationAnswer, text: bytes) -> None:
    """The form in the file is what every later version must read."""
    assert Kinds(EVALUATION_ANSWER_KINDS, (EvaluationAnswer,)).write(value) == text
