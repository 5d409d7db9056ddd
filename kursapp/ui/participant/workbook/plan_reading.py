"""Reads a plan with everything its screen shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from kursapp.domain.days import local_day
from kursapp.domain.plan import PlanStep
from kursapp.domain.plan_rows import PlanRows, plan_rows
from kursapp.domain.question import Workbook
from kursapp.services.keepsake import plan_keepsake, write_calendar
from kursapp.services.participant import Participant
from kursapp.services.portfolio import Shelved
from kursapp.ui.i18n import language
from kursapp.ui.participant.workbook.taking import Make, WriteDays


@dataclass(frozen=True, slots=True)
class PlanState:
    """A plan as it stands; ``offered`` are rows of the workbook that could become steps."""

    course_id: str
    title: str
    language: str
    steps: tuple[PlanStep, ...]
    removed: tuple[PlanStep, ...]
    offered: tuple[PlanRows, ...]
    now: datetime


def read_plan(course_id: str, shelf: Sequence[Shelved], participant: Participant) -> PlanState | None:
    """Read the plan of a course, of the one opened last where none is named; None where there is no course."""
    works = participant.portfolio.work(shelf)
    work = next((each for each in works if course_id in ("", each.course_id)), None)
    if work is None:
        return None
    steps = participant.plan.steps(work.course_id)
    written = [(each.item, each.parts) for each in work.items if isinstance(each.item, Workbook)]
    offered = plan_rows(written, [step.source for step in steps if step.source])
    told = work.language or language()
    removed = participant.plan.removed(work.course_id)
    return PlanState(work.course_id, work.title, told, steps, removed, offered, participant.now)


def hand_over_plan(shown: PlanState | None, then: Callable[[Make], object], state: PlanState | None) -> None:
    """Hand over what makes a document of a plan as it stands, named as it is shown."""
    if state is not None and shown is not None:
        then(partial(plan_keepsake, shown.title, state.steps, local_day(state.now), shown.language))


def hand_over_days(shown: PlanState | None, then: Callable[[WriteDays], object], state: PlanState | None) -> None:
    """Hand over what writes the days of a plan as it stands."""
    if state is not None and shown is not None:
        then(lambda path: write_calendar(shown.title, state.steps, path, shown.language, state.now))
