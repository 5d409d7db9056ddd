"""A database file is looked at before it is opened: nothing is changed that is not ours, sound and free."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from types import ModuleType

import pytest
from sqlalchemy import text
from sqlcipher3 import dbapi2

from kursapp.domain.problem import KursappError, Problem, refusal
from kursapp.files import folder as folder_module
from kursapp.storage import inspection
from kursapp.storage.backup import FOLDER
from kursapp.storage.connection import connect_plainly
from kursapp.storage.inspection import look
from kursapp.storage.opening import create_database, open_database

Sealed = Callable[[Path], AbstractContextManager[None]]


@pytest.fixture
def path(tmp_path: Path, small: ModuleType, now: datetime) -> Path:
    """Make a version 1 file with two parents and three children."""
    fill(tmp_path / "a.db", small, now)
    return tmp_path / "a.db"


def fill(path: Path, small: ModuleType, now: datetime) -> None:
    """Make a version 1 file and close it."""
    database = open_database(path, small.VERSION_1, create=True, at=now).database
    with database.transaction():
        for statement in (
            "INSERT INTO parent VALUES (1, 'en'), (2, 'to')",
            "INSERT INTO child VALUES (10, 1, 'a'), (11, 1, 'b'), (20, 2, 'c')",
        ):
            database.run(text(statement))
    database.close()


def leave_log(path: Path, statement: str) -> None:
    """Commit something to the log and die, so that the log is left beside the file."""
    code = (
        "import os, sys; from pathlib import Path\n"
        "from kursapp.storage.connection import connect\n"
        "opened = connect(Path(sys.argv[1])); opened.execute(sys.argv[2]); os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", code, str(path), statement], check=True)
    assert path.with_name(path.name + "-wal").stat().st_size > 0


def cut_off(path: Path, *, log: bool) -> None:
    """Leave a file as a power cut does in the middle of a change without a log: half written, its journal beside it."""
    beside = path.with_name("cut.db")
    with contextlib.closing(connect_plainly(path)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE").fetchall()
        connection.execute("PRAGMA cache_size=1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("DELETE FROM child")
        connection.executemany("INSERT INTO parent VALUES (?, ?)", [(number, "x" * 3000) for number in range(5, 60)])
        for ending in ("", "-journal"):
            shutil.copyfile(path.with_name(path.name + ending), beside.with_name(beside.name + ending))
        connection.execute("ROLLBACK")
    for ending in ("", "-journal"):
        beside.with_name(beside.name + ending).replace(path.with_name(path.name + ending))
    if log:
        path.with_name(path.name + "-wal").touch()


def content(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def refused(path: Path, schema: object, now: datetime, **settings: object) -> Problem:
    """Open in vain and return why."""
    with pytest.raises(KursappError) as caught:
        open_database(path, schema, at=now, **settings)  # type: ignore[arg-type]
    return caught.value.problem


def test_a_missing_file_is_not_made_unasked(tmp_path: Path, small: ModuleType, now: datetime) -> None:
    """A profile that has gone missing is told; the folder stays empty."""
    assert refused(tmp_path / "a.db", small.VERSION_1, now).code == "profile-missing"
    assert content(tmp_path) == {}


def test_a_new_file_needs_no_alembic(tmp_path: Path) -> None:
    """Making and opening a profile loads neither Alembic nor the object-relational half of SQLAlchemy."""
    code = (
        "import sys; from pathlib import Path\n"
        "from kursapp.storage.participant.profile_file import open_profile\n"
        "open_profile(Path(sys.argv[1]), create=True).close(); open_profile(Path(sys.argv[1])).close()\n"
        "print([name for name in ('alembic', 'mako', 'sqlalchemy.orm', 'PySide6', 'markdown') if name in sys.modules])"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "profil.db")], capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "[]"


def test_an_import_can_happen_in_a_background_thread() -> None:
    """The window imports storage while it is already painting."""
    code = (
        "import threading, importlib\n"
        "thread = threading.Thread(target=importlib.import_module, args=['kursapp.storage.participant.profile_file'])\n"
        "thread.start(); thread.join()\n"
        "import sys; print('kursapp.storage.participant.profile_file' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (run.stdout.strip(), run.stderr) == ("True", "")


def test_a_log_without_its_file_is_never_read_into_a_new_one(path: Path, small: ModuleType, now: datetime) -> None:
    """It is kept under another name: the file may yet be found."""
    leave_log(path, "INSERT INTO parent VALUES (3, 'tre')")
    path.unlink()
    log = path.with_name("a.db-wal").read_bytes()
    database = open_database(path, small.VERSION_1, create=True, at=now).database
    assert database.row(text("SELECT count(*) FROM parent")) == (0,)
    database.close()
    assert log in content(path.parent).values()


def test_a_file_made_at_the_same_time_stays(path: Path, small: ModuleType) -> None:
    """Two programs started at once make one profile between them, and the later does not empty it."""
    before = path.read_bytes()
    create_database(path, small.VERSION_1)
    assert content(path.parent) == {"a.db": before}


def test_a_death_while_making_leaves_no_half_file(
    tmp_path: Path, small: ModuleType, now: datetime, deaths: Callable[[str], list[Path]]
) -> None:
    """Killed at each statement, the file is not there or whole, and the next start makes or opens it."""
    (tmp_path / "0").mkdir()
    there = set()
    for path in deaths("create"):
        there.add(path.exists())
        assert not path.exists() or look(path).sound
        database = open_database(path, small.VERSION_1, create=True, at=now).database
        assert database.row(text("SELECT count(*) FROM child")) == (0,)
        database.close()
    assert there == {True, False}


def test_a_newer_database_is_refused_unchanged(path: Path, small: ModuleType, now: datetime) -> None:
    """A file of a newer program keeps every byte; the error names both versions."""
    with contextlib.closing(dbapi2.connect(str(path))) as newer:
        newer.execute("PRAGMA user_version=9")
    before = content(path.parent)
    found = refused(path, small.VERSION_2, now)
    assert found.code == "database-newer"
    assert (found.value("file"), found.value("version"), found.value("known")) == ("a.db", "9", "2")
    assert content(path.parent) == before


def test_a_newer_database_with_a_log_is_refused_unchanged(path: Path, small: ModuleType, now: datetime) -> None:
    """The same when the newer program was killed: its log is read and left as it is."""
    leave_log(path, "PRAGMA user_version=9")
    before = content(path.parent)
    assert refused(path, small.VERSION_1, now).code == "database-newer"
    assert content(path.parent) == before


def test_another_programs_database_is_refused_unchanged(tmp_path: Path, small: ModuleType, now: datetime) -> None:
    """A sound database that is not ours is left alone, not set aside."""
    with contextlib.closing(dbapi2.connect(str(tmp_path / "a.db"))) as other:
        other.execute("CREATE TABLE recipe (name)")
    before = content(tmp_path)
    assert refused(tmp_path / "a.db", small.VERSION_1, now).code == "not-a-profile"
    assert content(tmp_path) == before


def damage_header(data: bytearray) -> None:
    data[:16] = b"SQLite forgot 3\0"


def damage_middle(data: bytearray) -> None:
    data[4096:4100] = b"\xff\xff\xff\xff"


def damage_end(data: bytearray) -> None:
    del data[len(data) // 2 :]


def damage_all(data: bytearray) -> None:
    data[:] = b""


def damage_zeros(data: bytearray) -> None:
    data[:] = bytes(len(data))


DAMAGES = [damage_header, damage_middle, damage_end, damage_all, damage_zeros]


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_a_damaged_file_is_set_aside_untouched(
    path: Path, small: ModuleType, now: datetime, damage: Callable[[bytearray], None]
) -> None:
    """It gets a dated name, keeps its bytes, and a new file can be made in its place."""
    data = bytearray(path.read_bytes())
    damage(data)
    path.write_bytes(data)
    found = refused(path, small.VERSION_1, now)
    assert found.code == "profile-damaged"
    assert found.value("kept") == "a-skadet-2026-03-09.db"
    assert found.value("backup") == ""
    assert content(path.parent) == {"a-skadet-2026-03-09.db": bytes(data)}
    assert refused(path, small.VERSION_1, now).code == "profile-missing"
    open_database(path, small.VERSION_1, create=True, at=now).database.close()
    assert content(path.parent)["a-skadet-2026-03-09.db"] == bytes(data)


def test_a_damaged_file_takes_its_log_along(path: Path, small: ModuleType, now: datetime) -> None:
    """What a killed program had in the log is kept beside the damaged file, under the name SQLite looks for."""
    leave_log(path, "INSERT INTO parent VALUES (3, 'tre')")
    data = bytearray(path.read_bytes())
    damage_header(data)
    path.write_bytes(data)
    log = path.with_name("a.db-wal").read_bytes()
    kept = refused(path, small.VERSION_1, now).value("kept")
    assert content(path.parent) == {kept: bytes(data), f"{kept}-wal": log}


def test_a_damaged_file_names_its_newest_backup(path: Path, small: ModuleType, now: datetime) -> None:
    """Where there is a backup the error says which."""
    from kursapp.storage.backup import back_up

    database = open_database(path, small.VERSION_1, at=now).database
    made = back_up(database.driver, path, None, now)
    database.close()
    path.write_bytes(b"")
    assert refused(path, small.VERSION_1, now).value("backup") == made.name
    assert made.parent.name == FOLDER


def test_a_damaged_newer_file_is_still_a_newer_one(path: Path, small: ModuleType, now: datetime) -> None:
    """What this program takes for damage may be something a newer one understands: it stays where it is."""
    with contextlib.closing(dbapi2.connect(str(path))) as newer:
        newer.execute("PRAGMA user_version=9")
    data = bytearray(path.read_bytes())
    damage_middle(data)
    path.write_bytes(data)
    assert refused(path, small.VERSION_1, now).code == "database-newer"
    assert content(path.parent) == {"a.db": bytes(data)}


def test_what_a_killed_program_committed_is_there(path: Path, small: ModuleType, now: datetime) -> None:
    """A log beside the file is read at the next start."""
    leave_log(path, "INSERT INTO parent VALUES (3, 'tre')")
    database = open_database(path, small.VERSION_1, at=now).database
    assert database.row(text("SELECT count(*) FROM parent")) == (3,)
    database.close()
    assert list(content(path.parent)) == ["a.db"]


@pytest.mark.parametrize("log", [False, True])
def test_a_change_that_was_cut_off_is_undone(path: Path, small: ModuleType, now: datetime, log: bool) -> None:
    """Looking changes nothing, and opening undoes the half change, also where the name of a log came back with it."""
    cut_off(path, log=log)
    before = content(path.parent)
    assert look(path).sound
    assert content(path.parent) == before
    database = open_database(path, small.VERSION_1, at=now).database
    assert [tuple(row) for row in database.rows(text("SELECT id FROM parent"))] == [(1,), (2,)]
    assert len(database.rows(text("SELECT id FROM child"))) == 3
    database.close()


def test_a_change_that_cannot_be_undone_in_a_copy_is_told(
    path: Path, small: ModuleType, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where there is no room for a copy, the file is not called damaged."""
    cut_off(path, log=True)
    before = content(path.parent)
    monkeypatch.setattr(tempfile, "tempdir", str(path.parent / "there is none"))
    assert refused(path, small.VERSION_1, now).code == "file-not-read"
    assert content(path.parent) == before


