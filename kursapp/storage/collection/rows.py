"""Writing rows so that nothing about them tells which came from one person."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Column, Insert, MetaData, Table, insert, select
from sqlalchemy.schema import CreateTable, DropTable

from kursapp.storage.transactions import Transactions

KEY_BYTES = 16
AT_ONCE = 8192
"""Rows in memory before they are written."""


class ShuffledRows:
    """Rows of one table, each under a random key of its own and stored in the order of those keys.

    SQLite orders the table itself (``WITHOUT ROWID``); it is given them sorted in lots, which is quicker. PostgreSQL
    keeps rows where they are written, so they go to a table of this session first and are moved over in order by
    ``finish``. Used inside a transaction.
    """

    def __init__(self, database: Transactions, table: Table) -> None:
        self._database = database
        self._table = table
        self._waiting: list[dict[str, Any]] = []
        self._passing = database.dialect == "postgresql"
        self._begun = False
        self._target = _passing_table(table) if self._passing else table
        self._insert: Insert = insert(self._target)
        self._keys = _random_keys()

    def add(self, row: Mapping[str, Any]) -> None:
        """Add one row, everything but its key."""
        self._waiting.append({"key": next(self._keys), **row})
        if len(self._waiting) >= AT_ONCE:
            self._write()

    def finish(self) -> None:
        """Write what is left; the rows stand in the table when this returns."""
        if self._waiting:
            self._write()
        if self._begun:
            columns = [column.name for column in self._table.columns]
            ordered = select(*self._target.columns).order_by(self._target.c.key)
            self._database.run(insert(self._table).from_select(columns, ordered))
            self._database.run(DropTable(self._target))

    def _write(self) -> None:
        if self._passing and not self._begun:
            self._database.run(CreateTable(self._target))
            self._begun = True
        self._waiting.sort(key=lambda row: row["key"])
        self._database.run(self._insert, self._waiting)
        self._waiting.clear()


def _passing_table(table: Table) -> Table:
    columns = [Column(column.name, column.type) for column in table.columns]
    return Table(f"passing_{table.name}", MetaData(), *columns, prefixes=["TEMPORARY"], postgresql_on_commit="DROP")


def _random_keys() -> Iterator[bytes]:
    while True:
        drawn = secrets.token_bytes(KEY_BYTES * 1024)
        for start in range(0, len(drawn), KEY_BYTES):
            yield drawn[start : start + KEY_BYTES]
