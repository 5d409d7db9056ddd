"""How many answers are alike, and the sums of quizzes: what results are made of."""

from __future__ import annotations

import operator
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Row, func, select

from kursapp.domain.collected import QuizSum
from kursapp.domain.results import Count
from kursapp.storage.collection.cohorts import RoundNumbers
from kursapp.storage.collection.rounds import groups_counted, steps_counted
from kursapp.storage.collection.tables import QUIZ_SUM, ROUND, TALLY
from kursapp.storage.transactions import Transactions

_BY_CONTENT = operator.attrgetter("batch", "variable", "value", "item_id", "step")


class Tallies:
    """The counts of closed rounds."""

    def __init__(self, database: Transactions, numbers: RoundNumbers) -> None:
        self._database = database
        self._numbers = numbers

    def counts(self, cohort_id: str, form_id: str) -> tuple[Count, ...]:
        """Return a round's counts, of everybody and of groups, as they were counted when the answers came."""
        number = self._numbers.find(cohort_id, form_id)
        if number is None:
            return ()
        return _in_order(self._database.rows(select(TALLY).where(TALLY.c.round_id == number)))

    def recount(self, cohort_id: str, form_id: str) -> tuple[Count, ...]:
        """Count a round anew from the rows themselves: the engine does it, and gives the same as ``counts``."""
        number = self._numbers.find(cohort_id, form_id)
        if number is None:
            return ()
        return _in_order((*self._database.rows(steps_counted(number)), *self._database.rows(groups_counted(number))))


class QuizSums:
    """What is kept of quizzes people chose to share: sums over all of them, never a person's."""

    def __init__(self, database: Transactions) -> None:
        self._database = database

    def of_round(self, cohort_id: str, form_id: str) -> tuple[QuizSum, ...]:
        """Return the sums over all batches of a round, by name and item."""
        same = (QUIZ_SUM.c.name, QUIZ_SUM.c.item_id, QUIZ_SUM.c.other)
        query = (
            select(*same, func.sum(QUIZ_SUM.c.value).label("value"))
            .join(ROUND, ROUND.c.id == QUIZ_SUM.c.round_id)
            .where(ROUND.c.cohort_id == cohort_id, ROUND.c.form_id == form_id)
            .group_by(*same)
        )
        sums = (QuizSum(row.name, row.item_id, row.other, int(row.value)) for row in self._database.rows(query))
        return tuple(sorted(sums, key=lambda each: (each.name, each.item_id, each.other)))


def _in_order(rows: Iterable[Row[Any]]) -> tuple[Count, ...]:
    # Sorted here: engines have orders of their own for texts. The row's columns are those of the tally.
    counts = [
        Count(item, step, count, batch, variable, value)
        for _, batch, item, variable, value, step, count in map(tuple, rows)
    ]
    return tuple(sorted(counts, key=_BY_CONTENT))
