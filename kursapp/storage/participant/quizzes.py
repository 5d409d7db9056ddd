"""Attempts at quizzes and answers to questions, in quizzes and at practice, each with the question as it was asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, cast

import msgspec
from sqlalchemy import Row, Select, bindparam, func, insert, select, update

from kursapp.domain.question import Question
from kursapp.domain.record import Answer, Attempt, Drawn
from kursapp.domain.response import RESPONSE_KINDS, Response
from kursapp.storage.database import Database
from kursapp.storage.participant.asked import Asked
from kursapp.storage.participant.tables import ANSWER, ATTEMPT, DRAWN
from kursapp.storage.prepared import Prepared
from kursapp.storage.statements import portions
from kursapp.storage.values import Kinds

_ANSWERED = Prepared(insert(ANSWER))
_TRIES = Prepared(
    select(func.count())
    .where(ANSWER.c.course_id == bindparam("course_id"), ANSWER.c.question_id == bindparam("question_id"))
    .where(ANSWER.c.attempt_id.is_(None), ANSWER.c.asked == bindparam("asked"))
)


class Attempts:
    """Goes at quizzes: what was drawn, how long is left, which questions are flagged, and the result."""

    def __init__(self, database: Database, asked: Asked) -> None:
        self._database = database
        self._asked = asked

    def start(
        self,
        course_id: str,
        course_version: str,
        page_id: str,
        form: str,
        drawn: Sequence[tuple[Question, tuple[str, ...]]],
        at: datetime,
        seconds_left: float | None = None,
    ) -> Attempt:
        """Begin the page's next attempt with these questions, each with the order its parts are shown in."""
        with self._database.transaction():
            on_page = (ATTEMPT.c.course_id == course_id, ATTEMPT.c.page_id == page_id)
            last = self._database.rows(select(func.max(ATTEMPT.c.number)).where(*on_page))[0][0]
            values = {
                "course_id": course_id,
                "course_version": course_version,
                "page_id": page_id,
                "number": (last or 0) + 1,
                "form": form,
                "started_at": at,
                "seen_at": at,
                "seconds_left": seconds_left,
            }
            attempt_id = self._database.run(ATTEMPT.insert(), values).lastrowid
            if drawn:
                rows = [self._drawn(attempt_id, number, *each) for number, each in enumerate(drawn, 1)]
                self._database.run(DRAWN.insert(), rows)
        return self._existing(attempt_id)

    def get(self, attempt_id: int) -> Attempt | None:
        """Return one attempt, or None."""
        return next(iter(self._read(select(ATTEMPT).where(ATTEMPT.c.id == attempt_id))), None)

    def open_on(self, course_id: str, page_id: str) -> Attempt | None:
        """Return the page's newest attempt that is not submitted, or None."""
        return next((each for each in reversed(self.on_page(course_id, page_id)) if each.submitted_at is None), None)

    def on_page(self, course_id: str, page_id: str) -> tuple[Attempt, ...]:
        """Return a quiz page's attempts by number."""
        return self._read(select(ATTEMPT).where(ATTEMPT.c.course_id == course_id, ATTEMPT.c.page_id == page_id))

    def of_course(self, course_id: str) -> tuple[Attempt, ...]:
        """Return all attempts in a course, each page's by number."""
        return self._read(select(ATTEMPT).where(ATTEMPT.c.course_id == course_id))

    def seen(self, attempt_id: int, at: datetime, seconds_left: float | None) -> None:
        """Remember how much time is left, so that it survives the program's end."""
        self._database.run(
            update(ATTEMPT)
            .where(ATTEMPT.c.id == attempt_id, ATTEMPT.c.submitted_at.is_(None))
            .values(seen_at=at, seconds_left=seconds_left)
        )

    def submit(self, attempt_id: int, at: datetime, points: float, maximum: float, passed: bool) -> Attempt:
        """End an attempt with its result. Raises ValueError where it has one already."""
        with self._database.transaction():
            _assert_open(self._existing(attempt_id))
            result = {"submitted_at": at, "points": points, "maximum": maximum, "passed": passed}
            self._database.run(update(ATTEMPT).where(ATTEMPT.c.id == attempt_id).values(**result))
        return self._existing(attempt_id)

    def rescore(
        self, attempt_id: int, asked: Mapping[str, Question], points: float, maximum: float, passed: bool
    ) -> None:
        """Give an attempt that is submitted another result, and some of its questions the key they should have had."""
        with self._database.transaction():
            self.ask_anew(attempt_id, asked)
            result = {"points": points, "maximum": maximum, "passed": passed}
            self._database.run(update(ATTEMPT).where(ATTEMPT.c.id == attempt_id).values(**result))

    def ask_anew(self, attempt_id: int, asked: Mapping[str, Question]) -> None:
        """Let questions of an attempt, by id, be others than were drawn: the same ones with another key."""
        for question_id, question in asked.items():
            of_question = (DRAWN.c.attempt_id == attempt_id, DRAWN.c.question_id == question_id)
            self._database.run(update(DRAWN).where(*of_question).values(asked=self._asked.keep(question)))

    def flag(self, attempt_id: int, question_id: str, flagged: bool) -> None:
        """Mark a question to come back to, or take the mark away."""
        self._database.run(
            update(DRAWN)
            .where(DRAWN.c.attempt_id == attempt_id, DRAWN.c.question_id == question_id)
            .values(flagged=flagged)
        )

    def flagged(self, attempt_id: int) -> frozenset[str]:
        """Return the ids of the questions marked."""
        query = select(DRAWN.c.question_id).where(DRAWN.c.attempt_id == attempt_id, DRAWN.c.flagged)
        return frozenset(row.question_id for row in self._database.rows(query))

    def _drawn(self, attempt_id: int, number: int, question: Question, order: tuple[str, ...]) -> dict[str, object]:
        return {
            "attempt_id": attempt_id,
            "number": number,
            "question_id": question.id,
            "asked": self._asked.keep(question),
            "shown_order": msgspec.json.encode(order).decode(),
            "flagged": False,
        }

    def _existing(self, attempt_id: int) -> Attempt:
        attempt = self.get(attempt_id)
        if attempt is None:
            raise KeyError(attempt_id)
        return attempt

    def _read(self, query: Select[Any]) -> tuple[Attempt, ...]:
        chosen = query.subquery()
        drawn: dict[int, list[Drawn]] = {}
        of_these = select(DRAWN).join(chosen, chosen.c.id == DRAWN.c.attempt_id)
        for row in self._database.rows(of_these.order_by(DRAWN.c.attempt_id, DRAWN.c.number)):
            order = msgspec.json.decode(row.shown_order, type=tuple[str, ...])
            drawn.setdefault(row.attempt_id, []).append(Drawn(row.question_id, row.asked, order))
        rows = self._database.rows(query.order_by(ATTEMPT.c.course_id, ATTEMPT.c.page_id, ATTEMPT.c.number))
        return tuple(Attempt(**row._mapping, drawn=tuple(drawn.get(row.id, ()))) for row in rows)


