"""Answers as rows, and the steps an item has."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp.domain.evaluation_answer import APART, EvaluationAnswer, Picked, Ranked, Rated, RatedTwice, Written
from kursapp.domain.form import AnswerKind, FormItem
from kursapp.domain.submission import Solved
from kursapp.domain.tally import (
    breakdown_rows_of,
    number_step,
    person_count,
    rows_of,
    steps_of,
    steps_taken,
    texts_of,
    valid_count,
)
from tests.domain.rounds import BEST, DAYS, FORM, LIKED, MORE, PACE, options, scale, twice

SCALE, TWICE = scale("s"), twice("f", apart="Ikke relevant")
QUESTION = FormItem("q", AnswerKind.QUESTION, "Q", options=options("a", "b"))
TENTHS = FormItem("n", AnswerKind.NUMBER, "N", low=0, high=2)

ANSWERS: list[tuple[FormItem, EvaluationAnswer | None, tuple[str, ...]]] = [
    (SCALE, Rated(4), ("4",)),
    (SCALE, Rated(APART), ("apart",)),
    (SCALE, None, ("blank",)),
    (TWICE, RatedTwice(2, 4), ("2>4",)),
    (TWICE, RatedTwice(2, None), ("blank",)),
    (TWICE, RatedTwice(2, APART), ("apart",)),
    (TWICE, RatedTwice(None, APART), ("blank",)),
    (PACE, Picked(("passe",)), ("=passe",)),
    (PACE, None, ("blank",)),
    (LIKED, Picked(("case", "quiz")), ("answered", "=case", "=quiz")),
    (LIKED, Picked(()), ("blank",)),
    (BEST, Ranked(("to", "en")), ("answered", "=to@1", "=en@2")),
    (DAYS, Written("7,50"), ("7.5",)),
    (DAYS, Written("mange"), ("blank",)),
    (MORE, Written("Bra"), ("answered",)),
    (MORE, Written("  "), ("blank",)),
    (QUESTION, Solved(0, ("b",)), ("answered", "=b")),
    (QUESTION, None, ("blank",)),
]


@pytest.mark.parametrize(("item", "answer", "steps"), ANSWERS)
def test_an_answer_takes_its_steps(item: FormItem, answer: EvaluationAnswer | None, steps: tuple[str, ...]) -> None:
    """Each answer adds the rows of its kind, and every one of them is a step of the item."""
    assert steps_taken(item, answer) == steps
    assert set(steps) <= set(steps_of(item, steps))


@pytest.mark.parametrize(("item", "answer", "steps"), ANSWERS)
def test_a_person_is_counted_once_per_item(
    item: FormItem, answer: EvaluationAnswer | None, steps: tuple[str, ...]
) -> None:
    """However many rows an answer has, it is one person, with a valid answer or without."""
    counts = dict.fromkeys(steps, 1)
    assert person_count(item, counts) == 1
    assert valid_count(item, counts) == (not {"apart", "blank"} & set(steps))


def test_steps_stand_in_the_form_s_order() -> None:
    """Steps from the left, pairs by "before" and then "now", options as listed, "Vet ikke" and blank last."""
    assert steps_of(SCALE) == ("1", "2", "3", "4", "5", "apart", "blank")
    assert steps_of(TWICE)[:6] == ("1>1", "1>2", "1>3", "1>4", "1>5", "2>1")
    assert len(steps_of(TWICE)) == 27
    assert steps_of(PACE) == ("=lavt", "=passe", "=raskt", "blank")
    assert steps_of(LIKED) == ("=case", "=quiz", "=arbeidsbok", "answered", "blank")
    assert steps_of(BEST)[:3] == ("=en@1", "=en@2", "=en@3")
    assert steps_of(MORE) == ("answered", "blank")


def test_numbers_within_bounds_are_listed_and_those_between_take_their_place() -> None:
    """From 0 to 2 there are three steps; 1,5 stands between two of them."""
    assert steps_of(TENTHS) == ("0", "1", "2", "blank")
    assert steps_of(TENTHS, ["1.5", "2"]) == ("0", "1", "1.5", "2", "blank")
    assert steps_of(DAYS) == ("blank",)


def test_a_step_of_no_item_is_an_error() -> None:
    """Only numbers can be new."""
    with pytest.raises(ValueError, match="rankes"):
        steps_of(scale("rankes"), ["6"])


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9, places=6))
def test_equal_numbers_are_one_step(number: Decimal) -> None:
    """However a number is written, its step is one, and reads back as the number."""
    step = number_step(number)
    assert number_step(number.normalize()) == step
    assert Decimal(step) == number
    assert "E" not in step
    assert step != "-0"


def test_one_person_s_rows_follow_the_form() -> None:
    """Every item has a row, also those not answered."""
    rows = list(rows_of(FORM, {"relevans": Rated(4), "likte": Picked(("quiz",))}))
    assert dict.fromkeys(item for item, _ in rows).keys() == {item.id for item in FORM.items}
    assert ("relevans", "4") in rows
    assert [step for item, step in rows if item == "likte"] == ["answered", "=quiz"]
    assert ("tempo", "blank") in rows


def test_breakdown_rows_are_by_one_variable_at_a_time() -> None:
    """Each row names one background question; texts and the question itself have none, the other one has."""
    answers: dict[str, EvaluationAnswer] = {"rolle": Picked(("leder",)), "relevans": Rated(4), "mer": Written("Bra")}
    rows = list(breakdown_rows_of(FORM, answers, ("rolle", "kommune")))
    assert ("rolle", "=leder", "relevans", "4") in rows
    assert ("kommune", "blank", "relevans", "4") in rows
    assert ("rolle", "=leder", "kommune", "blank") in rows
    assert not [row for row in rows if row[2] == "mer" or row[0] == row[2]]


def test_texts_are_free_texts_and_the_words_of_other() -> None:
    """Numbers are no texts, and empty ones are nothing."""
    answers: dict[str, EvaluationAnswer] = {
        "tempo": Picked(("passe",), "Litt ujevnt"), "dager": Written("7"), "mer": Written(" Bra \n"),
    }  # fmt: skip
    assert list(texts_of(FORM, answers)) == [("tempo", "Litt ujevnt"), ("mer", "Bra")]
    assert list(texts_of(FORM, {"mer": Written(" ")})) == []
