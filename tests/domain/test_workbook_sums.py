"""Computed columns of a workbook."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp.domain.course import Place
from kursapp.domain.question import Column, ColumnKind, Workbook, WorkbookKind
from kursapp.domain.workbook_sums import compute, row_sums

NUMBERS = {"a": Decimal(6), "b": Decimal(4), "a-b": Decimal(100), "sum": Decimal("2.5"), "tom": None}


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("a * b", "24"),
        ("a + b * 2", "14"),
        ("(a + b) * 2", "20"),
        ("a - b - 1", "1"),
        ("a / b / 3", "0.5"),
        ("-a + 10", "4"),
        ("a - -b", "10"),
        ("a-b", "100"),
        ("a - b", "2"),
        ("sum*2", "5"),
        ("((((7))))", "7"),
    ],
)
def test_formulas_are_computed_as_they_are_read(formula: str, value: str) -> None:
    """Products before sums, from left to right, parentheses first, and the longest name there is."""
    assert compute(formula, NUMBERS) == Decimal(value)


@pytest.mark.parametrize(
    "formula",
    ["a / 0", "a / (b - 4)", "a * tom", "a * ukjent", "", "a b", "(a", "a)", "a +", "* a", "a ** b", "1.5", "ab",
     "a.real", "(" * 40 + "a" + ")" * 40, "-" * 500 + "a"],
)  # fmt: skip
def test_a_formula_without_an_answer_gives_none(formula: str) -> None:
    """Division by nothing, an empty or unknown column, and what is no formula at all."""
    assert compute(formula, NUMBERS) is None


@given(st.integers(-(10**6), 10**6), st.integers(-(10**6), 10**6), st.integers(1, 10**6))
def test_the_four_ways_of_reckoning_agree_with_arithmetic(a: int, b: int, c: int) -> None:
    """Sums, differences and products are exact; a quotient times its divisor is the dividend."""
    numbers = {"a": Decimal(a), "b": Decimal(b), "c": Decimal(c)}
    assert compute("a + b * c - a", numbers) == b * c
    quotient = compute("a / c", numbers)
    assert quotient is not None
    assert abs(quotient * c - a) < Decimal("1e-12")


@given(st.text(alphabet="ab0123456789+-*/() ", max_size=30))
def test_any_text_can_be_computed_without_failing(formula: str) -> None:
    """A formula that slipped past the check costs an empty cell, never the program."""
    compute(formula, NUMBERS)


RISK = Workbook(
    "risiko",
    "Risiko",
    Place("dag-4/05.md", 1, 9),
    WorkbookKind.TABLE,
    columns=(
        Column("fare", "Fare"),
        Column("sannsynlighet", "Sannsynlighet", ColumnKind.SCALE, 1, 5),
        Column("konsekvens", "Konsekvens", ColumnKind.SCALE, 1, 5),
        Column("risiko", "Risiko", ColumnKind.COMPUTED, formula="sannsynlighet * konsekvens"),
        Column("andel", "Andel", ColumnKind.COMPUTED, formula="risiko / 25"),
    ),
)


def test_a_row_shows_its_sums_in_norwegian_form() -> None:
    """Computed cells stand on the texts typed, and on computed columns before them."""
    assert row_sums(RISK, {"sannsynlighet": "3", "konsekvens": "4,5", "fare": "trusler"}) == {
        "risiko": "13,5",
        "andel": "0,54",
    }


def test_a_row_that_lacks_a_number_shows_nothing() -> None:
    """An empty or unreadable cell leaves every sum that needs it empty."""
    assert row_sums(RISK, {"sannsynlighet": "3"}) == {"risiko": "", "andel": ""}
    assert row_sums(RISK, {"sannsynlighet": "tre", "konsekvens": "4"}) == {"risiko": "", "andel": ""}
