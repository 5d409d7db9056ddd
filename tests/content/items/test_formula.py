"""Formulas of computed columns: what is one, what is not, and that the sum comes out as written."""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp.content.items.formula import DEEPEST, FormulaError, read_formula
from kursapp.domain.workbook_sums import compute

NAMES = {"sannsynlighet": "p", "konsekvens": "k-1", "antall barn": "barn", "a-b": "ab", "per": "per", "personer": "n"}


@pytest.mark.parametrize(
    ("text", "formula", "used"),
    [
        ("sannsynlighet × konsekvens", "p * k-1", ("p", "k-1")),
        ("Sannsynlighet * KONSEKVENS", "p * k-1", ("p", "k-1")),
        ("antall barn + 2", "barn + 2", ("barn",)),
        ("(antall barn−1)/2", "( barn - 1 ) / 2", ("barn",)),
        ("a-b − 1", "ab - 1", ("ab",)),
        ("personer ÷ per", "n / per", ("n", "per")),
        ("3", "3", ()),
        ("((sannsynlighet))", "( ( p ) )", ("p",)),
    ],
)
def test_formulas(text: str, formula: str, used: tuple[str, ...]) -> None:
    """Names become ids, signs become ``+ - * /``, the parts one space apart."""
    assert read_formula(text, NAMES) == (formula, used)


@pytest.mark.parametrize("text", ["", "p +", "* 2", "(konsekvens", "konsekvens)", "konsekvens 2", "2 3", "- 2", "()"])
def test_what_is_no_formula(text: str) -> None:
    """A sign too many, a parenthesis too few or two numbers in a row are no formula."""
    with pytest.raises(FormulaError):
        read_formula(text, NAMES)


def test_an_unknown_name() -> None:
    """A name that is no column is told by name."""
    with pytest.raises(FormulaError) as raised:
        read_formula("konsekvens * fare", NAMES)
    assert raised.value.name == "fare"


def test_depth_has_a_limit() -> None:
    """Parentheses nest to a limit, so that no formula can exhaust the program."""
    assert read_formula("(" * DEEPEST + "1" + ")" * DEEPEST, {})
    with pytest.raises(FormulaError):
        read_formula("(" * (DEEPEST + 1) + "1" + ")" * (DEEPEST + 1), {})


expressions = st.recursive(
    st.integers(0, 99).map(str) | st.sampled_from(["sannsynlighet", "konsekvens", "antall barn"]),
    lambda inner: st.tuples(inner, st.sampled_from([" + ", " - ", "*", " × "]), inner).map(
        lambda parts: f"({parts[0]}{parts[1]}{parts[2]})"
    ),
    max_leaves=8,
)


@given(expressions)
def test_the_written_formula_computes_the_same(text: str) -> None:
    """What is written for the program gives the number the author's own formula means."""
    formula, _ = read_formula(text, NAMES)
    meant = text.replace("×", "*").replace("sannsynlighet", "3").replace("konsekvens", "4").replace("antall barn", "5")
    values = {"p": Decimal(3), "k-1": Decimal(4), "barn": Decimal(5)}
    assert compute(formula, values) == Decimal(eval(meant))


@given(st.text(max_size=60))
def test_no_text_raises_anything_else(text: str) -> None:
    """Any text is a formula, or the one error that says it is none."""
    with suppress(FormulaError):
        read_formula(text, NAMES)
