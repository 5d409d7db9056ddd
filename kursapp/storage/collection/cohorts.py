"""The cohorts of the collection, the rounds of each, and the marks of what has been collected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import Column, Select, Table, delete, func, insert, select, update

from kursapp.domain.collected import Closing, CohortRecord
from kursapp.domain.problem import refusal
from kursapp.storage.collection.tables import CLOSING, CODE, COHORT, DELETED, PARTICIPATION, ROUND, SEEN, UNTIDY
from kursapp.storage.statements import insert_new, portions
from kursapp.storage.transactions import Transactions


class Cohorts:
    """One row for each cohort, with its file as it is given out."""

    def __init__(self, database: Transactions) -> None:
        self._database = database

    def save(self, record: CohortRecord) -> None:
        """Keep a cohort, in place of what stood there. Raises KursappError ``collection-cohort-gone`` where deleted."""
        values = {"file": record.file, "invited": record.invited, "published": record.published}
        with self._database.transaction():
            if self.is_deleted(record.id):
                raise refusal("collection-cohort-gone")
            if self.get(record.id) is None:
                self._database.run(insert(COHORT), {"id": record.id, **values})
            else:
                self._database.run(update(COHORT).where(COHORT.c.id == record.id).values(**values))

    def get(self, cohort_id: str) -> CohortRecord | None:
        """Return one cohort, or None."""
        row = self._database.row(select(COHORT).where(COHORT.c.id == cohort_id))
        return None if row is None else CohortRecord(**row._mapping)

    def all(self) -> tuple[CohortRecord, ...]:
        """Return every cohort, in the order of their ids."""
        return tuple(CohortRecord(**row._mapping) for row in self._database.rows(select(COHORT).order_by(COHORT.c.id)))

    def lock(self, cohort_id: str) -> None:
        """Keep everybody else from changing this cohort until the transaction ends.

        Raises KursappError ``collection-cohort-gone`` where there is none (somebody has deleted it).
        """
        if not self._database.in_transaction:
            raise RuntimeError("a lock outside a transaction holds nothing")
        if self._database.row(select(COHORT.c.id).where(COHORT.c.id == cohort_id).with_for_update()) is None:
            raise refusal("collection-cohort-gone")

    def delete(self, cohort_id: str) -> None:
        """Remove a cohort and every row that belongs to it, for good: it cannot be saved again."""
        with self._database.transaction():
            self._database.run(insert_new(DELETED, self._database.dialect), {"cohort_id": cohort_id})
            self._database.run(insert_new(UNTIDY, self._database.dialect), {"cohort_id": cohort_id})
            self._database.run(delete(COHORT).where(COHORT.c.id == cohort_id))

    def is_deleted(self, cohort_id: str) -> bool:
        """Say whether a cohort of this id was deleted."""
        return self._database.row(select(DELETED).where(DELETED.c.cohort_id == cohort_id)) is not None

    def deleted(self) -> frozenset[str]:
        """Return the ids of all cohorts deleted."""
        return frozenset(row.cohort_id for row in self._database.rows(select(DELETED)))


ClosingsByForm = dict[str, tuple[Closing, ...]]
"""The batches of closed rounds in their order, by the form's id."""


class RoundNumbers:
    """The numbers that rounds stand under in the tables of rows."""

    def __init__(self, database: Transactions) -> None:
        self._database = database

    def find(self, cohort_id: str, form_id: str) -> int | None:
        """Return a round's number, or None where it has none yet."""
        query = select(ROUND.c.id).where(ROUND.c.cohort_id == cohort_id, ROUND.c.form_id == form_id)
        row = self._database.row(query)
        return None if row is None else int(row.id)

    def make(self, cohort_id: str, form_id: str) -> int:
        """Return a round's number, given to it where it has none. Inside a transaction that holds the cohort."""
        number = self.find(cohort_id, form_id)
        if number is not None:
            return number
        new = insert_new(ROUND, self._database.dialect)
        self._database.run(new, {"cohort_id": cohort_id, "form_id": form_id})
        made = self.find(cohort_id, form_id)
        if made is None:
            raise RuntimeError("a round was not made")
        return made

    def closings(self, cohort_id: str, form_id: str) -> tuple[Closing, ...]:
        """Return the batches of a closed round in their order; none while it is open."""
        return self.closings_of(cohort_id).get(form_id, ())

    def closings_of(self, cohort_id: str) -> ClosingsByForm:
        """Return the batches of every closed round of a cohort."""
        return self._read(_CLOSINGS.where(ROUND.c.cohort_id == cohort_id)).get(cohort_id, {})

    def all_closings(self) -> dict[str, ClosingsByForm]:
        """Return the batches of every closed round there is, by cohort."""
        return self._read(_CLOSINGS)

    def _read(self, query: Select[tuple[str, str, int, int]]) -> dict[str, ClosingsByForm]:
        found: dict[str, ClosingsByForm] = {}
        for row in self._database.rows(query):
            of_cohort = found.setdefault(row.cohort_id, {})
            of_cohort[row.form_id] = (*of_cohort.get(row.form_id, ()), Closing(row.batch, row.persons))
        return found


