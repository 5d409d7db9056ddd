"""The answer that gives full marks."""

from __future__ import annotations

from datetime import date

import pytest

from kursapp.domain.course import Place, Rich
from kursapp.domain.key_response import key_response
from kursapp.domain.question import (
    ChoiceKind,
    ChoiceQuestion,
    DateQuestion,
    Gap,
    GapQuestion,
    MatchLeft,
    MatchQuestion,
    MatchRight,
    NumberQuestion,
    Option,
    OrderItem,
    OrderQuestion,
    Question,
    ShortAnswerQuestion,
)
from kursapp.domain.response import Typed
from kursapp.domain.scoring import score

HERE = Place("a.md", 1, 2)
OPTIONS = tuple(Option(each, Rich(), each in "ac") for each in "abc")
QUESTIONS = [
    ChoiceQuestion("q", "", HERE, ChoiceKind.SINGLE, OPTIONS[:2]),
    ChoiceQuestion("q", "", HERE, ChoiceKind.MULTIPLE, OPTIONS),
    ChoiceQuestion("q", "", HERE, ChoiceKind.TRUE_FALSE, OPTIONS[:2]),
    OrderQuestion("q", "", HERE, tuple(OrderItem(each, Rich(), rank) for each, rank in (("b", 2), ("a", 1), ("c", 2)))),
    MatchQuestion(
        "q",
        "",
        HERE,
        (MatchLeft("l1", Rich(), "r2"), MatchLeft("l2", Rich(), "r2")),
        (MatchRight("r1", Rich()), MatchRight("r2", Rich())),
    ),
    NumberQuestion("q", "", HERE, "11", "13", "12 ± 1"),
    NumberQuestion("q", "", HERE, "0.5", "0.5", "0,5"),
    DateQuestion("q", "", HERE, date(2026, 3, 9)),
    ShortAnswerQuestion("q", "", HERE, (("fylke", "fylket"), ("kommune",))),
    GapQuestion("q", "", HERE, (), (Gap("g1", ("én", "1")), Gap("g2", ("to",), ("to", "tre")))),
]


@pytest.mark.parametrize("question", QUESTIONS)
def test_it_gives_full_marks(question: Question) -> None:
    """For every kind of question."""
    response = key_response(question)
    assert response is not None
    assert score(question, response).right is True


def test_a_number_is_the_one_in_the_middle() -> None:
    """Twelve of 12 ± 1, not the lowest that counts."""
    assert key_response(NumberQuestion("q", "", HERE, "11", "13", "12 ± 1")) == Typed(("12",))


def test_a_dilemma_has_none() -> None:
    """There is nothing to reveal."""
    assert key_response(ChoiceQuestion("q", "", HERE, ChoiceKind.DILEMMA, OPTIONS)) is None
