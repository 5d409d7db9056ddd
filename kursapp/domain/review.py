"""Øving: what is repeated and when, as values. The scheduling itself is ``services.schedule``.

A day of Øving is a local day (``domain.days``) that never goes back: see ``day_seen``.
"""

from __future__ import annotations

import enum
import math
from dataclasses import dataclass
from datetime import date, datetime
from random import Random

from kursapp.domain.case import Ending
from kursapp.domain.days import day_after
from kursapp.domain.response import Response

LEAST_STABILITY, MOST_STABILITY = 0.001, 36_500.0
"""Days it takes to forget: from what FSRS itself calls the least, to a hundred years."""

LEAST_DIFFICULTY, MOST_DIFFICULTY = 1.0, 10.0
LONGEST_WAIT = 365
"""Days a card waits at most: what is true of the law is worth a look once a year, however well it is remembered."""

SHORTEST_CASE_WAIT = 14
"""Days before a case comes back: it takes a quarter of an hour, and its endings are remembered longer than a fact."""

LONGEST_LEAP = 10 * 365
"""Days a clock may have gone on since Øving was last seen, to be believed at once."""

LAST_DAY = date(9000, 1, 1)
"""No clock that is right shows a day after this; beyond it there is no room left for days to come."""

FORECAST_DAYS = 14
MOST_NEW, MOST_REVIEWS = 30, 100
SECONDS_EACH = 45
"""What a question takes, as the workload of a course counts it."""


class Grade(enum.IntEnum):
    """What FSRS is told of an answer. Its fourth, "easy", is never asked for: see ``docs/developer/decisions.md``."""

    AGAIN = 1
    HARD = 2
    GOOD = 3


def grade_of(right: bool, knew: bool) -> Grade:
    """Grade an answer by itself and by whether the person says she knew it."""
    if not right:
        return Grade.AGAIN
    return Grade.GOOD if knew else Grade.HARD


def grade_of_case(ending: Ending) -> Grade:
    """Grade a case by how it ended; an ending that says nothing of it counts as one that went well."""
    return {Ending.SERIOUS: Grade.AGAIN, Ending.WEAK: Grade.HARD}.get(ending, Grade.GOOD)


class CardKind(enum.StrEnum):
    """What is repeated: one question, or a case as a whole."""

    QUESTION = "question"
    CASE = "case"


@dataclass(frozen=True, slots=True)
class Memory:
    """How well something is remembered, as FSRS counts it, since the day it was last repeated.

    ``stability`` is the days until nine of ten would still remember it, ``difficulty`` goes from 1 to 10.
    """

    stability: float
    difficulty: float
    day: date


def sound_memory(stability: float | None, difficulty: float | None, day: date | None) -> Memory | None:
    """Return a memory within its bounds; None where the numbers say nothing, so that the card is met as new."""
    if stability is None or difficulty is None or day is None:
        return None
    if not (math.isfinite(stability) and math.isfinite(difficulty)) or stability <= 0:
        return None
    return Memory(
        min(max(stability, LEAST_STABILITY), MOST_STABILITY),
        min(max(difficulty, LEAST_DIFFICULTY), MOST_DIFFICULTY),
        day,
    )


def spread(wait: int, *told: object) -> int:
    """Return a wait moved a little, always the same for the same card, so that what came together parts again.

    One day in twenty either way and at least one; waits under three days stay, and none is longer than the longest.
    """
    if wait < 3:
        return max(wait, 1)
    most = max(round(wait / 20), 1)
    chance = Random("\x1f".join(str(part) for part in told))  # noqa: S311 - a spread of days, not a secret
    return min(max(wait + chance.randint(-most, most), 1), LONGEST_WAIT)


@dataclass(frozen=True, slots=True)
class ReviewCard:
    """One question or case that is repeated. ``mark`` is its fingerprint as the course has it now.

    ``memory`` is None before it has been put in Øving. ``changed``: it is another than when it was last repeated.
    ``resting``: the course, or the question in it, is not there now. ``run`` is the newest run of a case that counts.
    """

    course_id: str
    item_id: str
    kind: CardKind
    session_id: str
    page_id: str
    mark: str
    due: date
    goals: tuple[str, ...] = ()
    rank: int = 0
    memory: Memory | None = None
    times: int = 0
    lapses: int = 0
    changed: bool = False
    resting: bool = False
    run: int = 0

    @property
    def is_new(self) -> bool:
        """Say whether it has never been put in Øving."""
        return self.memory is None and self.times == 0


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One answer in Øving, as it is kept: what was answered, to which question, and what the card was before it.

    ``at`` is the clock's own moment, ``day`` the day of Øving. ``knew`` None: she has not said. A case has no response;
    there ``right`` says that it ended well. ``id`` and ``asked`` are given by the store.
    """

    course_id: str
    item_id: str
    day: date
    at: datetime
    grade: Grade
    right: bool
    was_new: bool
    knew: bool | None = None
    response: Response | None = None
    before: Memory | None = None
    lapses_before: int = 0
    asked: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class ReviewSettings:
    """How much is put a day at most, whether cases come back too, and since when there is a pause (None: none)."""

    new_a_day: int = 5
    reviews_a_day: int = 15
    cases: bool = True
    paused_on: date | None = None

    def within_bounds(self) -> ReviewSettings:
        """Return the settings with numbers one can mean."""
        return ReviewSettings(
            min(max(self.new_a_day, 0), MOST_NEW),
            min(max(self.reviews_a_day, 1), MOST_REVIEWS),
            self.cases,
            self.paused_on,
        )


@dataclass(frozen=True, slots=True)
class SeenDay:
    """A day as the machine's clock had it, and the day of Øving it was."""

    local: date
    day: date


def day_seen(today: date, seen: SeenDay | None) -> SeenDay:
    """Return the day of Øving it is. It never goes back, whatever the clock does.

    A clock that has been set back goes on from the last day there was, one day for each of its own. When it reaches
    that day, by being set right again or by waiting, the two are the same once more. One that has leapt ahead by many
    years is believed the day after, if it still says so, and one that shows the end of the calendar never is: of its
    days each is one day more, whatever it calls them. A last day of that kind, which an earlier program kept, is
    forgotten.
    """
    if seen is None or (seen.day >= LAST_DAY > today):
        return SeenDay(today, min(today, LAST_DAY))
    if today == seen.local:
        return seen
    passed = max((today - seen.local).days, 0)
    if today >= LAST_DAY or (today - max(seen.local, seen.day)).days > LONGEST_LEAP:
        return SeenDay(today, day_after(seen.day, min(passed, 1)))
    if today >= seen.day:
        return SeenDay(today, today)
    return SeenDay(today, day_after(seen.day, passed))


@dataclass(frozen=True, slots=True)
class DayLoad:
    """About how much a day to come holds: what has been put before, and what is new."""

    day: date
    reviews: int
    new: int

    @property
    def total(self) -> int:
        """Return both together."""
        return self.reviews + self.new


def minutes_for(questions: int) -> int:
    """Return about how long so many questions take; a minute at least where there are any."""
    return max(round(questions * SECONDS_EACH / 60), 1) if questions > 0 else 0
