"""When a card is to come back: the library FSRS, held within bounds and counting in days.

The library's own learning steps are minutes and its days are spans of 24 hours; a person sits down once a day. So there
is one step here, "what was wrong comes back tomorrow", and FSRS is told whole days. Its fuzz draws from a source of
chance that cannot be seeded, so it is left out, and ``domain.review.spread`` takes its place. It has no upper bound for
stability: that is set here.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from kursapp.domain.days import day_after, days_from
from kursapp.domain.review import LONGEST_WAIT, MOST_STABILITY, Grade, Memory, sound_memory, spread

if TYPE_CHECKING:
    from fsrs import Scheduler

RETENTION = 0.9
"""How likely it should be that something is remembered when it comes back: the library's own, and the common choice."""

_LAST = datetime(2000, 1, 1, tzinfo=UTC)
"""Days are counted from here, so that no clock can lead FSRS past the end of the calendar."""


@dataclass(frozen=True, slots=True)
class Scheduled:
    """A card after an answer: how well it is remembered now, and the day it comes back."""

    memory: Memory
    due: date


def schedule(memory: Memory | None, grade: Grade, day: date, *told: object) -> Scheduled:
    """Grade a card on a day. ``told`` names the card and which time it is: the same always comes back the same day.

    A memory of a day that is yet to come counts as one of today.
    """
    from fsrs import Card, Rating, State

    sound = sound_memory(memory.stability, memory.difficulty, memory.day) if memory is not None else None
    passed = 0
    card = Card(card_id=1, state=State.Review, due=_LAST)
    if sound is not None:
        passed = min(days_from(sound.day, day), int(MOST_STABILITY))
        card.stability, card.difficulty, card.last_review = sound.stability, sound.difficulty, _LAST
    else:
        card.state, card.step = State.Learning, 0
    after, _log = _scheduler().review_card(card, Rating(int(grade)), _LAST + timedelta(days=passed))
    remembered = sound_memory(after.stability, after.difficulty, day)
    if remembered is None:
        raise ArithmeticError("FSRS returned a memory that is none")
    wait = (after.due - after.last_review).days if after.last_review else 1
    return Scheduled(remembered, day_after(day, 1 if grade is Grade.AGAIN else spread(wait, *told)))


@functools.cache
def _scheduler() -> Scheduler:
    from fsrs import Scheduler

    return Scheduler(
        desired_retention=RETENTION,
        learning_steps=(),
        relearning_steps=(),
        maximum_interval=LONGEST_WAIT,
        enable_fuzzing=False,
    )
