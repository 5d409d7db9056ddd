"""The steps of the participant's plan, those in the bin too."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, delete, select

from kursapp.domain.plan import PlanStep, StepStatus
from kursapp.storage.database import Database
from kursapp.storage.participant.workbook_tables import PLAN_STEP
from kursapp.storage.statements import portions, upsert


class PlanSteps:
    """The plan of every course, step by step."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, *steps: PlanStep) -> None:
        """Keep steps as they stand now; all or none."""
        if steps:
            self._database.put(upsert(PLAN_STEP, "created_at"), [_row(step) for step in steps])

    def remove(self, step_ids: Iterable[str]) -> None:
        """Forget steps for good."""
        for portion in portions(step_ids):
            self._database.run(delete(PLAN_STEP).where(PLAN_STEP.c.id.in_(portion)))

    def get(self, step_id: str) -> PlanStep | None:
        """Return a step, also one in the bin; None where there is none of this id."""
        row = self._database.row(select(PLAN_STEP).where(PLAN_STEP.c.id == step_id))
        return None if row is None else _step(row)

    def of_course(self, course_id: str) -> tuple[PlanStep, ...]:
        """Return the steps of one course in their order, those in the bin too."""
        return self._read(PLAN_STEP.c.course_id == course_id)

    def all(self) -> tuple[PlanStep, ...]:
        """Return the steps of all courses, by course and in their order, those in the bin too."""
        return self._read()

    def _read(self, *where: Any) -> tuple[PlanStep, ...]:
        query = select(PLAN_STEP).where(*where)
        rows: Sequence[Row[Any]] = self._database.rows(
            query.order_by(PLAN_STEP.c.course_id, PLAN_STEP.c.place, PLAN_STEP.c.created_at, PLAN_STEP.c.id)
        )
        return tuple(_step(row) for row in rows)


def _row(step: PlanStep) -> dict[str, object]:
    return {
        "id": step.id,
        "course_id": step.course_id,
        "place": step.place,
        "text": step.text,
        "owner": step.owner,
        "due": step.due.isoformat() if step.due else None,
        "status": step.status.value,
        "source": step.source,
        "created_at": step.created_at,
        "updated_at": step.updated_at,
        "done_at": step.done_at,
        "removed_at": step.removed_at,
    }


def _step(row: Row[Any]) -> PlanStep:
    """Read a row. A day or a status that a person has changed in the file by hand is taken as none."""
    values = dict(row._mapping)
    due, status = values.pop("due"), values.pop("status")
    day = None
    with contextlib.suppress(TypeError, ValueError):
        day = date.fromisoformat(due)
    known = status if status in set(StepStatus) else StepStatus.NOT_BEGUN
    return PlanStep(**values, due=day, status=StepStatus(known))
