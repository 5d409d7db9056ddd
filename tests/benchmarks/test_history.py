"""What earlier runs measured, and what counts as slower than they were."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.figure import Figure, median_of, missing
from benchmarks.history import Earlier, append, change, is_regression, key, last

LAPTOP = {"processor": "old", "cores": 2, "memory": 8, "system": "Linux x86_64"}
OTHER = {**LAPTOP, "processor": "new"}


def run(file: Path, value: float, machine: dict[str, object] = LAPTOP, *, quick: bool = False, name: str = "x") -> None:
    """Add a run of one figure."""
    append(file, {"machine": machine, "quick": quick}, {"start": [Figure(name, value, "×")]})


def test_the_last_run_of_the_same_machine_is_what_counts(tmp_path: Path) -> None:
    """Neither an older one, nor another machine's, nor a small form for trying."""
    file = tmp_path / "history.jsonl"
    for value, machine, quick in ((1.0, LAPTOP, False), (2.0, LAPTOP, False), (3.0, OTHER, False), (4.0, LAPTOP, True)):
        run(file, value, machine, quick=quick)
    assert last(file, LAPTOP, quick=False) == {"start: x": Earlier(2.0)}
    assert last(file, LAPTOP, quick=True) == {"start: x": Earlier(4.0)}


def test_a_run_of_one_part_leaves_the_others_with_the_run_before(tmp_path: Path) -> None:
    """Each figure is held against the last time it was measured."""
    file = tmp_path / "history.jsonl"
    run(file, 1.0, name="x")
    run(file, 5.0, name="y")
    assert last(file, LAPTOP, quick=False) == {"start: x": Earlier(1.0), "start: y": Earlier(5.0)}


def test_a_line_that_was_broken_off_is_passed_over(tmp_path: Path) -> None:
    """The machine was switched off in the middle of it; the others are still good."""
    file = tmp_path / "history.jsonl"
    run(file, 1.0)
    with file.open("a") as target:
        target.write('{"machine": {"proc\n[1]\n')
    assert last(file, LAPTOP, quick=False) == {"start: x": Earlier(1.0)}


def test_without_a_history_there_is_nothing_to_compare_with(tmp_path: Path) -> None:
    """The first run is as good as any."""
    assert last(tmp_path / "none.jsonl", LAPTOP, quick=False) == {}


def test_spread_is_kept_and_what_is_not_there_is_not(tmp_path: Path) -> None:
    """A line without a value would be no JSON."""
    file = tmp_path / "deep" / "history.jsonl"
    figure = median_of("x", [1.0, 2.0, 3.0], "×")
    append(file, {"machine": LAPTOP, "quick": False}, {"start": [figure, missing("bundle", "none")]})
    assert last(file, LAPTOP, quick=False) == {key("start", figure): Earlier(2.0, 1.0, 3.0)}


@pytest.mark.parametrize(
    ("now", "before", "slower"),
    [
        (median_of("x", [1.3, 1.4, 1.5], "×"), Earlier(1.0, 0.9, 1.1), True),
        (median_of("x", [1.3, 1.4, 1.5], "×"), Earlier(1.0, 0.9, 1.35), False),  # within the spread there was
        (median_of("x", [1.05, 1.06, 1.07], "×"), Earlier(1.0, 0.99, 1.01), False),  # apart, and too little
        (median_of("x", [0.5, 0.6, 0.7], "×"), Earlier(1.0, 0.9, 1.1), False),  # quicker
        (median_of("x", [50, 51, 52], "×", at_least=True), Earlier(100, 90, 110), True),
        (median_of("x", [150, 151, 152], "×", at_least=True), Earlier(100, 90, 110), False),
        (Figure("x", 1.2, "ms"), Earlier(1.0), False),  # a percentile without a spread varies more
        (Figure("x", 1.3, "ms"), Earlier(1.0), True),
        (Figure("x", 0.0, "%"), Earlier(1.0), False),
        (missing("x", "none"), Earlier(1.0), False),
    ],
)
def test_slower_is_what_lies_beyond_the_tolerance_and_both_spreads(now: Figure, before: Earlier, slower: bool) -> None:
    """A figure that should be high is slower when it is lower."""
    assert is_regression(now, before) is slower


def test_a_change_is_told_as_the_share_it_is_worse_by() -> None:
    """Half the rate is twice the time: one hundred per cent worse."""
    assert change(Figure("x", 3.0, "×"), Earlier(2.0)) == pytest.approx(0.5)
    assert change(Figure("x", 50, "MB/s", at_least=True), Earlier(100)) == pytest.approx(1.0)
    assert change(Figure("x", 1.0, "×"), Earlier(0.0)) is None
