"""What is repeated, as values: grades, bounds, the spread of days, and days that never go back."""

from __future__ import annotations

import math
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp.domain.case import Ending
from kursapp.domain.review import (
    LAST_DAY,
    LONGEST_LEAP,
    LONGEST_WAIT,
    MOST_DIFFICULTY,
    MOST_STABILITY,
    Grade,
    ReviewSettings,
    SeenDay,
    day_seen,
    grade_of,
    grade_of_case,
    minutes_for,
    sound_memory,
    spread,
)

DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))
TODAY = date(2026, 3, 9)


@pytest.mark.parametrize(
    ("right", "knew", "grade"),
    [(True, True, Grade.GOOD), (True, False, Grade.HARD), (False, True, Grade.AGAIN), (False, False, Grade.AGAIN)],
)
def test_an_answer_is_graded_by_itself_and_one_word(right: bool, knew: bool, grade: Grade) -> None:
    """Wrong is wrong however sure one was; guessed rightly is remembered with difficulty."""
    assert grade_of(right, knew) is grade


def test_a_case_is_graded_by_its_ending() -> None:
    """One that ended badly comes back sooner."""
    assert [grade_of_case(ending) for ending in (Ending.SERIOUS, Ending.WEAK, Ending.GOOD, Ending.OPEN)] == [
        Grade.AGAIN,
        Grade.HARD,
        Grade.GOOD,
        Grade.GOOD,
    ]


@given(stability=st.floats() | st.none(), difficulty=st.floats() | st.none())
def test_whatever_stands_in_the_file_a_memory_is_sound(stability: float | None, difficulty: float | None) -> None:
    """Damaged numbers are held within their bounds, or the card is met as new."""
    memory = sound_memory(stability, difficulty, TODAY)

    if memory is not None:
        assert 0 < memory.stability <= MOST_STABILITY
        assert 1 <= memory.difficulty <= MOST_DIFFICULTY
    if stability is None or math.isnan(stability) or stability <= 0:
        assert memory is None


@given(wait=st.integers(-10, 10_000), name=st.text())
def test_a_spread_wait_is_near_and_always_the_same(wait: int, name: str) -> None:
    """At most a day in twenty either way, at least a day, never more than the longest, and without chance."""
    spread_wait = spread(wait, name, 3)

    assert spread_wait == spread(wait, name, 3)
    assert 1 <= spread_wait <= LONGEST_WAIT
    assert abs(spread_wait - min(max(wait, 1), LONGEST_WAIT)) <= max(wait / 20, 1) + 0.5 or wait > LONGEST_WAIT


def test_what_came_together_parts() -> None:
    """Cards of one day do not all come back on the same."""
    assert len({spread(40, f"q{number}") for number in range(30)}) > 3


@given(days=st.lists(DAYS, min_size=1, max_size=40))
def test_days_of_practice_never_go_back(days: list[date]) -> None:
    """Whatever the clock does, a day is never before the one that was seen last, nor before the clock's own."""
    seen: SeenDay | None = None
    for local in days:
        before, seen = seen, day_seen(local, seen)
        assert seen.local == local
        assert before is None or seen.day >= before.day
        leapt = before is not None and (local - max(before.local, before.day)).days > LONGEST_LEAP
        assert leapt or seen.day >= local or (before is not None and before.local == local)


@given(start=DAYS, back=st.integers(1, 800), steps=st.integers(0, 60))
def test_a_clock_set_back_goes_on_day_by_day(start: date, back: int, steps: int) -> None:
    """Each day of the wrong clock is one day more, and a clock set right again leaves no trace."""
    seen = day_seen(start - timedelta(days=back), day_seen(start, None))
    assert seen.day == start
    for step in range(1, min(steps, back - 1) + 1):
        seen = day_seen(start - timedelta(days=back) + timedelta(days=step), seen)
        assert seen.day == start + timedelta(days=step)

    right = start + timedelta(days=steps + 1)
    assert day_seen(right, seen).day == right


@given(start=DAYS, steps=st.integers(0, 400))
def test_a_clock_at_the_end_of_the_calendar_holds_nothing_up(start: date, steps: int) -> None:
    """Once there and set right again, days go on as if it had not been; also where the first day ever was there."""
    for first in (None, day_seen(start, None)):
        seen = day_seen(date.max, first)
        assert seen.day == (LAST_DAY if first is None else start + timedelta(days=1))
        assert day_seen(date.max, seen) == seen, "twice on one day is one day"
        for step in range(steps + 1):
            seen = day_seen(start + timedelta(days=step), seen)
        assert seen.day == max(start + timedelta(days=steps), start + timedelta(days=0 if first is None else 1))


def test_a_day_an_earlier_program_stopped_at_is_forgotten() -> None:
    """The last day of the calendar was seen by it as any other, and none came after."""
    assert day_seen(TODAY, SeenDay(TODAY, date.max)) == SeenDay(TODAY, TODAY)


def test_a_leap_of_many_years_is_believed_the_day_after() -> None:
    """Somebody who comes back after eleven years loses a day; a clock put right the same day leaves no trace."""
    later = date(2037, 5, 4)
    leapt = day_seen(later, SeenDay(TODAY, TODAY))
    assert leapt == SeenDay(later, TODAY + timedelta(days=1))
    assert day_seen(later + timedelta(days=1), leapt).day == later + timedelta(days=1)
    assert day_seen(TODAY + timedelta(days=1), leapt).day == TODAY + timedelta(days=1)


def test_settings_are_held_within_what_one_can_mean() -> None:
    """Never nothing to repeat, never more than a person can do."""
    wild = ReviewSettings(-3, 0).within_bounds()
    assert (wild.new_a_day, wild.reviews_a_day) == (0, 1)
    many = ReviewSettings(10_000, 10_000).within_bounds()
    assert (many.new_a_day, many.reviews_a_day) == (30, 100)


def test_minutes_are_told_in_whole_ones() -> None:
    """One question is a minute, twenty a quarter of an hour, none nothing."""
    assert [minutes_for(questions) for questions in (0, 1, 12, 20)] == [0, 1, 9, 15]
