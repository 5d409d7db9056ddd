"""A stopwatch: it counts while it runs, and pauses count for nothing."""

from __future__ import annotations

import pytest

from kursapp.domain.stopwatch import Stopwatch, shown


def test_it_counts_while_it_runs() -> None:
    """Two runs are added; starting one that runs, and stopping one that stands, changes nothing."""
    watch = Stopwatch().start(10).start(12)
    assert (watch.runs, watch.at(15)) == (True, 5)
    watch = watch.stop(20).stop(30)
    assert (watch.runs, watch.at(99)) == (False, 10)
    assert watch.start(100).at(101) == 11


def test_a_clock_that_goes_back_takes_nothing() -> None:
    """Not that a monotonic one does."""
    assert Stopwatch(5, since=100).at(90) == 5


@pytest.mark.parametrize(("seconds", "words"), [(0, "0:00"), (59.9, "0:59"), (245, "4:05"), (3845, "1:04:05")])
def test_it_is_read_as_a_clock(seconds: float, words: str) -> None:
    """Hours only where there are any."""
    assert shown(seconds) == words
