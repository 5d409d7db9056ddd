"""Statements that are compiled once say and store exactly what SQLAlchemy would have said and stored."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Boolean, Column, Integer, MetaData, Table, Text, bindparam, func, insert, select
from sqlcipher3.dbapi2 import IntegrityError

from kursapp.storage.columns import Moment
from kursapp.storage.database import Database
from kursapp.storage.opening import open_database
from kursapp.storage.prepared import Prepared
from kursapp.storage.schema import Schema

METADATA = MetaData()
THING = Table(
    "thing",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("good", Boolean),
)
AT = datetime(2026, 3, 9, 12, 30, 1, 250, tzinfo=UTC)
ROW = {"name": "en", "at": AT, "good": True}


@pytest.fixture
def database(tmp_path: Path, now: datetime) -> Iterator[Database]:
    """Open a new database of one table."""
    schema = Schema(0x4B555200, 1, METADATA, dict)
    opened = open_database(tmp_path / "a.db", schema, create=True, at=now).database
    yield opened
    opened.close()


def test_values_are_stored_as_their_columns_have_them(database: Database) -> None:
    """A moment and a yes come back as they were, through SQLAlchemy, and the new row's id is told."""
    put = Prepared(insert(THING))
    assert [database.put(put, ROW), database.put(put, ROW | {"good": None})] == [1, 2]
    assert [tuple(row) for row in database.rows(select(THING))] == [(1, "en", AT, True), (2, "en", AT, None)]


def test_several_values_are_all_or_none(database: Database) -> None:
    """Many rows are one transaction; one that cannot be leaves none of them, and no word of it is told."""
    put = Prepared(insert(THING))
    database.put(put, [ROW | {"name": name} for name in "abc"])
    with pytest.raises(IntegrityError) as failed:
        database.put(put, [ROW | {"name": "dypt hemmelig"}, ROW | {"name": None}])
    assert "hemmelig" not in str(failed.value)
    assert [row.name for row in database.rows(select(THING))] == ["a", "b", "c"]
    assert not database.in_transaction


def test_a_question_has_the_engines_own_answer(database: Database) -> None:
    """A value is bound, never a part of the statement."""
    database.put(Prepared(insert(THING)), [ROW | {"name": name} for name in ("en", "en", "'; DROP TABLE thing")])
    count = Prepared(select(func.count()).select_from(THING).where(THING.c.name == bindparam("wanted")))
    assert [database.ask(count, {"wanted": name})[0][0] for name in ("en", "to", "'; DROP TABLE thing")] == [2, 0, 1]


@pytest.mark.parametrize("given", [{"name": "en", "at": AT}, ROW | {"id": 7}, {"name": "en", "at": AT, "well": True}])
def test_other_values_than_it_is_made_for_are_refused(database: Database, given: dict[str, object]) -> None:
    """A column that was left out would be empty and nobody would know."""
    put = Prepared(insert(THING))
    database.put(put, ROW)
    with pytest.raises(ValueError, match="made for"):
        database.put(put, given)
    assert len(database.rows(select(THING))) == 1
