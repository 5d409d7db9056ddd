"""Writing rows so that nothing about them tells which came from one person."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Table

from kursapp.storage.transactions import Transactions

KEY_BYTES = 16
MOST_ROWS = 100_000
"""Rows in memory, and so in one order: those of thousands of people. Each takes 20 bytes."""
MOST_CONTENTS = 2048
"""Different rows in memory: answers are much alike, comments never."""
AT_ONCE = 8192
"""Rows handed to the engine in one go."""

_NUMBER_BYTES = 4
_RECORD_BYTES = KEY_BYTES + _NUMBER_BYTES
_SHELVES = 256


class ShuffledRows:
    """Rows of one table, each under a random key of its own and written in the order of those keys.

    That order is what the table and its index are quickest filled in, and the only one there is to see afterwards:
    PostgreSQL keeps rows where they are written. Rows wait until ``finish``; where they become too many, those that
    are there are written among themselves first.
    """

    def __init__(self, database: Transactions, table: Table) -> None:
        self._database = database
        self._table = table
        self._columns = [column.name for column in table.columns]
        if self._columns[0] != "key":
            raise ValueError("a table of shuffled rows begins with its key")
        self._keys = _random_keys()
        self._contents: dict[tuple[Any, ...], int] = {}
        self._shelves = [bytearray() for _ in range(_SHELVES)]
        self._many = 0

    def add(self, *content: Any) -> None:
        """Add one row: its columns in the table's order, but for the key."""
        number = self._contents.setdefault(content, len(self._contents))
        key = next(self._keys)
        self._shelves[key[0]] += key + number.to_bytes(_NUMBER_BYTES, "big")
        self._many += 1
        if self._many >= MOST_ROWS or len(self._contents) >= MOST_CONTENTS:
            self.finish()

    def finish(self) -> None:
        """Write what waits; every row added stands in the table when this returns."""
        contents = list(self._contents)
        waiting: list[tuple[Any, ...]] = []
        for shelf in self._shelves:
            for key, number in sorted(_records(shelf)):
                waiting.append((key, *contents[number]))
            shelf.clear()
            if len(waiting) >= AT_ONCE:
                self._database.insert_many(self._table, waiting)
                waiting = []
        if waiting:
            self._database.insert_many(self._table, waiting)
        self._contents.clear()
        self._many = 0


def _records(shelf: bytearray) -> Iterator[tuple[bytes, int]]:
    for start in range(0, len(shelf), _RECORD_BYTES):
        middle = start + KEY_BYTES
        yield bytes(shelf[start:middle]), int.from_bytes(shelf[middle : middle + _NUMBER_BYTES], "big")


def _random_keys() -> Iterator[bytes]:
    while True:
        drawn = secrets.token_bytes(KEY_BYTES * 1024)
        for start in range(0, len(drawn), KEY_BYTES):
            yield drawn[start : start + KEY_BYTES]
