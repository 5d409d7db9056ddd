"""Answers on evaluation forms: saved on this laptop and changeable until they are handed in."""

from __future__ import annotations

from datetime import datetime
from typing import Any, cast

from sqlalchemy import Row, delete, select

from kursapp.domain.evaluation import EvaluationItem
from kursapp.domain.evaluation_answer import EVALUATION_ANSWER_KINDS, EvaluationAnswer
from kursapp.domain.record import KeptEvaluation
from kursapp.storage.database import Database
from kursapp.storage.participant.asked import Asked
from kursapp.storage.participant.tables import EVALUATION, EVALUATION_ANSWER
from kursapp.storage.statements import upsert
from kursapp.storage.values import Kinds


class Evaluations:
    """One standing answer under each of a form's answer ids, and which forms are finished."""

    def __init__(self, database: Database, asked: Asked) -> None:
        self._database = database
        self._asked = asked
        self._answers = Kinds(EVALUATION_ANSWER_KINDS, (EvaluationAnswer,))

    def save(self, kept: KeptEvaluation, item: EvaluationItem) -> None:
        """Keep an answer with its item as asked; it replaces the one before."""
        with self._database.transaction():
            self._database.put(
                upsert(EVALUATION_ANSWER),
                {
                    "course_id": kept.course_id,
                    "form_id": kept.form_id,
                    "answer_id": kept.answer_id,
                    "answer": self._answers.write(kept.answer).decode(),
                    "asked": self._asked.keep(item),
                    "updated_at": kept.updated_at,
                },
            )

    def remove(self, course_id: str, form_id: str, answer_id: str) -> None:
        """Take an answer back; nothing of it stays."""
        on_form = (EVALUATION_ANSWER.c.course_id == course_id, EVALUATION_ANSWER.c.form_id == form_id)
        self._database.run(delete(EVALUATION_ANSWER).where(*on_form, EVALUATION_ANSWER.c.answer_id == answer_id))

    def remove_form(self, course_id: str, form_id: str) -> None:
        """Take every answer on a form back; that it is finished stays."""
        on_form = (EVALUATION_ANSWER.c.course_id == course_id, EVALUATION_ANSWER.c.form_id == form_id)
        self._database.run(delete(EVALUATION_ANSWER).where(*on_form))

    def of_form(self, course_id: str, form_id: str) -> dict[str, KeptEvaluation]:
        """Return a form's answers by answer id."""
        on_form = (EVALUATION_ANSWER.c.course_id == course_id, EVALUATION_ANSWER.c.form_id == form_id)
        rows = self._database.rows(select(EVALUATION_ANSWER).where(*on_form))
        return {row.answer_id: self._from_row(row) for row in rows}

    def begun(self, course_id: str) -> frozenset[str]:
        """Return the ids of the forms that have an answer."""
        of_course = EVALUATION_ANSWER.c.course_id == course_id
        rows = self._database.rows(select(EVALUATION_ANSWER.c.form_id).where(of_course).distinct())
        return frozenset(row.form_id for row in rows)

    def finish(self, course_id: str, form_id: str, at: datetime) -> None:
        """Remember that the participant has gone through a form and is content with it."""
        self._database.put(upsert(EVALUATION), {"course_id": course_id, "form_id": form_id, "finished_at": at})

    def reopen(self, course_id: str, form_id: str) -> None:
        """Take that back, since she wants to change something."""
        self._database.run(
            delete(EVALUATION).where(EVALUATION.c.course_id == course_id, EVALUATION.c.form_id == form_id)
        )

    def finished(self, course_id: str) -> dict[str, datetime]:
        """Return when each finished form was."""
        rows = self._database.rows(select(EVALUATION).where(EVALUATION.c.course_id == course_id))
        return {row.form_id: row.finished_at for row in rows}

    def _from_row(self, row: Row[Any]) -> KeptEvaluation:
        columns = dict(row._mapping)
        return KeptEvaluation(answer=cast(EvaluationAnswer, self._answers.read(columns.pop("answer"))), **columns)
