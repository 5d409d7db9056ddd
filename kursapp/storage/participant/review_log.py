"""What was answered in Øving, each with the question as it was put, and how Øving is set up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, cast

from sqlalchemy import Row, Select, case, func, select, update

from kursapp.domain.course import Block
from kursapp.domain.response import RESPONSE_KINDS, Response
from kursapp.domain.review import Grade, Reviewed, ReviewSettings, SeenDay, sound_memory
from kursapp.storage.database import Database
from kursapp.storage.participant.asked import Asked
from kursapp.storage.participant.review_tables import REVIEW_COURSE, REVIEW_LOG, REVIEW_SETTINGS
from kursapp.storage.participant.tables import ANSWER
from kursapp.storage.statements import upsert
from kursapp.storage.values import Kinds

LOG = REVIEW_LOG.c
SETUP = REVIEW_SETTINGS.c
ONLY = 1
RECENT = 100


@dataclass(frozen=True, slots=True)
class FirstAndNow:
    """Whether a question was answered rightly the first time ever, and the last time in Øving."""

    item_id: str
    first: bool
    now: bool


class ReviewLog:
    """Every answer in Øving, in the order they were given."""

    def __init__(self, database: Database, asked: Asked) -> None:
        self._database = database
        self._asked = asked
        self._responses = Kinds(RESPONSE_KINDS, (Response,))

    def add(self, reviewed: Reviewed, item: Block | None = None) -> Reviewed:
        """Keep an answer with the question as it was put, and return it with ``id`` and ``asked``."""
        with self._database.transaction():
            asked = "" if item is None else self._asked.keep(item)
            reviewed = replace(reviewed, asked=asked)
            log_id = self._database.run(REVIEW_LOG.insert(), self._to_row(reviewed)).lastrowid
        return replace(reviewed, id=log_id)

    def regrade(self, log_id: int, grade: Grade, knew: bool) -> None:
        """Keep what the person says of an answer that stands."""
        self._database.run(update(REVIEW_LOG).where(LOG.id == log_id).values(grade=int(grade), knew=knew))

    def get(self, log_id: int) -> Reviewed | None:
        """Return one answer, or None."""
        return next(iter(self._read(select(REVIEW_LOG).where(LOG.id == log_id))), None)

    def of_item(self, course_id: str, item_id: str) -> tuple[Reviewed, ...]:
        """Return every answer to a question in Øving, oldest first."""
        return self._read(select(REVIEW_LOG).where(LOG.course_id == course_id, LOG.item_id == item_id))

    def done_on(self, day: date) -> tuple[int, int]:
        """Return how many questions were put on a day: those met before, and those that were new."""
        query = (
            select(LOG.was_new, func.count(func.distinct(LOG.course_id + "\n" + LOG.item_id)).label("number"))
            .where(LOG.day == day.toordinal(), LOG.response.is_not(None))
            .group_by(LOG.was_new)
        )
        counted = {bool(row.was_new): row.number for row in self._database.rows(query)}
        return counted.get(False, 0), counted.get(True, 0)

    def cases_on(self, day: date) -> int:
        """Return how many cases were played on a day."""
        here = (LOG.day == day.toordinal(), LOG.response.is_(None))
        query = select(func.count().label("number")).select_from(REVIEW_LOG).where(*here)
        return int(self._database.rows(query)[0].number)

    def right_of_late(self) -> tuple[int, int]:
        """Return how many of the latest answers there are, at most a hundred, and how many of them were right."""
        latest = select(LOG.right).order_by(LOG.id.desc()).limit(RECENT).subquery()
        right = func.sum(case((latest.c.right, 1), else_=0)).label("right")
        row = self._database.rows(select(func.count().label("number"), right).select_from(latest))[0]
        return int(row.number), int(row.right or 0)

    def first_and_now(self, course_id: str) -> tuple[FirstAndNow, ...]:
        """Return of each question that was put in Øving how its first answer ever went, and how its newest here did.

        Questions that have one answer only are left out: there is no before and now to tell.
        """
        ends = (
            select(LOG.item_id, func.min(LOG.id).label("first"), func.max(LOG.id).label("last"))
            .where(LOG.course_id == course_id)
            .group_by(LOG.item_id)
            .subquery()
        )
        first, last = REVIEW_LOG.alias("first_here"), REVIEW_LOG.alias("last_here")
        query = (
            select(ends.c.item_id, ends.c.first, ends.c.last, first.c.right.label("then"), last.c.right.label("now"))
            .join(first, first.c.id == ends.c.first)
            .join(last, last.c.id == ends.c.last)
            .order_by(ends.c.item_id)
        )
        before = self._first_in_course(course_id)
        return tuple(
            FirstAndNow(row.item_id, before.get(row.item_id, row.then), row.now)
            for row in self._database.rows(query)
            if row.item_id in before or row.first != row.last
        )

    def missed(self, course_id: str) -> frozenset[str]:
        """Return the questions of a course whose newest answer outside Øving was wrong."""
        newest = select(func.max(ANSWER.c.id)).where(ANSWER.c.course_id == course_id).group_by(ANSWER.c.question_id)
        query = select(ANSWER.c.question_id).where(ANSWER.c.id.in_(newest), ANSWER.c.right.is_(False))
        return frozenset(row.question_id for row in self._database.rows(query))

    def _first_in_course(self, course_id: str) -> dict[str, bool]:
        first = (
            select(func.min(ANSWER.c.id))
            .where(ANSWER.c.course_id == course_id, ANSWER.c.right.is_not(None))
            .group_by(ANSWER.c.question_id)
        )
        rows = self._database.rows(select(ANSWER.c.question_id, ANSWER.c.right).where(ANSWER.c.id.in_(first)))
        return {row.question_id: bool(row.right) for row in rows}

    def _read(self, query: Select[Any]) -> tuple[Reviewed, ...]:
        return tuple(self._from_row(row) for row in self._database.rows(query.order_by(LOG.id)))

    def _to_row(self, reviewed: Reviewed) -> dict[str, object]:
        before = reviewed.before
        response = reviewed.response
        return {
            "course_id": reviewed.course_id,
            "item_id": reviewed.item_id,
            "day": reviewed.day.toordinal(),
            "at": reviewed.at,
            "grade": int(reviewed.grade),
            "right": reviewed.right,
            "was_new": reviewed.was_new,
            "knew": reviewed.knew,
            "response": None if response is None else self._responses.write(response).decode(),
            "asked": reviewed.asked or None,
            "stability": None if before is None else before.stability,
            "difficulty": None if before is None else before.difficulty,
            "last_day": None if before is None else before.day.toordinal(),
            "lapses": reviewed.lapses_before,
        }

    def _from_row(self, row: Row[Any]) -> Reviewed:
        day = None if row.last_day is None else date.fromordinal(row.last_day)
        return Reviewed(
            row.course_id,
            row.item_id,
            date.fromordinal(row.day),
            row.at,
            Grade(row.grade),
            row.right,
            row.was_new,
            row.knew,
            None if row.response is None else cast(Response, self._responses.read(row.response)),
            sound_memory(row.stability, row.difficulty, day),
            row.lapses,
            row.asked or "",
            row.id,
        )


class ReviewSetup:
    """How Øving is set up, the last day it was seen, and which version of each course its cards are made from."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def settings(self) -> ReviewSettings:
        """Return how Øving is set up; as it comes where nobody has changed it."""
        row = self._row()
        if row is None:
            return ReviewSettings()
        paused = None if row.paused_day is None else date.fromordinal(row.paused_day)
        return ReviewSettings(row.new_a_day, row.reviews_a_day, row.cases, paused).within_bounds()

    def save_settings(self, settings: ReviewSettings) -> None:
        """Keep how Øving is set up."""
        paused = settings.paused_on
        values = {
            "new_a_day": settings.new_a_day,
            "reviews_a_day": settings.reviews_a_day,
            "cases": settings.cases,
            "paused_day": None if paused is None else paused.toordinal(),
        }
        self._save(values)

    def seen(self) -> SeenDay | None:
        """Return the last day Øving was seen, as the clock had it and as it was counted; None before the first."""
        row = self._row()
        if row is None or row.seen_local is None or row.seen_day is None:
            return None
        return SeenDay(date.fromordinal(row.seen_local), date.fromordinal(row.seen_day))

    def save_seen(self, seen: SeenDay) -> None:
        """Remember the last day Øving was seen."""
        self._save({"seen_local": seen.local.toordinal(), "seen_day": seen.day.toordinal()})

    def taken_in(self, course_id: str) -> tuple[str, str]:
        """Return the digest of the course and the mark of what was done when its cards were made; empty before that."""
        query = select(REVIEW_COURSE).where(REVIEW_COURSE.c.course_id == course_id)
        row = self._database.row(query)
        return ("", "") if row is None else (row.digest, row.done)

    def save_taken_in(self, course_id: str, digest: str, done: str) -> None:
        """Remember what a course's cards are made from."""
        self._database.put(upsert(REVIEW_COURSE), {"course_id": course_id, "digest": digest, "done": done})

    def forget_taken_in(self, course_ids: Sequence[str]) -> None:
        """Let the cards of some courses be made anew when they come back."""
        for course_id in course_ids:
            self._database.run(REVIEW_COURSE.delete().where(REVIEW_COURSE.c.course_id == course_id))

    def _row(self) -> Row[Any] | None:
        return self._database.row(select(REVIEW_SETTINGS).where(SETUP.id == ONLY))

    def _save(self, values: Mapping[str, object]) -> None:
        with self._database.transaction():
            if self._row() is None:
                plain = ReviewSettings()
                first = {
                    "id": ONLY,
                    "new_a_day": plain.new_a_day,
                    "reviews_a_day": plain.reviews_a_day,
                    "cases": plain.cases,
                }
                self._database.run(REVIEW_SETTINGS.insert(), {**first, **values})
            else:
                self._database.run(update(REVIEW_SETTINGS).where(SETUP.id == ONLY).values(**values))
