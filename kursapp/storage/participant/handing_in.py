"""The cohorts one has joined, and what has been handed in to them: enough to hand in again, and to take it back."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
from sqlalchemy import Row, delete, select

from kursapp.domain.evaluation_answer import EVALUATION_ANSWER_KINDS, EvaluationAnswer
from kursapp.domain.record import JoinedCohort, KeptDelivery
from kursapp.domain.submission import Solved
from kursapp.storage.database import Database
from kursapp.storage.participant.tables import COHORT, DELIVERY
from kursapp.storage.statements import upsert
from kursapp.storage.values import Kinds


class JoinedCohorts:
    """One row for each cohort joined; the file it was joined with never changes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, joined: JoinedCohort) -> None:
        """Keep a cohort; of one that is there already only ``joined_at`` changes."""
        self._database.put(
            upsert(COHORT, "course_id", "file", "mark", "keep_until"),
            {
                "cohort_id": joined.cohort_id,
                "course_id": joined.course_id,
                "file": joined.file,
                "mark": " ".join(joined.mark),
                "keep_until": joined.keep_until.isoformat(),
                "joined_at": joined.joined_at,
            },
        )

    def get(self, cohort_id: str) -> JoinedCohort | None:
        """Return one cohort, or None."""
        row = self._database.row(select(COHORT).where(COHORT.c.cohort_id == cohort_id))
        return None if row is None else _cohort(row)

    def all(self) -> tuple[JoinedCohort, ...]:
        """Return every cohort, the one joined last first."""
        rows = self._database.rows(select(COHORT).order_by(COHORT.c.joined_at.desc(), COHORT.c.cohort_id))
        return tuple(_cohort(row) for row in rows)

    def heads(self) -> tuple[tuple[str, str], ...]:
        """Return every cohort's id and its course's, the one joined last first, without reading their files."""
        order = (COHORT.c.joined_at.desc(), COHORT.c.cohort_id)
        rows = self._database.rows(select(COHORT.c.cohort_id, COHORT.c.course_id).order_by(*order))
        return tuple((row.cohort_id, row.course_id) for row in rows)

    def remove(self, cohort_id: str) -> None:
        """Forget a cohort and what was handed in to it."""
        self._database.run(delete(COHORT).where(COHORT.c.cohort_id == cohort_id))


class Deliveries:
    """One row for each form handed in, or about to be."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._answers = Kinds((*EVALUATION_ANSWER_KINDS, Solved), (EvaluationAnswer,))

    def save(self, kept: KeptDelivery) -> None:
        """Keep what is known of one form; it replaces what was known before."""
        plain = [[answer_id, self._answers.write(answer).decode()] for answer_id, answer in kept.answers]
        self._database.put(
            upsert(DELIVERY),
            {
                "cohort_id": kept.cohort_id,
                "form_id": kept.form_id,
                "response_id": kept.response_id,
                "reserved": kept.reserved,
                "answers": msgspec.json.encode(plain).decode(),
                "handed_in_at": kept.handed_in_at,
                "forgotten": kept.forgotten,
            },
        )

    def get(self, cohort_id: str, form_id: str) -> KeptDelivery | None:
        """Return what is known of one form, or None where nothing has been handed in."""
        here = (DELIVERY.c.cohort_id == cohort_id, DELIVERY.c.form_id == form_id)
        row = self._database.row(select(DELIVERY).where(*here))
        return None if row is None else self._from_row(row)

    def of_cohort(self, cohort_id: str) -> tuple[KeptDelivery, ...]:
        """Return all that is known of one cohort, by form id."""
        rows = self._database.rows(
            select(DELIVERY).where(DELIVERY.c.cohort_id == cohort_id).order_by(DELIVERY.c.form_id)
        )
        return tuple(self._from_row(row) for row in rows)

    def _from_row(self, row: Row[Any]) -> KeptDelivery:
        columns = dict(row._mapping)
        plain = msgspec.json.decode(columns.pop("answers"), type=list[tuple[str, str]])
        answers = tuple((answer_id, self._answers.read(answer)) for answer_id, answer in plain)
        return KeptDelivery(answers=answers, **columns)


def _cohort(row: Row[Any]) -> JoinedCohort:
    columns = dict(row._mapping)
    keep_until, mark = date.fromisoformat(columns.pop("keep_until")), tuple(columns.pop("mark").split())
    return JoinedCohort(keep_until=keep_until, mark=mark, **columns)
