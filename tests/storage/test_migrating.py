"""A database is brought up to date whole or not at all, with every row that points to another."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from sqlalchemy import Row, text
from sqlcipher3 import dbapi2

from kursapp.domain.problem import KursappError
from kursapp.storage.backup import backups
from kursapp.storage.database import Database
from kursapp.storage.inspection import look
from kursapp.storage.opening import open_database

CHILDREN = [(10, 1, "a"), (11, 1, "b"), (20, 2, "c")]


@pytest.fixture
def path(tmp_path: Path, small: ModuleType, now: datetime) -> Path:
    """Make a version 1 file with two parents and three children that go when their parent goes."""
    path = tmp_path / "0" / "a.db"
    path.parent.mkdir()
    database = open_database(path, small.VERSION_1, create=True, at=now).database
    with database.transaction():
        database.run(text("INSERT INTO parent VALUES (1, 'en'), (2, 'to')"))
        database.run(text("INSERT INTO child VALUES (10, 1, 'a'), (11, 1, 'b'), (20, 2, 'c')"))
    database.close()
    return path


def children(database: Database) -> Sequence[Row[Any]]:
    """Return the child rows."""
    return database.rows(text("SELECT id, parent_id, words FROM child ORDER BY id"))


def shape(database: Database) -> Any:
    """Return what SQLite knows of every table: columns, keys, indexes, and the words they were made with."""
    tables = [row.name for row in database.rows(text("SELECT name FROM sqlite_schema WHERE type = 'table'"))]
    facts = ("table_xinfo", "foreign_key_list", "index_list")
    return {
        table: [database.driver.execute(f"PRAGMA {fact}('{table}')").fetchall() for fact in facts]
        for table in sorted(tables)
    }


def test_rebuilding_a_parent_keeps_its_children(path: Path, small: ModuleType, now: datetime) -> None:
    """The table the children point to is made anew under the same name, and no child is lost."""
    database = open_database(path, small.VERSION_2, at=now).database
    assert children(database) == CHILDREN
    assert database.rows(text('SELECT id, title, "rank" FROM parent ORDER BY id')) == [(1, "en", 0), (2, "to", 0)]
    assert database.driver.execute("PRAGMA foreign_keys").fetchone() == (1,)
    database.run(text("DELETE FROM parent WHERE id = 1"))
    assert children(database) == CHILDREN[2:]
    database.close()
    assert look(path).version == 2


def test_a_migrated_file_is_like_a_new_one(path: Path, tmp_path: Path, small: ModuleType, now: datetime) -> None:
    """Both ways to the newest version end in the same tables."""
    migrated = open_database(path, small.VERSION_2, at=now).database
    made = open_database(tmp_path / "ny.db", small.VERSION_2, create=True, at=now).database
    assert shape(migrated) == shape(made)
    migrated.close()
    made.close()


def test_several_versions_at_once(path: Path, small: ModuleType, now: datetime) -> None:
    """Someone who has not started the program for a year goes through every step in one transaction."""
    open_database(path, small.VERSION_3, at=now).database.close()
    assert look(path).version == 3


def test_a_backup_is_made_first(path: Path, small: ModuleType, now: datetime) -> None:
    """It is of the old version, whole, and says what it was made before."""
    open_database(path, small.VERSION_2, at=now).database.close()
    (backup,) = backups(path)
    assert (backup.before, backup.made_at) == (2, now)
    assert look(backup.path).version == 1
    restored = open_database(backup.path, small.VERSION_1, at=now).database
    assert children(restored) == CHILDREN
    restored.close()


def test_without_a_backup_nothing_is_migrated(
    path: Path, small: ModuleType, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no backup can be made the file stays as it was."""
    before = path.read_bytes()
    (path.parent / "sikkerhetskopier").write_text("en fil i veien")
    with pytest.raises(KursappError):
        open_database(path, small.VERSION_2, at=now)
    assert path.read_bytes() == before


