"""Rows are written whole and in the order of their random keys, however few are held in memory."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from kursapp.storage.collection import rows as module
from kursapp.storage.collection.cohorts import RoundNumbers
from kursapp.storage.collection.collection import Collection
from kursapp.storage.collection.rows import ShuffledRows
from kursapp.storage.collection.tables import ANSWER, CLOSING
from kursapp.storage.transactions import Transactions
from tests.storage.collection.places import COHORT, FORM


class Watched:
    """Stands before a database and remembers what was handed to it in one go."""

    def __init__(self, database: Transactions) -> None:
        self._database = database
        self.handed: list[list[bytes]] = []

    def insert_many(self, table: object, rows: list[tuple[bytes, ...]]) -> None:
        self.handed.append([row[0] for row in rows])
        self._database.insert_many(table, rows)  # type: ignore[arg-type]


def written(collection: Collection, watched: Watched) -> list[tuple[str, str]]:
    """Write the answers of fifty people to seven items, and return what stands in the table."""
    number = RoundNumbers(collection._database).make(COHORT, FORM)
    rows = ShuffledRows(watched, ANSWER)  # type: ignore[arg-type]
    for person in range(50):
        for item in range(7):
            rows.add(number, f"i{item}", str(person), 1)
    rows.finish()
    found = collection._database.rows(select(ANSWER.c.item_id, ANSWER.c.step))
    return sorted((row.item_id, row.step) for row in found)


EVERYTHING = sorted((f"i{item}", str(person)) for person in range(50) for item in range(7))


def test_all_that_fits_is_written_in_one_order(collection: Collection) -> None:
    """From the first key to the last, whoever they belong to."""
    watched = Watched(collection._database)
    assert written(collection, watched) == EVERYTHING
    keys = [key for handed in watched.handed for key in handed]
    assert keys == sorted(keys)
    assert len(set(keys)) == len(EVERYTHING)


@pytest.mark.parametrize(("limit", "many"), [("MOST_ROWS", 100), ("MOST_CONTENTS", 60)])
def test_too_many_for_the_memory_are_written_among_themselves(
    collection: Collection, monkeypatch: pytest.MonkeyPatch, limit: str, many: int
) -> None:
    """In several lots, each in its own order, and nothing is lost between them."""
    monkeypatch.setattr(module, limit, many)
    watched = Watched(collection._database)
    assert written(collection, watched) == EVERYTHING
    assert len(watched.handed) > 3
    assert all(handed == sorted(handed) for handed in watched.handed)
    assert max(map(len, watched.handed)) <= many


def test_many_are_handed_over_a_few_at_a_time(collection: Collection, monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine is never given everything at once."""
    monkeypatch.setattr(module, "AT_ONCE", 20)
    watched = Watched(collection._database)
    assert written(collection, watched) == EVERYTHING
    assert max(map(len, watched.handed)) < 60
    keys = [key for handed in watched.handed for key in handed]
    assert keys == sorted(keys)


def test_only_tables_with_a_key_are_shuffled(collection: Collection) -> None:
    """A table in another shape would be filled askew."""
    with pytest.raises(ValueError, match="key"):
        ShuffledRows(collection._database, CLOSING)