class Answers:
    """Answers with what they scored: tries at practice, and the standing answers in attempts."""

    def __init__(self, database: Database, asked: Asked) -> None:
        self._database = database
        self._asked = asked
        self._responses = Kinds(RESPONSE_KINDS, (Response,))

    def save(self, answer: Answer, question: Question | None = None) -> Answer:
        """Keep an answer with the question as asked, and return it with ``id`` and ``asked``.

        Without ``question`` it is the one that ``asked`` leads to.
        At practice every try is kept; in an attempt the answer to a question is replaced until it is submitted, and
        ValueError raised after that.
        """
        with self._database.transaction():
            if question is not None:
                answer = replace(answer, asked=self._asked.keep(question))
            if answer.attempt_id is not None:
                self._clear_standing(answer.attempt_id, answer.question_id)
            answer_id = self._database.put(_ANSWERED, self._to_row(answer))
        return replace(answer, id=answer_id)

    def rescore(self, answer: Answer, question: Question) -> None:
        """Keep an answer's points as they are now, and the question with the key that gave them."""
        scored = {"points": answer.points, "maximum": answer.maximum, "right": answer.right}
        asked = self._asked.keep(question)
        self._database.run(update(ANSWER).where(ANSWER.c.id == answer.id).values(**scored, asked=asked))

    def last(self, course_id: str, question_ids: Iterable[str]) -> dict[str, Answer]:
        """Return the newest practice answer to each of these questions that has one."""
        newest: dict[str, Answer] = {}
        for portion in portions(question_ids):
            ids = (
                select(func.max(ANSWER.c.id))
                .where(ANSWER.c.course_id == course_id, ANSWER.c.question_id.in_(portion))
                .where(ANSWER.c.attempt_id.is_(None))
                .group_by(ANSWER.c.question_id)
            )
            newest |= {each.question_id: each for each in self._read(select(ANSWER).where(ANSWER.c.id.in_(ids)))}
        return newest

    def tries(self, course_id: str, question_id: str, asked: str) -> int:
        """Count the practice answers to a question as it stood when it was asked so."""
        of_question = {"course_id": course_id, "question_id": question_id, "asked": asked}
        return int(self._database.ask(_TRIES, of_question)[0][0])

    def of_question(self, course_id: str, question_id: str) -> tuple[Answer, ...]:
        """Return every answer ever given to a question, oldest first."""
        return self._read(select(ANSWER).where(ANSWER.c.course_id == course_id, ANSWER.c.question_id == question_id))

    def in_attempt(self, attempt_id: int) -> dict[str, Answer]:
        """Return the standing answers of an attempt by question."""
        return {each.question_id: each for each in self._read(select(ANSWER).where(ANSWER.c.attempt_id == attempt_id))}

    def of_course(self, course_id: str) -> tuple[Answer, ...]:
        """Return every answer in a course, oldest first."""
        return self._read(select(ANSWER).where(ANSWER.c.course_id == course_id))

    def answered(self, course_id: str) -> frozenset[str]:
        """Return the ids of the questions that have an answer, at practice or in an attempt."""
        query = select(ANSWER.c.question_id).where(ANSWER.c.course_id == course_id).distinct()
        return frozenset(row.question_id for row in self._database.rows(query))

    def _clear_standing(self, attempt_id: int, question_id: str) -> None:
        submitted = self._database.row(select(ATTEMPT.c.submitted_at).where(ATTEMPT.c.id == attempt_id))
        if submitted is not None and submitted.submitted_at is not None:
            raise ValueError(f"attempt {attempt_id} is submitted")
        self._database.run(
            ANSWER.delete().where(ANSWER.c.attempt_id == attempt_id, ANSWER.c.question_id == question_id)
        )

    def _read(self, query: Select[Any]) -> tuple[Answer, ...]:
        return tuple(self._from_row(row) for row in self._database.rows(query.order_by(ANSWER.c.id)))

    def _to_row(self, answer: Answer) -> dict[str, object]:
        return {
            "course_id": answer.course_id,
            "course_version": answer.course_version,
            "question_id": answer.question_id,
            "asked": answer.asked,
            "attempt_id": answer.attempt_id,
            "response": self._responses.write(answer.response).decode(),
            "certainty": answer.certainty,
            "points": answer.points,
            "maximum": answer.maximum,
            "right": answer.right,
            "answered_at": answer.answered_at,
        }

    def _from_row(self, row: Row[Any]) -> Answer:
        columns = dict(row._mapping)
        return Answer(response=cast(Response, self._responses.read(columns.pop("response"))), **columns)


def _assert_open(attempt: Attempt) -> None:
    if attempt.submitted_at is not None:
        raise ValueError(f"attempt {attempt.id} is submitted")
