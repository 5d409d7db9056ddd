"""Runs through cases: the choices made, in order, with the case as it stood when the run began."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Select, delete, func, select, update

from kursapp.domain.case import Case
from kursapp.domain.record import CaseRun, CaseStep
from kursapp.storage.database import Database
from kursapp.storage.participant.asked import Asked
from kursapp.storage.participant.tables import CASE_RUN, CASE_STEP


class Cases:
    """Every run is kept; starting over is a new run."""

    def __init__(self, database: Database, asked: Asked) -> None:
        self._database = database
        self._asked = asked

    def start(self, course_id: str, course_version: str, case: Case, at: datetime) -> CaseRun:
        """Begin the case's next run."""
        with self._database.transaction():
            of_case = (CASE_RUN.c.course_id == course_id, CASE_RUN.c.case_id == case.id)
            last = self._database.rows(select(func.max(CASE_RUN.c.number)).where(*of_case))[0][0]
            values = {
                "course_id": course_id,
                "course_version": course_version,
                "case_id": case.id,
                "number": (last or 0) + 1,
                "asked": self._asked.keep(case),
                "started_at": at,
            }
            run_id = self._database.run(CASE_RUN.insert(), values).lastrowid
        return self._existing(run_id)

    def step(self, run_id: int, scene_id: str, choice_id: str, at: datetime) -> CaseRun:
        """Add a choice to a run."""
        with self._database.transaction():
            number = len(self._existing(run_id).steps) + 1
            values = {"run_id": run_id, "number": number, "scene_id": scene_id, "choice_id": choice_id, "at": at}
            self._database.run(CASE_STEP.insert(), values)
        return self._existing(run_id)

    def back(self, run_id: int) -> CaseRun:
        """Take a run's last choice back, and with it that the run was finished; nothing where there is none."""
        with self._database.transaction():
            number = len(self._existing(run_id).steps)
            self._database.run(delete(CASE_STEP).where(CASE_STEP.c.run_id == run_id, CASE_STEP.c.number == number))
            self._database.run(update(CASE_RUN).where(CASE_RUN.c.id == run_id).values(finished_at=None))
        return self._existing(run_id)

    def finish(self, run_id: int, at: datetime) -> CaseRun:
        """Remember that a run reached an ending; the first time stands."""
        self._existing(run_id)
        unfinished = (CASE_RUN.c.id == run_id, CASE_RUN.c.finished_at.is_(None))
        self._database.run(update(CASE_RUN).where(*unfinished).values(finished_at=at))
        return self._existing(run_id)

    def last(self, course_id: str, case_id: str) -> CaseRun | None:
        """Return a case's newest run, or None before the first."""
        return next(reversed(self.runs(course_id, case_id)), None)

    def runs(self, course_id: str, case_id: str) -> tuple[CaseRun, ...]:
        """Return a case's runs by number."""
        return self._read(select(CASE_RUN).where(CASE_RUN.c.course_id == course_id, CASE_RUN.c.case_id == case_id))

    def of_course(self, course_id: str) -> tuple[CaseRun, ...]:
        """Return every run in a course, each case's by number."""
        return self._read(select(CASE_RUN).where(CASE_RUN.c.course_id == course_id))

    def _existing(self, run_id: int) -> CaseRun:
        found = self._read(select(CASE_RUN).where(CASE_RUN.c.id == run_id))
        if not found:
            raise KeyError(run_id)
        return found[0]

    def _read(self, query: Select[Any]) -> tuple[CaseRun, ...]:
        chosen = query.subquery()
        steps: dict[int, list[CaseStep]] = {}
        of_these = select(CASE_STEP).join(chosen, chosen.c.id == CASE_STEP.c.run_id)
        for row in self._database.rows(of_these.order_by(CASE_STEP.c.run_id, CASE_STEP.c.number)):
            steps.setdefault(row.run_id, []).append(CaseStep(row.scene_id, row.choice_id, row.at))
        rows = self._database.rows(query.order_by(CASE_RUN.c.course_id, CASE_RUN.c.case_id, CASE_RUN.c.number))
        return tuple(CaseRun(**row._mapping, steps=tuple(steps.get(row.id, ()))) for row in rows)
