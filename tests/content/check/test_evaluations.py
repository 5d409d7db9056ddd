"""Forms that are hard to answer are remarked on."""

from __future__ import annotations

import pytest

from kursapp.content.check.evaluations import MOST_ITEMS, check_evaluations
from kursapp.domain.course import EvaluationSettings, EvaluationType, Page, PageKind, Place, Rich, Session
from kursapp.domain.evaluation import EvaluationItem, EvaluationKind, Statement

HERE = Place("e.md", 3, 9)


def codes(*statements: str) -> list[str]:
    """Return the codes of a form with one scale of these statements."""
    rows = tuple(Statement(f"s{index}", Rich(text, text)) for index, text in enumerate(statements))
    item = EvaluationItem("enig", "Hvor enig er du?", HERE, EvaluationKind.SCALE, statements=rows)
    page = Page(
        "e", "Evaluering", HERE, (item,), PageKind.EVALUATION, evaluation=EvaluationSettings(EvaluationType.DAY)
    )
    return [found.code for found in check_evaluations(Session("s", "e.md", "Økt", (page,)))]


@pytest.mark.parametrize("text", ["Jeg er ikke uenig", "Vi gjør aldri noe uten plan", "Eg er ikkje utrygg"])
def test_two_negations_in_a_statement_are_remarked(text: str) -> None:
    """Nobody knows what agreeing with two negations means."""
    assert codes(text) == ["double-negation"]


@pytest.mark.parametrize("text", ["Jeg er ikke redd", "Vi lærer av avvik", "Ukens arbeid er planlagt", "Jeg er trygg"])
def test_one_negation_or_none_is_fine(text: str) -> None:
    """A single negation is readable, and words that merely begin with u are none."""
    assert codes(text) == []


def test_a_form_of_more_than_twenty_five_items_is_remarked() -> None:
    """Every statement is an item."""
    assert codes(*["Greit"] * MOST_ITEMS) == []
    assert codes(*["Greit"] * (MOST_ITEMS + 1)) == ["too-many-items"]
