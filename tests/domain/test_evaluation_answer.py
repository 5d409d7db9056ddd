"""Answers on an evaluation form: which an item can have, and which are whole."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kursapp.domain.course import Place, Rich
from kursapp.domain.evaluation import EvaluationItem, EvaluationKind, EvaluationOption, Statement
from kursapp.domain.evaluation_answer import (
    APART,
    EvaluationAnswer,
    Picked,
    Ranked,
    Rated,
    RatedTwice,
    Written,
    fits,
    is_blank,
    is_given,
)

HERE = Place("evaluering/for.md", 1, 9)
STEPS = ("Svært uenig", "Uenig", "Verken eller", "Enig", "Svært enig")
ROWS = (Statement("nytte", Rich("", "Nyttig")), Statement("tempo", Rich("", "Passe tempo")))
OPTIONS = (EvaluationOption("a", Rich()), EvaluationOption("b", Rich()), EvaluationOption("annet", Rich(), other=True))
SCALE = EvaluationItem("s", "Skala", HERE, EvaluationKind.SCALE, steps=STEPS, apart="Vet ikke", statements=ROWS)
PAIR = replace(SCALE, item=EvaluationKind.BEFORE_NOW, apart="")
CHOICE = EvaluationItem("v", "Valg", HERE, EvaluationKind.CHOICE, options=OPTIONS)
MULTIPLE = replace(CHOICE, item=EvaluationKind.MULTIPLE)
RANKING = replace(CHOICE, item=EvaluationKind.RANKING)
NUMBER = EvaluationItem("n", "Tall", HERE, EvaluationKind.NUMBER, low=0, high=10)
ANY_NUMBER = replace(NUMBER, low=None, high=None)
TEXT = EvaluationItem("t", "Fritekst", HERE, EvaluationKind.TEXT)

FITTING: list[tuple[EvaluationItem, EvaluationAnswer]] = [
    (SCALE, Rated(1)),
    (SCALE, Rated(5)),
    (SCALE, Rated(APART)),
    (PAIR, RatedTwice(2, 4)),
    (PAIR, RatedTwice(now=4)),
    (PAIR, RatedTwice()),
    (CHOICE, Picked(("a",))),
    (CHOICE, Picked(())),
    (CHOICE, Picked(("annet",), "noe annet")),
    (MULTIPLE, Picked(("a", "annet"), "mer")),
    (RANKING, Ranked(("b", "a"))),
    (RANKING, Ranked(("b", "annet", "a"))),
    (NUMBER, Written("0")),
    (NUMBER, Written("7,5")),
    (NUMBER, Written("10")),
    (NUMBER, Written("")),
    (ANY_NUMBER, Written("-1 000")),
    (TEXT, Written("Takk for i dag")),
]
UNFITTING: list[tuple[EvaluationItem, EvaluationAnswer]] = [
    (SCALE, Rated(0)),
    (SCALE, Rated(6)),
    (SCALE, RatedTwice(1, 2)),
    (PAIR, RatedTwice(APART, 2)),
    (PAIR, RatedTwice(1, 9)),
    (CHOICE, Picked(("a", "b"))),
    (CHOICE, Picked(("c",))),
    (MULTIPLE, Picked(("a", "a"))),
    (MULTIPLE, Picked(("a",), "tekst uten Annet")),
    (RANKING, Ranked(("a", "a"))),
    (RANKING, Picked(("a",))),
    (NUMBER, Written("11")),
    (NUMBER, Written("mange")),
    (TEXT, Rated(1)),
]


@pytest.mark.parametrize(("item", "answer"), FITTING)
def test_an_answer_that_the_item_can_have_fits(item: EvaluationItem, answer: EvaluationAnswer) -> None:
    """Its own shape, its own steps and options, within its bounds; what is not answered yet fits too."""
    assert fits(item, answer)


@pytest.mark.parametrize(("item", "answer"), UNFITTING)
def test_an_answer_that_the_item_cannot_have_does_not_fit(item: EvaluationItem, answer: EvaluationAnswer) -> None:
    """Another shape, a step or option it does not have, a number out of bounds."""
    assert not fits(item, answer)


@pytest.mark.parametrize(
    ("item", "answer", "whole"),
    [
        (SCALE, None, False),
        (SCALE, Rated(3), True),
        (SCALE, Rated(APART), True),
        (PAIR, RatedTwice(2), False),
        (PAIR, RatedTwice(2, 2), True),
        (CHOICE, Picked(()), False),
        (CHOICE, Picked(("a",)), True),
        (RANKING, Ranked(("a", "b")), False),
        (RANKING, Ranked(("annet", "a", "b")), True),
        (TEXT, Written("  "), False),
        (TEXT, Written("ja"), True),
    ],
)
def test_an_answer_is_given_when_it_is_whole(
    item: EvaluationItem, answer: EvaluationAnswer | None, whole: bool
) -> None:
    """Both halves of a pair, every option of a ranking, a text with words in it."""
    assert is_given(item, answer) is whole


@pytest.mark.parametrize("answer", [RatedTwice(), Picked(()), Ranked(()), Written("")])
def test_an_answer_taken_back_whole_is_blank(answer: EvaluationAnswer) -> None:
    """Nothing is left to keep."""
    assert is_blank(answer)


@pytest.mark.parametrize("answer", [Rated(1), RatedTwice(now=1), Picked(("a",)), Written("  ")])
def test_an_answer_with_anything_in_it_is_not_blank(answer: EvaluationAnswer) -> None:
    """Half a pair is kept, and so are spaces someone has typed."""
    assert not is_blank(answer)
