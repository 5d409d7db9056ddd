"""There is one way to connect, and it is the one written down."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from kursapp.domain.record import Draft
from kursapp.storage.connection import SETTINGS, connect, connect_plainly
from kursapp.storage.participant.profile_file import SCHEMA, open_profile

READ_BACK = {
    "locking_mode": "exclusive",
    "journal_mode": "wal",
    "synchronous": 2,
    "fullfsync": 1,
    "checkpoint_fullfsync": 1,
    "foreign_keys": 1,
    "secure_delete": 1,
    "temp_store": 2,
    "trusted_schema": 0,
    "application_id": 0x4B555250,
    "user_version": 6,
}


def test_every_setting_is_as_written(tmp_path: Path) -> None:
    """Each value is read back from a profile that is open, and we begin our own transactions."""
    with contextlib.closing(open_profile(tmp_path / "profil.db", create=True)) as profile:
        driver = profile._database.driver
        found = {name: driver.execute(f"PRAGMA {name}").fetchone()[0] for name in READ_BACK}
        assert found == READ_BACK
        assert set(SETTINGS) <= set(READ_BACK)
        assert driver.isolation_level is None
        assert not driver.in_transaction
    assert SCHEMA.version == READ_BACK["user_version"]


def test_the_lock_comes_before_the_log() -> None:
    """The other way round SQLite shares memory between processes and lets a second writer in."""
    names = list(SETTINGS)
    assert names.index("locking_mode") < names.index("journal_mode")


def test_no_memory_is_shared_with_other_processes(tmp_path: Path) -> None:
    """An open profile has a log beside it and no index of the log in shared memory."""
    with contextlib.closing(open_profile(tmp_path / "profil.db", create=True)):
        assert sorted(path.name for path in tmp_path.iterdir()) == ["profil.db", "profil.db-wal"]
    assert [path.name for path in tmp_path.iterdir()] == ["profil.db"]


def test_a_second_process_meets_a_locked_file(tmp_path: Path) -> None:
    """While one program has the profile open, another is told so, reader or writer, and changes nothing."""
    path = tmp_path / "profil.db"
    code = (
        "import sys; from pathlib import Path\n"
        "from kursapp.domain.problem import KursappError\n"
        "from kursapp.storage.participant.profile_file import open_profile\n"
        "try: open_profile(Path(sys.argv[1]), create=True)\n"
        "except KursappError as error: print(error.problem.code)\n"
    )
    with contextlib.closing(open_profile(path, create=True)) as profile:
        profile.drafts.save(Draft("kurs", "notat", "mitt", datetime.now(UTC)))
        run = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
        assert run.stdout.strip() == "profile-open-elsewhere"
        profile.drafts.save(Draft("kurs", "notat 2", "mitt", datetime.now(UTC)))
        assert profile.drafts.of_course("kurs") == {"notat": "mitt", "notat 2": "mitt"}
    run = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    assert run.stdout == ""


def test_a_second_connection_in_the_same_process_is_locked_out(tmp_path: Path) -> None:
    """There are never two writers, not even in one program."""
    with contextlib.closing(open_profile(tmp_path / "profil.db", create=True)):
        with pytest.raises(dbapi2.OperationalError) as caught:
            connect(tmp_path / "profil.db")
        assert caught.value.sqlite_errorname == "SQLITE_BUSY"


def test_connecting_never_makes_a_file(tmp_path: Path) -> None:
    """A profile that has gone missing is not replaced by an empty one."""
    with pytest.raises(dbapi2.OperationalError):
        connect(tmp_path / "profil.db")
    assert list(tmp_path.iterdir()) == []


def test_a_key_closes_the_file_to_everyone_without_it(tmp_path: Path) -> None:
    """With a key the bytes say nothing, and neither no key nor another one opens the file."""
    key, path = bytes(range(32)), tmp_path / "a.db"
    with contextlib.closing(connect_plainly(path, key)) as made:
        made.execute("CREATE TABLE note (words TEXT)")
        made.execute("INSERT INTO note VALUES ('hemmelig')")
    assert b"hemmelig" not in path.read_bytes()
    assert not path.read_bytes().startswith(b"SQLite format 3")
    with contextlib.closing(connect(path, key)) as opened:
        assert opened.execute("SELECT words FROM note").fetchall() == [("hemmelig",)]
        assert opened.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    for other in (None, bytes(32)):
        with pytest.raises(dbapi2.DatabaseError) as caught:
            connect(path, other)
        assert caught.value.sqlite_errorname == "SQLITE_NOTADB"


def test_a_new_file_is_private(tmp_path: Path) -> None:
    """Nobody else on the machine can read a profile, its log or its backups."""
    with contextlib.closing(open_profile(tmp_path / "profil.db", create=True)):
        for path in tmp_path.iterdir():
            assert path.stat().st_mode & 0o077 == 0, path


def test_a_wrong_key_says_nothing_on_the_terminal(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The error says it; the engine's own words on the terminal would tell of a person's file besides."""
    path = tmp_path / "a.db"
    connection = connect_plainly(path, b"k" * 32)
    connection.execute("CREATE TABLE one (two)")
    connection.close()
    with pytest.raises(dbapi2.DatabaseError):
        connect(path, b"x" * 32)
    assert capfd.readouterr().err == ""
