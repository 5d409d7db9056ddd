"""Everything a profile holds is taken out, whatever tables it gets."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Text

from kursapp.domain.record import JoinedCohort, KeptDelivery
from kursapp.storage.participant.everything import JSON_COLUMNS, LEFT_OUT, is_left_out
from kursapp.storage.participant.metadata import METADATA
from kursapp.storage.participant.profile_file import ProfileFile, open_profile

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture
def filled(tmp_path: Path) -> Iterator[ProfileFile]:
    """Open a profile with rows in most tables, as an earlier program left it."""
    path = tmp_path / "profil.db"
    path.write_bytes((DATA / "profile-2.db").read_bytes())
    with contextlib.closing(open_profile(path)) as file:
        yield file


def test_every_table_of_the_file_is_taken_out_or_left_out_for_a_reason(filled: ProfileFile) -> None:
    """Also those no description knows: the engine is asked, so that a new table cannot be forgotten."""
    names = [row[0] for row in filled._database.driver.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    assert len(names) > 15
    taken = set(filled.everything.tables())
    assert [name for name in names if name not in taken and not is_left_out(name)] == []
    assert all(LEFT_OUT.values())


def test_every_row_and_every_column_comes_out(filled: ProfileFile) -> None:
    """As many rows as there are, each with all its columns, and none the same as another."""
    found = 0
    for name in filled.everything.tables():
        rows = list(filled.everything.rows(name))
        assert len(rows) == filled.everything.count(name)
        assert all(set(row) == {column.name for column in METADATA.tables[name].columns} for row in rows)
        found += len(rows)
    assert found > 20


def test_what_is_json_comes_out_as_what_it_says(filled: ProfileFile) -> None:
    """The columns named as such exist, hold text, and can be read."""
    for name in JSON_COLUMNS:
        table, column = name.split(".")
        assert isinstance(METADATA.tables[table].columns[column].type, Text)
    assert all(isinstance(row["body"], dict) for row in filled.everything.rows("asked"))
    assert all(isinstance(row["response"], dict) for row in filled.everything.rows("answer"))


def test_it_is_known_by_ids_that_nobody_else_has(filled: ProfileFile) -> None:
    """What was drawn at random for this person; the names of courses and questions are everybody's."""
    from datetime import UTC, date, datetime

    now = datetime(2026, 3, 9, tzinfo=UTC)
    filled.cohorts.save(JoinedCohort("c" * 32, "kurs", b"fil", ("a", "b", "c", "d"), date(2026, 9, 1), now))
    filled.deliveries.save(KeptDelivery("c" * 32, "skjema", "a" * 32, "b" * 32))
    ids = filled.everything.own_ids()
    assert {"a" * 32, "b" * 32} <= ids
    assert "c" * 32 not in ids
    assert not any(row["course_id"] in ids for row in filled.everything.rows("enrolment"))