_CLOSINGS = (
    select(ROUND.c.cohort_id, ROUND.c.form_id, CLOSING.c.batch, CLOSING.c.persons)
    .join(CLOSING, CLOSING.c.round_id == ROUND.c.id)
    .order_by(CLOSING.c.batch)
)


class Seen:
    """Marks of files collected and of responses counted. They stay when a round is closed."""

    def __init__(self, database: Transactions) -> None:
        self._database = database

    def add(self, cohort_id: str, marks: Iterable[bytes]) -> None:
        """Remember marks; those known already stay."""
        self._database.insert_many(SEEN, [(cohort_id, mark) for mark in sorted(set(marks))], known_stay=True)

    def known(self, cohort_id: str, marks: Iterable[bytes]) -> frozenset[bytes]:
        """Return those of these marks that are remembered."""
        return frozenset(_known(self._database, SEEN, SEEN.c.cohort_id, cohort_id, marks))


class Codes:
    """Marks of the codes that take part in a round, in a table of their own until it is closed."""

    def __init__(self, database: Transactions, numbers: RoundNumbers) -> None:
        self._database = database
        self._numbers = numbers

    def add(self, cohort_id: str, form_id: str, marks: Iterable[bytes]) -> None:
        """Remember the marks of codes handed out."""
        with self._database.transaction():
            number = self._numbers.make(cohort_id, form_id)
            self._database.insert_many(CODE, [(number, mark) for mark in sorted(set(marks))], known_stay=True)

    def known(self, cohort_id: str, form_id: str, marks: Iterable[bytes]) -> frozenset[bytes]:
        """Return those of these marks that belong to codes of the round."""
        number = self._numbers.find(cohort_id, form_id)
        return (
            frozenset() if number is None else frozenset(_known(self._database, CODE, CODE.c.round_id, number, marks))
        )

    def count(self, cohort_id: str, form_id: str) -> int:
        """Return how many codes the round has."""
        query = select(func.count().label("many")).select_from(CODE.join(ROUND))
        row = self._database.row(query.where(ROUND.c.cohort_id == cohort_id, ROUND.c.form_id == form_id))
        return 0 if row is None else int(row.many)


class Participation:
    """Named progress files, as they came; nothing else in the collection knows who anybody is."""

    def __init__(self, database: Transactions) -> None:
        self._database = database

    def save(self, cohort_id: str, progress_id: str, file: bytes) -> None:
        """Keep one person's progress, in place of what stood under its id."""
        here = (PARTICIPATION.c.cohort_id == cohort_id, PARTICIPATION.c.id == progress_id)
        with self._database.transaction():
            self._database.run(delete(PARTICIPATION).where(*here))
            self._database.run(insert(PARTICIPATION), {"cohort_id": cohort_id, "id": progress_id, "file": file})

    def of_cohort(self, cohort_id: str) -> dict[str, bytes]:
        """Return the progress of everybody who has handed it in, by its id."""
        query = select(PARTICIPATION).where(PARTICIPATION.c.cohort_id == cohort_id).order_by(PARTICIPATION.c.id)
        return {row.id: row.file for row in self._database.rows(query)}


def _known(
    database: Transactions, table: Table, owner: Column[object], value: object, marks: Iterable[bytes]
) -> Iterator[bytes]:
    for portion in portions(marks):
        for row in database.rows(select(table.c.mark).where(owner == value, table.c.mark.in_(portion))):
            yield bytes(row.mark)
