"""The participant's own plan after a course: steps with an owner and a day, in the order she wants them."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from kursapp.domain.days import day_after


class StepStatus(enum.StrEnum):
    """How a step stands."""

    NOT_BEGUN = "not_begun"
    UNDER_WAY = "under_way"
    DONE = "done"
    PUT_ASIDE = "put_aside"


@dataclass(frozen=True, slots=True)
class PlanStep:
    """One step of the plan of one course. ``id`` is its own for good: a calendar knows the step again by it.

    ``source`` names the workbook's words it was begun from (``workbook/row/column``), empty where it was written
    freely. ``removed_at`` is set while it lies in the bin.
    """

    id: str
    course_id: str
    place: int
    text: str
    owner: str = ""
    due: date | None = None
    status: StepStatus = StepStatus.NOT_BEGUN
    source: str = ""
    created_at: datetime | None = None
    updated_at: datetime | None = None
    done_at: datetime | None = None
    removed_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Say whether there is still something to do."""
        return self.status in (StepStatus.NOT_BEGUN, StepStatus.UNDER_WAY)

    def is_overdue(self, today: date) -> bool:
        """Say whether its day has passed and there is still something to do."""
        return self.is_open and self.due is not None and self.due < today


@dataclass(frozen=True, slots=True)
class NewStep:
    """What a step begins as. ``source`` is where in the workbook its words come from."""

    text: str = ""
    owner: str = ""
    due: date | None = None
    source: str = ""


def in_short(words: str, most: int = 80) -> str:
    """Return the words of a step on one line of at most so many letters, for where it is only mentioned."""
    line = " ".join(words.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def due_steps(steps: Iterable[PlanStep], today: date, ahead: int = 0) -> tuple[PlanStep, ...]:
    """Return the open steps whose day has come, or comes within ``ahead`` days, the earliest first."""
    last = day_after(today, ahead)
    found = [(step.due, step.place, step) for step in steps if step.is_open and step.due and step.due <= last]
    return tuple(step for _, _, step in sorted(found, key=lambda each: each[:2]))
