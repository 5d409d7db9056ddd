"""Many heavy files take hardly longer than one, and sound ones always get their time."""

from __future__ import annotations

import time

import pytest

from kursapp.content import reading_time
from kursapp.content.reading_time import SPARE, ReadingTime, honest_joining, honest_reading
from kursapp.worker import WorkerLimitError

MOST = 5.0


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Return a clock whose only number is the time."""
    now = [100.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    assert reading_time.time is time
    return now


def take(clock: list[float], spent: ReadingTime, seconds: float, honest: float) -> float:
    """Let something take a while, and return what it was given; it is stopped where that is less."""
    given = 0.0
    try:
        with spent.spend(honest, MOST) as given:
            clock[0] += min(seconds, given)
            if seconds > given:
                raise WorkerLimitError("job", "time")
    except WorkerLimitError:
        pass
    return given


def test_sound_files_never_use_the_spare_time_up(clock: list[float]) -> None:
    """However many they are: two thousand that each take nearly what such a file may."""
    spent = ReadingTime()
    for _ in range(2_000):
        take(clock, spent, honest_reading(18_000), honest_reading(18_000))
    assert not spent.is_used_up


def test_many_heavy_files_take_hardly_longer_than_one(clock: list[float]) -> None:
    """The first gets its five seconds, the next little, and those after it nothing."""
    spent, began = ReadingTime(), clock[0]
    assert take(clock, spent, 1e9, honest_reading(18_000)) == MOST
    assert not spent.is_used_up
    while not spent.is_used_up:
        take(clock, spent, 1e9, honest_reading(18_000))
    assert clock[0] - began < SPARE + 2 * honest_reading(18_000)


def test_a_worker_that_dies_at_once_costs_its_restart(clock: list[float]) -> None:
    """Two thousand files that each take it down are not two thousand starts."""
    spent, count = ReadingTime(), 0
    while not spent.is_used_up:
        count += 1
        with pytest.raises(WorkerLimitError), spent.spend(1.0, MOST):
            raise WorkerLimitError("job", "died")
    assert count < 10


def test_the_largest_course_has_time_enough() -> None:
    """Ten megabytes are read in some fifteen seconds here, and joined in two."""
    assert honest_reading(1_000_000) > 2 * 1.5
    assert honest_joining(26_000_000) > 10 * 3.5
