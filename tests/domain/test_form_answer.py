"""Which answers an item can have, when they come from outside."""

from __future__ import annotations

import pytest

from kursapp.domain.evaluation_answer import APART, EvaluationAnswer, Picked, Ranked, Rated, RatedTwice, Written
from kursapp.domain.form import AnswerKind, FormItem, FormOption
from kursapp.domain.form_answer import accepts
from kursapp.domain.submission import Solved

OPTIONS = (FormOption("a", "A"), FormOption("b", "B"), FormOption("annet", "Annet", other=True))
SCALE = FormItem("s", AnswerKind.SCALE, "S", steps=("1", "2", "3"), apart="Vet ikke")
STRICT = FormItem("t", AnswerKind.SCALE, "T", steps=("1", "2", "3"))
TWICE = FormItem("f", AnswerKind.BEFORE_NOW, "F", steps=("1", "2", "3"))
CHOICE = FormItem("v", AnswerKind.CHOICE, "V", options=OPTIONS)
SEVERAL = FormItem("m", AnswerKind.MULTIPLE, "M", options=OPTIONS)
RANKING = FormItem("r", AnswerKind.RANKING, "R", options=OPTIONS)
NUMBER = FormItem("n", AnswerKind.NUMBER, "N", low=0, high=10)
TEXT = FormItem("x", AnswerKind.TEXT, "X")
QUESTION = FormItem("q", AnswerKind.QUESTION, "Q", options=OPTIONS)


@pytest.mark.parametrize(
    ("item", "answer"),
    [
        (SCALE, Rated(1)), (SCALE, Rated(3)), (SCALE, Rated(APART)),
        (TWICE, RatedTwice(1, 3)), (TWICE, RatedTwice(None, 3)),
        (CHOICE, Picked(("b",))), (CHOICE, Picked(("annet",), "Noe")), (SEVERAL, Picked(("a", "b", "annet"))),
        (RANKING, Ranked(("b", "a"))), (NUMBER, Written("7,5")), (NUMBER, Written("10")), (TEXT, Written("Bra")),
        (QUESTION, Solved(500, ("a", "b"))), (QUESTION, Solved(0)), (QUESTION, Solved(1000, ("a",))),
    ],
)  # fmt: skip
def test_answers_an_item_can_have(item: FormItem, answer: EvaluationAnswer) -> None:
    """Each kind takes its own shape, within its steps, options and bounds."""
    assert accepts(item, answer)


@pytest.mark.parametrize(
    ("item", "answer"),
    [
        (SCALE, Rated(0)), (SCALE, Rated(4)), (STRICT, Rated(APART)), (SCALE, RatedTwice(1, 1)), (SCALE, Written("1")),
        (TWICE, RatedTwice()), (TWICE, RatedTwice(1, 4)), (TWICE, RatedTwice(APART, 1)), (TWICE, Rated(1)),
        (CHOICE, Picked(())), (CHOICE, Picked(("a", "b"))), (CHOICE, Picked(("c",))), (CHOICE, Picked(("a",), "Noe")),
        (SEVERAL, Picked(("b", "a"))), (SEVERAL, Picked(("a", "a"))), (SEVERAL, Ranked(("a",))),
        (RANKING, Ranked(())), (RANKING, Ranked(("a", "a"))), (RANKING, Ranked(("c",))),
        (NUMBER, Written("11")), (NUMBER, Written("-1")), (NUMBER, Written("ti")), (NUMBER, Written("")),
        (TEXT, Written(" \n")), (TEXT, Picked(("a",))),
        (QUESTION, Solved(1001)), (QUESTION, Solved(-1)), (QUESTION, Solved(0, ("b", "a"))), (QUESTION, Rated(1)),
    ],
)  # fmt: skip
def test_answers_no_item_can_have(item: FormItem, answer: EvaluationAnswer) -> None:
    """Off the scale, of another kind, unknown, twice, out of order or blank: none of these is an answer."""
    assert not accepts(item, answer)
