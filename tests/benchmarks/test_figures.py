"""The arithmetic of the benchmarks: medians, spread, marks and ratios. Nothing here is timed."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.figure import Figure, amount, least_of, median_of, missing, ratio_of, spread
from benchmarks.measure import in_turn, percentile

VALUES = st.lists(st.floats(0.001, 1e6), min_size=1, max_size=40)


def test_the_median_of_the_rounds_is_judged_and_not_their_best() -> None:
    """One quick round out of five saves nobody."""
    figure = median_of("x", [1.0, 3.0, 3.0, 4.0, 9.0], "×", 2)
    assert (figure.value, figure.low, figure.high, figure.rounds) == (3.0, 3.0, 4.0, 5)
    assert not figure.met


def test_the_spread_of_few_rounds_is_from_the_least_to_the_most() -> None:
    """Of three rounds there is no middle half, and of one there is no spread."""
    assert spread([2.0, 1.0, 5.0]) == (1.0, 5.0)
    assert spread([2.0]) == (None, None)


@given(VALUES)
def test_the_median_lies_within_its_spread(values: list[float]) -> None:
    """Whatever was measured, the spread is around the value."""
    figure = median_of("x", values, "ms")
    if figure.low is not None and figure.high is not None:
        assert figure.low <= figure.value <= figure.high


def test_a_ratio_is_made_in_each_round() -> None:
    """A machine three times as slow in one round was so for both, and the ratio does not see it."""
    figure = ratio_of("x", [2.0, 6.0, 2.0], [1.0, 3.0, 1.0])
    assert (figure.value, figure.low, figure.high) == (2.0, 2.0, 2.0)
    assert "2.0 s and 1.0 s" in figure.note


def test_a_ratio_wants_a_baseline_for_each_round() -> None:
    """A round without its baseline is no round."""
    with pytest.raises(ValueError, match="zip"):
        ratio_of("x", [1.0, 2.0], [1.0])


def test_of_stalls_the_least_disturbed_round_is_judged_and_it_says_so() -> None:
    """The program's own stall is there in every round; all of them are shown."""
    figure = least_of("stall", [70.0, 31.0, 44.0], "ms", 50)
    assert figure.met
    assert (figure.value, figure.low, figure.high) == (31.0, 31.0, 70.0)
    assert "least of 3" in figure.note


@pytest.mark.parametrize(
    ("value", "at_least", "met"), [(60, True, True), (59.9, True, False), (60, False, True), (60.1, False, False)]
)
def test_a_mark_is_a_floor_or_a_ceiling(value: float, at_least: bool, met: bool) -> None:
    """What must be at least 60 fails below it, and what may be at most 60 above it."""
    assert Figure("x", value, "×", 60, at_least=at_least).met is met


def test_what_is_not_here_is_neither_met_nor_missed() -> None:
    """A machine without the installed program has a line that says so, and no verdict."""
    figure = missing("bundle", "no dist/kursapp")
    assert figure.met
    assert not figure.is_measured
    assert math.isnan(figure.value)


def test_rounds_are_interleaved_and_nobody_is_always_first() -> None:
    """Everything is called once in each round, in another order, and the first round is not counted."""
    called: list[str] = []

    def call(name: str) -> int:
        called.append(name)
        return len(called)

    given_back = in_turn({"own": lambda: call("own"), "bare": lambda: call("bare")}, 2)
    assert called == ["own", "bare", "bare", "own", "own", "bare"]
    assert given_back == {"own": [4, 5], "bare": [3, 6]}


def test_without_warming_up_every_round_counts() -> None:
    """Where the first time is what is asked for, it is there."""
    assert in_turn({"own": lambda: 1}, 3, warm_up=False) == {"own": [1, 1, 1]}


def test_a_percentile_of_one_value_is_the_value() -> None:
    """And of many it is what so many of them do not exceed."""
    assert percentile([7.0], 99) == 7.0
    assert percentile([float(number) for number in range(101)], 95) == 95.0


@pytest.mark.parametrize(
    ("seconds", "said"), [(12.3, "12 s"), (1.23, "1.2 s"), (0.123, "123 ms"), (0.00123, "1.23 ms")]
)
def test_a_time_is_said_as_one_says_it(seconds: float, said: str) -> None:
    """With as many digits as mean anything."""
    assert amount(seconds) == said
