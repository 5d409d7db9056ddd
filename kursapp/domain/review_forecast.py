"""About how much Øving puts on the days to come: the queue played through, a day at a time."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import count

from kursapp.domain.days import day_after
from kursapp.domain.review import FORECAST_DAYS, DayLoad, Grade, Memory, ReviewSettings

Repeat = Callable[[Memory | None, Grade, date], tuple[Memory, date]]
"""Grades a memory on a day, and returns it as it is then and the day it comes back."""

USUALLY_RIGHT = 0.85
"""How large a share is taken to be right as long as little is known, worth ten answers."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """The days from today on, and about how many days it takes until nothing is left over; 0 where nothing is."""

    days: tuple[DayLoad, ...]
    days_to_catch_up: int


def share_right(answers: int, right: int) -> float:
    """Return about how large a share of the answers to come is right, from the latest ones."""
    return (right + 10 * USUALLY_RIGHT) / (answers + 10)


def forecast(
    waiting: Iterable[tuple[date, Memory | None]],
    fresh: int,
    settings: ReviewSettings,
    today: date,
    repeat: Repeat,
    *,
    done: tuple[int, int] = (0, 0),
    right: float = USUALLY_RIGHT,
    beyond: int = 0,
) -> Forecast:
    """Play the next fourteen days through.

    ``waiting`` are the questions met before, with the day each comes back; ``beyond`` is how many more there are that
    come later than these. ``fresh`` are the new ones, ``done`` what has been put today of both. Wrong answers are dealt
    out evenly, so that the same always gives the same. New questions wait while there are more of the others than a
    day takes.
    """
    queue = _Queue(waiting, right)
    days: list[DayLoad] = []
    caught_up = 0
    for number in range(FORECAST_DAYS):
        day = day_after(today, number)
        put, introduced = done if number == 0 else (0, 0)
        reviews = queue.repeat_on(day, max(settings.reviews_a_day - put, 0), repeat)
        left = queue.left_on(day) + beyond
        if left:
            caught_up = number + 1
        new = 0 if left else min(max(settings.new_a_day - introduced, 0), fresh)
        fresh -= new
        queue.meet(day, new, repeat)
        days.append(DayLoad(day, reviews, new))
    if caught_up == FORECAST_DAYS:
        still = queue.left_on(days[-1].day) + beyond
        caught_up += -(-still // settings.reviews_a_day)
    return Forecast(tuple(days), caught_up)


class _Queue:
    """The questions by the day they come back."""

    def __init__(self, waiting: Iterable[tuple[date, Memory | None]], right: float) -> None:
        self._tie = count()
        self._heap = [(day, next(self._tie), memory) for day, memory in waiting]
        heapq.heapify(self._heap)
        self._wrong, self._owed = 1 - min(max(right, 0.0), 1.0), 0.0

    def repeat_on(self, day: date, most: int, repeat: Repeat) -> int:
        """Answer what waits on a day, at most so many, and return how many it were."""
        taken: list[Memory | None] = []
        while self._heap and self._heap[0][0] <= day and len(taken) < most:
            taken.append(heapq.heappop(self._heap)[2])
        for memory in taken:
            self._answer(memory, day, repeat)
        return len(taken)

    def meet(self, day: date, new: int, repeat: Repeat) -> None:
        """Answer so many new ones."""
        for _number in range(new):
            self._answer(None, day, repeat)

    def left_on(self, day: date) -> int:
        """Return how many still wait on a day."""
        return sum(due <= day for due, _tie, _memory in self._heap)

    def _answer(self, memory: Memory | None, day: date, repeat: Repeat) -> None:
        self._owed += self._wrong
        grade = Grade.GOOD
        if self._owed >= 1:
            grade, self._owed = Grade.AGAIN, self._owed - 1
        after, due = repeat(memory, grade, day)
        heapq.heappush(self._heap, (due, next(self._tie), after))
