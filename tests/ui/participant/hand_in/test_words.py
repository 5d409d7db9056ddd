"""Every kind of answer as the words one reads before it is sent."""

from __future__ import annotations

import pytest

from kursapp.domain.evaluation_answer import (
    APART,
    EvaluationAnswer,
    Picked,
    Ranked,
    Rated,
    RatedTwice,
    Written,
)
from kursapp.domain.submission import Solved
from kursapp.ui.participant.hand_in.words import said
from tests.delivery.small_cohort import evaluation_form, shared_quiz

FORMS = (evaluation_form(), shared_quiz())
ITEMS = {item.id: item for form in FORMS for item in form.items}


@pytest.mark.parametrize(
    ("item_id", "answer", "words"),
    [
        ("nytte", Rated(4), "Enig"),
        ("nytte", Rated(APART), "Vet ikke"),
        ("trygg", RatedTwice(1, 5), "Før: Helt uenig. Nå: Helt enig."),
        ("trygg", RatedTwice(APART, None), "Før: Vet ikke. Nå: ikke besvart."),
        ("rolle", Picked(("a",)), "Ledelse"),
        ("tema", Picked(("b", "c"), "økonomi"), "Samarbeid, Annet: økonomi"),
        ("viktig", Ranked(("b", "a")), "1. Samarbeid, 2. Ledelse"),
        ("karakter", Written("8"), "8"),
        ("bra", Written("=2+3\n@SUM(A1)"), "=2+3\n@SUM(A1)"),
        ("q1", Solved(1000, ("a",)), "Riktig. Du valgte «Ja»."),
        ("q1", Solved(0, ()), "Ikke riktig."),
        ("q1", Solved(333, ("a", "b")), "33,3 % riktig. Du valgte «Ja», «Nei»."),
    ],
)
def test_an_answer_is_said_as_it_was_given(item_id: str, answer: EvaluationAnswer, words: str) -> None:
    """In the words of the form, and a text letter for letter."""
    assert said(ITEMS[item_id], answer) == words