def test_a_log_is_read_on_a_full_disk(
    path: Path, small: ModuleType, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There is no room for its index beside it, so it is looked at elsewhere; where that is full too, that is told."""
    leave_log(path, "INSERT INTO parent VALUES (3, 'tre')")

    def no_room(path: Path, *_: object) -> None:
        raise refusal("disk-full", file=path.name, folder=path.parent)

    monkeypatch.setattr(inspection, "_look_in_place", no_room)
    with monkeypatch.context() as full:
        full.setattr(tempfile, "tempdir", str(path.parent / "there is none"))
        assert refused(path, small.VERSION_1, now).code == "disk-full"
    assert look(path).sound
    database = open_database(path, small.VERSION_1, at=now).database
    assert database.row(text("SELECT count(*) FROM parent")) == (3,)
    database.close()


def test_anothers_change_that_was_cut_off_is_left_as_it_is(path: Path, small: ModuleType, now: datetime) -> None:
    """A file of a newer program is refused unchanged, also where it needs mending."""
    with contextlib.closing(connect_plainly(path)) as connection:
        connection.execute("PRAGMA user_version=99")
    cut_off(path, log=True)
    before = content(path.parent)
    assert refused(path, small.VERSION_1, now).code == "database-newer"
    assert content(path.parent) == before


def test_a_version_that_no_program_writes_is_damage(path: Path, small: ModuleType, now: datetime) -> None:
    """The header's number has lost its sign; no migration is begun from there."""
    with contextlib.closing(dbapi2.connect(str(path))) as hurt:
        hurt.execute("PRAGMA user_version=-3")
    data = path.read_bytes()
    assert refused(path, small.VERSION_1, now).code == "profile-damaged"
    assert list(content(path.parent).values()) == [data]


def test_a_file_that_can_only_be_read_in_a_folder_of_ones_own_opens_for_reading(
    path: Path, small: ModuleType, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As one that was copied from a CD; the administrator may write in anything, so the system's answer is given."""
    real = os.access
    answer = lambda asked, mode: real(asked, mode) and (asked != path or mode != os.W_OK)  # noqa: E731
    monkeypatch.setattr(os, "access", answer)
    before = content(path.parent)
    database = open_database(path, small.VERSION_1, at=now).database
    assert database.read_only
    database.close()
    assert content(path.parent) == before


@pytest.mark.parametrize("log", [False, True])
def test_a_folder_that_can_only_be_read_opens_for_reading(
    path: Path, small: ModuleType, now: datetime, sealed: Sealed, log: bool
) -> None:
    """Everything can be read, also what a killed program left in the log; saving says why it cannot."""
    if log:
        leave_log(path, "INSERT INTO parent VALUES (3, 'tre')")
    before = content(path.parent)
    with sealed(path.parent):
        opened = open_database(path, small.VERSION_1, at=now)
        database = opened.database
        assert database.read_only
        assert not opened.changed
        assert database.row(text("SELECT count(*) FROM parent")) == (3 if log else 2,)
        with pytest.raises(KursappError) as caught:
            database.run(text("DELETE FROM parent"))
        assert caught.value.problem.code == "profile-read-only"
        with pytest.raises(dbapi2.OperationalError):
            database.driver.execute("DELETE FROM parent")
        database.close()
    assert content(path.parent) == before


def test_an_old_file_that_can_only_be_read_is_read(
    path: Path, small: ModuleType, now: datetime, sealed: Sealed
) -> None:
    """An older version is brought up to date in memory; the file keeps its bytes."""
    before = content(path.parent)
    with sealed(path.parent):
        database = open_database(path, small.VERSION_2, at=now).database
        assert database.row(text("SELECT title FROM parent WHERE id = 2")) == ("to",)
        database.close()
    assert content(path.parent) == before


@pytest.mark.parametrize("damage", [damage_header, damage_middle])
def test_a_damaged_file_that_can_only_be_read_stays_where_it_is(
    path: Path, small: ModuleType, now: datetime, sealed: Sealed, damage: Callable[[bytearray], None]
) -> None:
    """Nothing can be moved there, so the error says that it stands under its own name."""
    data = bytearray(path.read_bytes())
    damage(data)
    path.write_bytes(data)
    with sealed(path.parent):
        found = refused(path, small.VERSION_1, now)
    assert (found.code, found.value("kept")) == ("profile-damaged", "a.db")
    assert content(path.parent) == {"a.db": bytes(data)}


def test_nothing_can_be_made_in_a_folder_that_can_only_be_read(
    tmp_path: Path, small: ModuleType, now: datetime, sealed: Sealed
) -> None:
    """A new profile there is refused with the folder's name."""
    with sealed(tmp_path):
        found = refused(tmp_path / "a.db", small.VERSION_1, now, create=True)
    assert (found.code, found.value("folder")) == ("folder-unwritable", str(tmp_path))


def test_a_network_drive_is_refused(
    path: Path, small: ModuleType, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Locks do not hold there, so not even reading is tried."""
    monkeypatch.setattr(folder_module, "on_network", lambda _: True)
    assert refused(path, small.VERSION_1, now).code == "network-folder"


def test_the_wrong_key_is_told_and_nothing_set_aside(tmp_path: Path, small: ModuleType, now: datetime) -> None:
    """A mistyped passphrase must never look like damage."""
    key = bytes(range(32))
    open_database(tmp_path / "a.db", small.VERSION_1, create=True, key=key, at=now).database.close()
    before = content(tmp_path)
    assert refused(tmp_path / "a.db", small.VERSION_1, now, key=bytes(32)).code == "profile-wrong-key"
    assert content(tmp_path) == before
    database = open_database(tmp_path / "a.db", small.VERSION_1, key=key, at=now).database
    assert database.row(text("SELECT count(*) FROM parent")) == (0,)
    database.close()


def test_no_room_for_a_new_file(tmp_path: Path, small: ModuleType, now: datetime) -> None:
    """A profile that cannot be made leaves nothing behind."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, hard))
    try:
        found = refused(tmp_path / "a.db", small.VERSION_1, now, create=True)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert found.code in ("disk-full", "database-io-failed")
    assert content(tmp_path) == {}


def test_a_folder_of_strangers_is_left_alone(path: Path, small: ModuleType, now: datetime) -> None:
    """Opening removes only our own old temporary files."""
    (path.parent / "notat.txt").write_text("mitt")
    old = path.parent / ".a.db.1234.kursapp-tmp-journal"
    old.write_text("")
    os.utime(old, (0, 0))
    open_database(path, small.VERSION_1, at=now).database.close()
    assert sorted(content(path.parent)) == ["a.db", "notat.txt"]
