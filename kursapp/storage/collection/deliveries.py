"""Sealed files: those of open rounds, and those that came after a closing and wait for company."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from sqlalchemy import Row, Select, delete, func, select, tuple_

from kursapp.domain.collected import Delivery
from kursapp.storage.collection.cohorts import RoundNumbers
from kursapp.storage.collection.tables import DELIVERY, ROUND
from kursapp.storage.transactions import Transactions

FILES_AT_ONCE = 64
"""Files read in one go: two megabytes of the usual length."""
MARKS_AT_ONCE = 1000

Key = tuple[bytes, bytes]
"""What tells a delivery from every other of its round: the marks of its response and of its body."""

_ORDER = (DELIVERY.c.response, DELIVERY.c.body, DELIVERY.c.replaces)


class Deliveries:
    """What has been collected of each round and is not opened yet, except in memory."""

    def __init__(self, database: Transactions, numbers: RoundNumbers) -> None:
        self._database = database
        self._numbers = numbers

    def add(self, cohort_id: str, form_id: str, deliveries: Iterable[Delivery]) -> None:
        """Keep files; one of the same response and body stays as it is. Two people may do so at once."""
        with self._database.transaction():
            number = self._numbers.make(cohort_id, form_id)
            # In one order everywhere, so that two who write the same rows wait for each other and never both.
            new = sorted((number, each.response, each.body, each.replaces, each.sealed) for each in deliveries)
            self._database.insert_many(DELIVERY, new, known_stay=True)

    def marks(self, cohort_id: str, form_id: str) -> tuple[Delivery, ...]:
        """Return the marks of everything kept of a round, without the files, in the order of the marks."""
        found = self._portions(cohort_id, form_id, select(*_ORDER), MARKS_AT_ONCE)
        return tuple(Delivery(row.response, row.replaces, row.body) for row in found)

    def sealed(self, cohort_id: str, form_id: str, wanted: Collection[Key] | None = None) -> Iterator[Delivery]:
        """Yield the files of a round, or those ``wanted``, a few in memory at a time, in the order of the marks."""
        for row in self._portions(cohort_id, form_id, select(*_ORDER, DELIVERY.c.sealed), FILES_AT_ONCE):
            if wanted is None or (row.response, row.body) in wanted:
                yield Delivery(row.response, row.replaces, row.body, row.sealed)

    def _portions(self, cohort_id: str, form_id: str, query: Select[Any], many: int) -> Iterator[Row[Any]]:
        number = self._numbers.find(cohort_id, form_id)
        if number is None:
            return
        query = query.where(DELIVERY.c.round_id == number).order_by(*_ORDER).limit(many)
        rows = self._database.rows(query)
        while rows:
            yield from rows
            if len(rows) < many:
                return
            last = rows[-1]
            rows = self._database.rows(query.where(tuple_(*_ORDER) > (last.response, last.body, last.replaces)))

    def count(self, cohort_id: str, form_id: str) -> int:
        """Return how many files are kept of a round."""
        query = select(func.count().label("many")).select_from(DELIVERY.join(ROUND))
        row = self._database.row(query.where(ROUND.c.cohort_id == cohort_id, ROUND.c.form_id == form_id))
        return 0 if row is None else int(row.many)

    def remove(self, number: int, keys: Iterable[Key] | None) -> None:
        """Remove the files of a round, or only those named. Part of closing."""
        if keys is None:
            self._database.run(delete(DELIVERY).where(DELIVERY.c.round_id == number))
            return
        for response, body in keys:
            here = (DELIVERY.c.round_id == number, DELIVERY.c.response == response, DELIVERY.c.body == body)
            self._database.run(delete(DELIVERY).where(*here))
