"""Closing a round: sealed files become rows that do not know of each other, in one transaction and for good."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Select, delete, func, insert, literal, select

from kursapp.domain.collected import Closing, Person, QuizSum
from kursapp.domain.problem import refusal
from kursapp.storage.collection.cohorts import ClosingsByForm, Cohorts, RoundNumbers
from kursapp.storage.collection.deliveries import Deliveries, Key
from kursapp.storage.collection.rows import ShuffledRows
from kursapp.storage.collection.tables import ANSWER, CLOSING, CODE, COMMENT, GROUP_ANSWER, QUIZ_SUM, TALLY, UNTIDY
from kursapp.storage.statements import insert_new
from kursapp.storage.transactions import Transactions


class Rounds:
    """The rounds of cohorts: open while they have no closing."""

    def __init__(self, database: Transactions, cohorts: Cohorts, numbers: RoundNumbers, deliveries: Deliveries) -> None:
        self._database = database
        self._cohorts = cohorts
        self._numbers = numbers
        self._deliveries = deliveries

    def closings(self, cohort_id: str, form_id: str) -> tuple[Closing, ...]:
        """Return the batches of a closed round in their order; none while it is open."""
        return self._numbers.closings(cohort_id, form_id)

    def closed(self, cohort_id: str) -> ClosingsByForm:
        """Return the batches of every closed round of a cohort."""
        return self._numbers.closings_of(cohort_id)

    def all_closed(self) -> dict[str, ClosingsByForm]:
        """Return the batches of every closed round there is, by cohort: one query, however many there are."""
        return self._numbers.all_closings()

    def close(
        self,
        cohort_id: str,
        form_id: str,
        people: Iterable[Person],
        sums: Iterable[QuizSum] = (),
        admitted: Iterable[Key] | None = None,
    ) -> Closing:
        """Close an open round, or let people ``admitted`` into a closed one as its next batch; all of it or nothing.

        ``people`` is gone through once, inside the transaction, so that files can be opened as it goes and few are in
        memory; ``sums`` is gone through after it. The round's deliveries (or those ``admitted``) and its codes are
        removed. Raises KursappError: ``collection-round-closed``, ``collection-round-open`` (nothing can be let into a
        round that is open), ``collection-cohort-gone``; whatever ``people`` raises leaves everything as it was.
        """
        with self._database.transaction():
            self._cohorts.lock(cohort_id)
            batch = len(self.closings(cohort_id, form_id)) + 1
            if (batch == 1) != (admitted is None):
                raise refusal("collection-round-open" if batch == 1 else "collection-round-closed")
            number = self._numbers.make(cohort_id, form_id)
            closing = Closing(batch, self._write_people(number, batch, people))
            self._write_sums(number, batch, sums)
            self._write_tally(number, batch)
            here = {"round_id": number, "batch": batch}
            self._database.run(insert(CLOSING), {**here, "persons": closing.persons})
            self._deliveries.remove(number, admitted)
            self._database.run(delete(CODE).where(CODE.c.round_id == number))
            self._database.run(insert_new(UNTIDY, self._database.dialect), {"cohort_id": cohort_id})
        return closing

    def _write_people(self, number: int, batch: int, people: Iterable[Person]) -> int:
        steps, groups, texts = (ShuffledRows(self._database, table) for table in (ANSWER, GROUP_ANSWER, COMMENT))
        persons = 0
        for person in people:
            persons += 1
            for item_id, step in person.steps:
                steps.add(number, item_id, step, batch)
            for variable, value, item_id, step in person.groups:
                groups.add(number, item_id, variable, value, step, batch)
            for item_id, words in person.texts:
                texts.add(number, item_id, words, None, False, batch)
        for rows in (steps, groups, texts):
            rows.finish()
        return persons

    def _write_sums(self, number: int, batch: int, sums: Iterable[QuizSum]) -> None:
        rows = [(number, batch, each.name, each.item_id, each.other, each.value) for each in sums]
        self._database.insert_many(QUIZ_SUM, rows)

    def _write_tally(self, number: int, batch: int) -> None:
        columns = [column.name for column in TALLY.columns]
        for counts in (steps_counted(number), groups_counted(number)):
            of_batch = counts.where(counts.selected_columns.batch == batch)
            self._database.run(insert(TALLY).from_select(columns, of_batch))


def steps_counted(number: int) -> Select[Any]:
    """Return the query that counts everybody's answers of a round from the rows, with the columns of the tally."""
    here = ANSWER.c
    same = (here.batch, here.item_id, here.step)
    nobody = (literal("").label("variable"), literal("").label("value"))
    return (
        select(
            literal(number).label("round_id"), here.batch, here.item_id, *nobody, here.step, func.count().label("count")
        )
        .where(here.round_id == number)
        .group_by(*same)
    )


def groups_counted(number: int) -> Select[Any]:
    """Return the query that counts the answers of every group of a round, with the columns of the tally."""
    here = GROUP_ANSWER.c
    same = (here.batch, here.item_id, here.variable, here.value, here.step)
    return (
        select(literal(number).label("round_id"), *same, func.count().label("count"))
        .where(here.round_id == number)
        .group_by(*same)
    )
