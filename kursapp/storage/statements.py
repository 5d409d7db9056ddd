"""Statements that every store needs."""

from __future__ import annotations

import functools
from collections.abc import Hashable, Iterable, Iterator
from itertools import islice
from typing import TypeVar

from sqlalchemy import Insert as AnyInsert
from sqlalchemy import Table
from sqlalchemy.dialects.sqlite import insert

from kursapp.storage.prepared import Prepared

_Value = TypeVar("_Value", bound=Hashable)

MOST_AT_ONCE = 500
"""Values in one IN list: more would make a statement of their own for every length."""


@functools.cache
def upsert(table: Table, *kept: str) -> Prepared:
    """Return an INSERT that changes the row where there is one of the same primary key; columns ``kept`` stay."""
    statement = insert(table)
    keys = [column.name for column in table.primary_key]
    changed = {
        column.name: statement.excluded[column.name]
        for column in table.columns
        if column.name not in keys and column.name not in kept
    }
    return Prepared(statement.on_conflict_do_update(index_elements=keys, set_=changed))


@functools.cache
def insert_new(table: Table, dialect: str = "sqlite") -> AnyInsert:
    """Return an INSERT that leaves the row alone where there is one already."""
    if dialect == "postgresql":
        # Loaded only where there is a server: the participant's start does not wait for it.
        from sqlalchemy.dialects import postgresql

        return postgresql.insert(table).on_conflict_do_nothing()
    return insert(table).on_conflict_do_nothing()


def portions(values: Iterable[_Value]) -> Iterator[list[_Value]]:
    """Yield distinct values in lists that fit one statement."""
    rest = iter(dict.fromkeys(values))
    while portion := list(islice(rest, MOST_AT_ONCE)):
        yield portion
