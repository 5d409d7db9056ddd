"""The participant's own plan: steps that are written, moved, done, put aside, thrown away and taken back."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from kursapp.domain.days import local_day
from kursapp.domain.plan import NewStep, PlanStep, StepStatus, due_steps
from kursapp.services.changes import NOTHING, Change, Changes
from kursapp.services.clock import Clock
from kursapp.storage.participant.profile_file import ProfileFile

LONGEST = 20_000
"""Characters of a step's words: as many as its field takes, so that nothing typed is cut in silence."""
LONGEST_OWNER = 200


@dataclass(frozen=True, slots=True)
class StepKept:
    """A step as it stands now."""

    step: PlanStep
    changes: Changes


@dataclass(frozen=True, slots=True)
class StepsAdded:
    """Steps that came last in a plan, in their order."""

    steps: tuple[PlanStep, ...]
    changes: Changes


class Plan:
    """The plans of one participant, one for each course."""

    def __init__(self, profile: ProfileFile, clock: Clock) -> None:
        self._profile = profile
        self._clock = clock

    def steps(self, course_id: str) -> tuple[PlanStep, ...]:
        """Return the steps of a course's plan in their order, without those in the bin."""
        return tuple(step for step in self._profile.plan_steps.of_course(course_id) if step.removed_at is None)

    def all(self) -> tuple[PlanStep, ...]:
        """Return the steps of all plans, by course and in their order, without those in the bin."""
        return tuple(step for step in self._profile.plan_steps.all() if step.removed_at is None)

    def removed(self, course_id: str) -> tuple[PlanStep, ...]:
        """Return the steps of a course's plan that lie in the bin."""
        return tuple(step for step in self._profile.plan_steps.of_course(course_id) if step.removed_at is not None)

    def due(self, now: datetime, ahead: int = 0) -> tuple[PlanStep, ...]:
        """Return the open steps of all plans whose day has come, or comes within ``ahead`` days, the earliest first.

        The day is the local one of ``now``.
        """
        return due_steps(self.all(), local_day(now), ahead)

    def add(self, course_id: str, new: NewStep) -> StepKept:
        """Put a step last in the plan."""
        added = self.add_many(course_id, [new])
        return StepKept(added.steps[0], added.changes)

    def add_many(self, course_id: str, new: Sequence[NewStep]) -> StepsAdded:
        """Put steps last in the plan: all or none."""
        now = self._clock.now()
        last = max((step.place for step in self._profile.plan_steps.of_course(course_id)), default=0)
        steps = tuple(
            PlanStep(
                uuid.uuid4().hex,
                course_id,
                last + number,
                each.text[:LONGEST],
                each.owner[:LONGEST_OWNER],
                each.due,
                source=each.source,
                created_at=now,
                updated_at=now,
            )
            for number, each in enumerate(new, start=1)
        )
        self._profile.plan_steps.save(*steps)
        return StepsAdded(steps, Changes.of(Change.PLAN, ids=[course_id, *(step.id for step in steps)]))

    def write(self, step_id: str, text: str) -> StepKept:
        """Keep a step's words as they stand."""
        return self._keep(replace(self._get(step_id), text=text[:LONGEST]))

    def give(self, step_id: str, owner: str) -> StepKept:
        """Keep who owns a step."""
        return self._keep(replace(self._get(step_id), owner=owner[:LONGEST_OWNER]))

    def set_due(self, step_id: str, due: date | None) -> StepKept:
        """Set a step's day, or take it away."""
        return self._keep(replace(self._get(step_id), due=due))

    def set_status(self, step_id: str, status: StepStatus) -> StepKept:
        """Say how a step stands. When it was first done stays as long as it is done."""
        step = self._get(step_id)
        done_at = (step.done_at or self._clock.now()) if status is StepStatus.DONE else None
        return self._keep(replace(step, status=status, done_at=done_at))

    def move(self, step_id: str, by: int) -> Changes:
        """Move a step ``by`` places among those that are shown; past the end it stays at the end."""
        moved = self._get(step_id)
        order = list(self.steps(moved.course_id))
        at = next((place for place, step in enumerate(order) if step.id == step_id), None)
        if at is None:
            raise KeyError(step_id)
        to = min(max(at + by, 0), len(order) - 1)
        order.insert(to, order.pop(at))
        places = sorted(step.place for step in order)
        now = self._clock.now()
        changed = [
            replace(step, place=place, updated_at=now)
            for step, place in zip(order, _rising(places), strict=True)
            if step.place != place
        ]
        self._profile.plan_steps.save(*changed)
        return Changes.of(Change.PLAN, ids=[moved.course_id, step_id]) if changed else NOTHING

    def remove(self, step_id: str) -> Changes:
        """Put a step into the bin."""
        return self._keep(replace(self._get(step_id), removed_at=self._clock.now())).changes

    def restore(self, step_id: str) -> Changes:
        """Take a step out of the bin, as it was and where it was."""
        return self._keep(replace(self._get(step_id), removed_at=None)).changes

    def empty_bin(self, course_id: str) -> Changes:
        """Delete the steps in a plan's bin for good."""
        gone = [step.id for step in self.removed(course_id)]
        with self._profile.transaction():
            self._profile.plan_steps.remove(gone)
        return Changes.of(Change.PLAN, ids=[course_id, *gone]) if gone else NOTHING

    def _get(self, step_id: str) -> PlanStep:
        step = self._profile.plan_steps.get(step_id)
        if step is None:
            raise KeyError(step_id)
        return step

    def _keep(self, step: PlanStep) -> StepKept:
        kept = replace(step, updated_at=self._clock.now())
        self._profile.plan_steps.save(kept)
        return StepKept(kept, _changed(kept))


def _changed(step: PlanStep) -> Changes:
    return Changes.of(Change.PLAN, ids=[step.course_id, step.id])


def _rising(places: Sequence[int]) -> list[int]:
    """Return places that rise strictly, as near to these as can be."""
    risen: list[int] = []
    for place in places:
        risen.append(max(place, risen[-1] + 1) if risen else place)
    return risen
