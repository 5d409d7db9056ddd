"""FSRS within bounds: when a card comes back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp.domain.review import LONGEST_WAIT, MOST_STABILITY, Grade, Memory
from kursapp.services.schedule import schedule

TODAY = date(2026, 3, 9)
GRADES = st.sampled_from(list(Grade))
MEMORIES = st.builds(Memory, st.floats(), st.floats(), st.dates())


@given(memory=MEMORIES | st.none(), grade=GRADES, day=st.dates())
def test_whatever_the_file_holds_the_schedule_is_sound(memory: Memory | None, grade: Grade, day: date) -> None:
    """No number is negative or none at all, none is over a hundred years, and it never comes back in the past."""
    got = schedule(memory, grade, day, "kurs", "q", 1)

    assert 0 < got.memory.stability <= MOST_STABILITY
    assert 1 <= got.memory.difficulty <= 10
    assert got.memory.day == day
    assert got.due >= day
    assert (got.due - day).days <= LONGEST_WAIT
    assert got.due > day or day == date.max


@given(answers=st.lists(st.tuples(GRADES, st.integers(-800, 800)), max_size=60))
def test_any_life_of_a_card_stays_within_bounds(answers: list[tuple[Grade, int]]) -> None:
    """Answered early, late, or before the day it was answered last: it stays a card."""
    memory, day = None, TODAY
    for number, (grade, days) in enumerate(answers):
        got = schedule(memory, grade, day, "kurs", "q", number)
        assert 0 < got.memory.stability <= MOST_STABILITY
        assert 1 <= (got.due - day).days <= LONGEST_WAIT
        memory, day = got.memory, day + timedelta(days=days)


@given(grade=GRADES, day=st.dates(date(2000, 1, 1), date(2100, 1, 1)), times=st.integers(0, 99))
def test_the_same_always_comes_back_the_same_day(grade: Grade, day: date, times: int) -> None:
    """Nothing is left to chance: two machines with one profile agree."""
    memory = Memory(20, 5, day - timedelta(days=20))

    assert schedule(memory, grade, day, "kurs", "q", times) == schedule(memory, grade, day, "kurs", "q", times)


def test_better_answers_wait_longer() -> None:
    """A wrong one comes back tomorrow, a guessed one sooner than one that was known."""
    memory = Memory(20, 5, TODAY - timedelta(days=20))
    wrong, guessed, knew = ((schedule(memory, grade, TODAY).due - TODAY).days for grade in Grade)

    assert wrong < guessed < knew
    assert (schedule(None, Grade.AGAIN, TODAY).due - TODAY).days == 1
    old = Memory(300, 2, TODAY - timedelta(days=200))
    assert (schedule(old, Grade.AGAIN, TODAY).due - TODAY).days == 1


@pytest.mark.parametrize("rights", [8])
def test_what_is_known_again_and_again_is_seen_once_a_year(rights: int) -> None:
    """Waits grow to a year and no further."""
    memory, day, waits = None, TODAY, []
    for number in range(rights):
        got = schedule(memory, Grade.GOOD, day, "q", number)
        waits.append((got.due - day).days)
        memory, day = got.memory, got.due

    assert waits[0] == 2
    assert waits == sorted(waits[:5]) + waits[5:]
    assert waits[-1] >= LONGEST_WAIT * 0.9


def test_a_memory_of_a_day_to_come_counts_as_todays() -> None:
    """A clock that was set back makes no time negative."""
    ahead = Memory(20, 5, TODAY + timedelta(days=700))
    today = Memory(20, 5, TODAY)

    assert schedule(ahead, Grade.GOOD, TODAY) == schedule(today, Grade.GOOD, TODAY)


def test_fsrs_is_loaded_when_it_is_first_needed() -> None:
    """The start of the program does not wait for it."""
    import subprocess
    import sys

    code = "import sys, kursapp.services.participant; print('fsrs' in sys.modules)"
    got = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert got.stdout.strip() == "False"