def test_a_transaction_that_cannot_be_ended_changes_nothing(
    path: Path, small: ModuleType, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the engine itself says at the end is told as any other error of a migration, and the old rows stand."""

    def refuse(_self: Database) -> None:
        raise dbapi2.IntegrityError("FOREIGN KEY constraint failed")

    with monkeypatch.context() as patched:
        patched.setattr(Database, "_commit", refuse)
        with pytest.raises(KursappError) as caught:
            open_database(path, small.VERSION_2, at=now)
    assert caught.value.problem.code == "migration-failed"
    kept = open_database(path, small.VERSION_1, at=now).database
    assert children(kept) == CHILDREN
    kept.close()


@pytest.mark.parametrize("schema", ["ORPHANING", "FAILING"])
def test_a_step_that_goes_wrong_changes_nothing(path: Path, small: ModuleType, now: datetime, schema: str) -> None:
    """Children without a parent, or an error half-way: the old file is there with every row, and is told of."""
    with pytest.raises(KursappError) as caught:
        open_database(path, getattr(small, schema), at=now)
    found = caught.value.problem
    assert (found.code, found.value("old"), found.value("new")) == ("migration-failed", "1", "2")
    database = open_database(path, small.VERSION_1, at=now).database
    assert children(database) == CHILDREN
    assert database.rows(text("SELECT name FROM parent ORDER BY id")) == [("en",), ("to",)]
    database.close()


def test_a_death_at_any_statement_of_a_migration(
    path: Path, small: ModuleType, now: datetime, deaths: Callable[[str], list[Path]]
) -> None:
    """Killed at each statement, the file is of the one version or the other with every row, and can go on."""
    versions = []
    for left in deaths("migrate"):
        versions.append(look(left).version)
        database = open_database(left, small.VERSION_2, at=now).database
        assert children(database) == CHILDREN
        assert [row.title for row in database.rows(text("SELECT title FROM parent ORDER BY id"))] == ["en", "to"]
        assert database.driver.execute("PRAGMA foreign_key_check").fetchall() == []
        database.close()
        assert look(left).version == 2
    assert versions == sorted(versions)
    assert set(versions) == {1, 2}


def test_no_room_to_migrate(path: Path, small: ModuleType, now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that fills up during a migration leaves the old version."""
    from kursapp.storage import opening

    def back_up(driver: Any, *_: object, **__: object) -> None:
        driver.execute("PRAGMA max_page_count=3").fetchone()

    monkeypatch.setattr(opening, "back_up", back_up)
    with pytest.raises(KursappError) as caught:
        open_database(path, small.VERSION_2, at=now)
    assert caught.value.problem.code == "disk-full"
    monkeypatch.undo()
    with contextlib.closing(open_database(path, small.VERSION_1, at=now).database) as database:
        assert children(database) == CHILDREN


def test_alembic_is_loaded_only_when_there_is_something_to_do(path: Path) -> None:
    """An up-to-date file opens without it; an old one loads it."""
    code = (
        "import sys; from datetime import UTC, datetime; from pathlib import Path\n"
        "from kursapp.storage.opening import open_database; from kursapp.storage.participant import profile_file\n"
        "from dataclasses import replace; from sqlalchemy import MetaData\n"
        "schema = replace(profile_file.SCHEMA, metadata=MetaData(), application_id=0x54455354,"
        " version=int(sys.argv[2]), steps=lambda: {2: lambda op: None})\n"
        "open_database(Path(sys.argv[1]), schema, at=datetime.now(UTC)).database.close()\n"
        "print('alembic' in sys.modules)"
    )
    for version, loaded in ((1, "False"), (2, "True")):
        arguments = [sys.executable, "-c", code, str(path), str(version)]
        run = subprocess.run(arguments, capture_output=True, text=True, check=True)
        assert run.stdout.strip() == loaded
