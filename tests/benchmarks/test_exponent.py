"""The exponent that is fitted to how cost grows."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.exponent import NOISE, fitted, mark, of_n_log_n

SIZES = (1_000, 10_000, 100_000)


@given(st.floats(0.0, 3.0), st.floats(1e-6, 1e3))
def test_the_exponent_of_a_power_is_found_whatever_it_is_multiplied_by(power: float, factor: float) -> None:
    """Cost c·n^k has the exponent k."""
    assert fitted(SIZES, [factor * size**power for size in SIZES]) == pytest.approx(power, abs=1e-9)


def test_n_log_n_meets_the_mark_and_a_square_does_not() -> None:
    """Nor does n to the power of one and a half."""
    assert fitted(SIZES, [size * math.log(size) for size in SIZES]) <= mark(SIZES)
    assert fitted(SIZES, [size**1.5 for size in SIZES]) > mark(SIZES)
    assert fitted(SIZES, [size**2.0 for size in SIZES]) > mark(SIZES)


def test_the_mark_stands_a_little_above_n_log_n_itself() -> None:
    """By what few sizes may be off, which is less than the way to a square."""
    assert mark(SIZES) == pytest.approx(of_n_log_n(SIZES) + NOISE)
    assert 1 < of_n_log_n(SIZES) < 1.2


@pytest.mark.parametrize(("sizes", "costs"), [([5], [1.0]), ([5, 5], [1.0, 2.0]), ([1, 2], [0.0, 1.0])])
def test_what_says_nothing_of_growth_is_refused(sizes: list[float], costs: list[float]) -> None:
    """One size, the same size twice, and a cost of nothing have no exponent."""
    with pytest.raises(ValueError, match="exponent"):
        fitted(sizes, costs)
