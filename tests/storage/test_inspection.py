"""A database is told to be damaged only where its own bytes are wrong: a disk that fails is another matter."""

from __future__ import annotations

import contextlib
import errno
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from kursapp.domain.problem import KursappError
from kursapp.storage import inspection
from kursapp.storage.backup import FOLDER, backups
from kursapp.storage.connection import connect_plainly
from kursapp.storage.inspection import Look, look
from kursapp.storage.opening import create_database, open_database
from tests.storage.small_schema import VERSION_1

AT = datetime(2026, 3, 9, 12, tzinfo=UTC)
KEY = bytes(range(32))


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Return a database that nothing is wrong with."""
    create_database(tmp_path / "a.db", VERSION_1)
    return tmp_path / "a.db"


def failing_disk(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """Let reading a file fail as a disk does that is going."""
    real = Path.open

    def fail(self: Path, *how: object, **more: object) -> object:
        if self == path:
            raise OSError(errno.EIO, "Input/output error")
        return real(self, *how, **more)  # type: ignore[arg-type, call-overload]

    monkeypatch.setattr(Path, "open", fail)


def test_a_disk_that_failed_once_is_no_damage(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine says no of a page it was not given; looked at again, the file is sound and stays where it is."""
    real, looked = inspection._look, []

    def fail_first(connection: dbapi2.Connection, path: Path, *more: Any) -> Look:
        looked.append(path)
        return Look() if len(looked) == 1 else real(connection, path, *more)

    monkeypatch.setattr(inspection, "_look", fail_first)
    open_database(database, VERSION_1, at=AT).database.close()
    assert len(looked) == 2
    assert [path.name for path in database.parent.iterdir()] == [database.name]


def test_a_disk_that_goes_on_failing_is_told_as_that(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is set aside: the disk may be well again at the next try."""
    monkeypatch.setattr(inspection, "_look", lambda *_: Look())
    failing_disk(monkeypatch, database)
    with pytest.raises(KursappError) as told:
        open_database(database, VERSION_1, at=AT)
    assert told.value.problem.code == "database-io-failed"
    assert [path.name for path in database.parent.iterdir()] == [database.name]


def test_a_wrong_key_is_still_told_as_that(tmp_path: Path) -> None:
    """Looked at twice, it is as wrong."""
    create_database(tmp_path / "a.db", VERSION_1, KEY)
    with pytest.raises(KursappError) as told:
        look(tmp_path / "a.db", bytes(32))
    assert told.value.problem.code == "profile-wrong-key"


def test_a_file_that_cannot_be_opened_is_a_sentence(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine's own error for it is nobody's to read."""

    def refuse(*_: object, **__: object) -> dbapi2.Connection:
        error = dbapi2.OperationalError("unable to open database file")
        error.sqlite_errorcode = 14
        raise error

    monkeypatch.setattr(inspection, "connect_to_look", refuse)
    with pytest.raises(KursappError) as told:
        look(database)
    assert told.value.problem.code == "database-io-failed"


def test_backups_that_cannot_be_listed_are_a_sentence(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder on a disk that fails is named."""
    (database.parent / FOLDER).mkdir()

    def fail(*_: object) -> object:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Path, "glob", fail)
    with pytest.raises(KursappError) as told:
        backups(database)
    assert told.value.problem.code == "file-not-read"


def test_a_log_without_its_file_is_not_read_into_a_new_one(tmp_path: Path) -> None:
    """Killed between setting a file and its log aside, she begins anew: an empty file, and the old log is kept."""
    path, old = tmp_path / "a.db", tmp_path / "gammel.db"
    create_database(old, VERSION_1)
    database = open_database(old, VERSION_1, at=AT).database
    with database.transaction():
        database.driver.execute("INSERT INTO parent VALUES (7, 'sju')")
    log = old.with_name("gammel.db-wal").read_bytes()
    database.close()
    path.with_name("a.db-wal").write_bytes(log)
    with contextlib.closing(open_database(path, VERSION_1, create=True, at=AT).database) as made:
        assert made.driver.execute("SELECT count(*) FROM parent").fetchone() == (0,)
    assert [kept.read_bytes() for kept in tmp_path.glob("a-skadet-*.db-wal")] == [log]


@pytest.mark.parametrize("missing", [1, 512, 4095])
def test_a_file_that_ends_within_a_page_is_damaged(database: Path, missing: int) -> None:
    """The engine calls it an error of the disk; but all there is was read, and it will not get better."""
    with contextlib.closing(connect_plainly(database)) as connection:
        connection.executemany("INSERT INTO parent VALUES (?, ?)", [(number, "x" * 9000) for number in range(9)])
    database.write_bytes(database.read_bytes()[:-missing])
    assert not look(database).sound
    with pytest.raises(KursappError) as told:
        open_database(database, VERSION_1, at=AT)
    assert told.value.problem.code == "profile-damaged"
