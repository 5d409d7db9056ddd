"""The cards of Øving: counted, put in order and moved in SQL, so that twenty thousand of them cost nothing to open."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, case, func, or_, select, update

from kursapp.domain.review import CardKind, Memory, ReviewCard, sound_memory
from kursapp.storage.database import Database
from kursapp.storage.participant.review_tables import REVIEW_CARD
from kursapp.storage.statements import upsert

CARD = REVIEW_CARD.c
_AWAKE = CARD.resting.is_(False)
_QUESTION = CARD.kind == CardKind.QUESTION.value
_CASE = CARD.kind == CardKind.CASE.value
_NEW = and_(CARD.times == 0, CARD.stability.is_(None))
_MET = or_(CARD.times > 0, CARD.stability.is_not(None))


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many cards wait on a day: questions met before, of these changed ones, questions that are new, and cases."""

    reviews: int
    changed: int
    new: int
    cases: int


class ReviewCards:
    """The store of cards."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, cards: Sequence[ReviewCard]) -> None:
        """Keep cards as they are now: all or none."""
        if cards:
            self._database.put(upsert(REVIEW_CARD), [_to_row(card) for card in cards])

    def get(self, course_id: str, item_id: str) -> ReviewCard | None:
        """Return one card, or None."""
        return next(iter(self._read(select(REVIEW_CARD).where(*_named(course_id, item_id)))), None)

    def of_course(self, course_id: str) -> dict[str, ReviewCard]:
        """Return the cards of a course by item, those that rest too."""
        cards = self._read(select(REVIEW_CARD).where(CARD.course_id == course_id))
        return {card.item_id: card for card in cards}

    def goals(self, course_id: str) -> dict[str, tuple[str, ...]]:
        """Return the goals of each question of a course, also of those that rest."""
        query = select(CARD.item_id, CARD.goals).where(CARD.course_id == course_id, _QUESTION)
        return {row.item_id: _split(row.goals) for row in self._database.rows(query)}

    def waiting(self, day: date) -> Waiting:
        """Count what waits on a day."""
        counted = select(
            _how_many(and_(_QUESTION, _MET)),
            _how_many(and_(_QUESTION, _MET, CARD.changed)),
            _how_many(and_(_QUESTION, _NEW)),
            _how_many(_CASE),
        ).where(_AWAKE, CARD.due_day <= day.toordinal())
        return Waiting(*(count or 0 for count in self._database.rows(counted)[0]))

    def due(self, day: date, limit: int) -> tuple[ReviewCard, ...]:
        """Return questions met before that wait on a day: changed ones first, then those best remembered first.

        How well something is remembered falls with the days since, measured in stabilities. After a long time away
        those still remembered gain most by being repeated; those long forgotten lose nothing by waiting a day more.
        """
        here = (_AWAKE, _QUESTION, _MET, CARD.due_day <= day.toordinal())
        strain = (day.toordinal() - CARD.last_day) * 1.0 / CARD.stability
        order = (CARD.changed.desc(), strain, CARD.due_day, CARD.course_id, CARD.item_id)
        return self._read(select(REVIEW_CARD).where(*here).order_by(*order).limit(limit))

    def new(self, day: date, limit: int) -> tuple[ReviewCard, ...]:
        """Return questions never put before that are ready on a day, in the order they are to be met."""
        here = (_AWAKE, _QUESTION, _NEW, CARD.due_day <= day.toordinal())
        order = (CARD.rank, CARD.course_id, CARD.item_id)
        return self._read(select(REVIEW_CARD).where(*here).order_by(*order).limit(limit))

    def cases(self, day: date, limit: int) -> tuple[ReviewCard, ...]:
        """Return cases that wait on a day, the one that has waited longest first."""
        here = (_AWAKE, _CASE, CARD.due_day <= day.toordinal())
        order = (CARD.changed.desc(), CARD.due_day, CARD.course_id, CARD.item_id)
        return self._read(select(REVIEW_CARD).where(*here).order_by(*order).limit(limit))

    def memories(self, until: date, limit: int) -> list[tuple[date, Memory | None]]:
        """Return the day and the memory of the questions that come back first until a day."""
        here = (_AWAKE, _QUESTION, _MET, CARD.due_day <= until.toordinal())
        query = select(CARD.due_day, CARD.stability, CARD.difficulty, CARD.last_day).where(*here)
        rows = self._database.rows(query.order_by(CARD.due_day, CARD.stability).limit(limit))
        return [(_day(row.due_day), _memory(row)) for row in rows]

    def new_ready(self, until: date) -> int:
        """Count the questions never put before that are ready by a day."""
        here = (_AWAKE, _QUESTION, _NEW, CARD.due_day <= until.toordinal())
        return self._number(select(func.count().label("number")).select_from(REVIEW_CARD).where(*here))

    def next_day(self, after: date) -> date | None:
        """Return the first day after a day on which something comes back or is ready; None where nothing does."""
        query = select(func.min(CARD.due_day).label("day")).where(_AWAKE, CARD.due_day > after.toordinal())
        found = self._database.rows(query)[0].day
        return None if found is None else _day(found)

    def total(self) -> int:
        """Count the cards that do not rest."""
        return self._number(select(func.count().label("number")).select_from(REVIEW_CARD).where(_AWAKE))

    def resting(self) -> int:
        """Count the cards that rest."""
        return self._number(select(func.count().label("number")).select_from(REVIEW_CARD).where(CARD.resting))

    def put_off(self, days: int) -> None:
        """Let every card come back so many days later than it would have."""
        if days > 0:
            self._database.run(update(REVIEW_CARD).values(due_day=CARD.due_day + days))

    def make_ready(self, day: date) -> None:
        """Let no question that has never been put, or is another than when it was, come later than on a day."""
        late = (or_(_NEW, CARD.changed), CARD.due_day > day.toordinal())
        self._database.run(update(REVIEW_CARD).where(*late).values(due_day=day.toordinal()))

    def bring_back(self, first: date, to: date) -> None:
        """Let what waits for the day ``first``, or a later one, come on the day ``to``."""
        late = CARD.due_day >= first.toordinal()
        self._database.run(update(REVIEW_CARD).where(late).values(due_day=to.toordinal()))

    def courses(self) -> dict[str, bool]:
        """Return the courses there are cards of, and whether all of them rest."""
        query = select(CARD.course_id, func.min(CARD.resting).label("rests")).group_by(CARD.course_id)
        return {row.course_id: bool(row.rests) for row in self._database.rows(query)}

    def rest(self, course_ids: Collection[str]) -> None:
        """Let all cards of some courses rest."""
        for course_id in course_ids:
            self._database.run(update(REVIEW_CARD).where(CARD.course_id == course_id).values(resting=True))

    def _number(self, query: Select[Any]) -> int:
        return int(self._database.rows(query)[0].number)

    def _read(self, query: Select[Any]) -> tuple[ReviewCard, ...]:
        return tuple(_from_row(row) for row in self._database.rows(query))


def _named(course_id: str, item_id: str) -> Iterable[ColumnElement[bool]]:
    return CARD.course_id == course_id, CARD.item_id == item_id


def _how_many(what: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((what, 1), else_=0))


def _day(number: int) -> date:
    return date.fromordinal(min(max(number, 1), date.max.toordinal()))


def _split(goals: str) -> tuple[str, ...]:
    return tuple(goal for goal in goals.split("\n") if goal)


def _memory(row: Row[Any]) -> Memory | None:
    day = None if row.last_day is None else _day(row.last_day)
    return sound_memory(row.stability, row.difficulty, day)


def _to_row(card: ReviewCard) -> dict[str, object]:
    memory = card.memory
    return {
        "course_id": card.course_id,
        "item_id": card.item_id,
        "kind": card.kind.value,
        "session_id": card.session_id,
        "page_id": card.page_id,
        "mark": card.mark,
        "goals": "\n".join(card.goals),
        "rank": card.rank,
        "stability": None if memory is None else memory.stability,
        "difficulty": None if memory is None else memory.difficulty,
        "last_day": None if memory is None else memory.day.toordinal(),
        "due_day": card.due.toordinal(),
        "times": card.times,
        "lapses": card.lapses,
        "changed": card.changed,
        "resting": card.resting,
        "run": card.run,
    }


def _from_row(row: Row[Any]) -> ReviewCard:
    return ReviewCard(
        row.course_id,
        row.item_id,
        CardKind(row.kind),
        row.session_id,
        row.page_id,
        row.mark,
        _day(row.due_day),
        _split(row.goals),
        row.rank,
        _memory(row),
        row.times,
        row.lapses,
        row.changed,
        row.resting,
        row.run,
    )
