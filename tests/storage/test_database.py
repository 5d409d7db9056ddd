"""Transactions are whole and durable or never were, whatever happens in the middle."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from types import ModuleType

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, OperationalError

from kursapp.domain.problem import KursappError
from kursapp.storage import failure
from kursapp.storage.database import Database
from kursapp.storage.opening import open_database

PARENT = text("INSERT INTO parent (id, name) VALUES (:id, :name)")
COUNT = text("SELECT count(*) FROM parent")


@pytest.fixture
def database(tmp_path: Path, small: ModuleType, now: datetime) -> Iterator[Database]:
    """Open a new small database."""
    opened = open_database(tmp_path / "a.db", small.VERSION_1, create=True, at=now).database
    yield opened
    opened.close()


def names(database: Database) -> list[str]:
    """Return what the table holds."""
    return [row.name for row in database.rows(text("SELECT name FROM parent ORDER BY id"))]


def test_several_writes_become_one(database: Database) -> None:
    """What is written inside is there when the block has ended."""
    with database.transaction():
        database.run(PARENT, {"id": 1, "name": "en"})
        assert database.in_transaction
        with database.transaction():
            database.run(PARENT, {"id": 2, "name": "to"})
    assert names(database) == ["en", "to"]
    assert not database.in_transaction
    assert not database.driver.in_transaction


def test_an_error_undoes_all_of_it(database: Database) -> None:
    """Whatever the error, nothing of the block remains, and the next transaction works."""
    database.run(PARENT, {"id": 1, "name": "en"})

    def fail() -> None:
        with database.transaction():
            database.run(PARENT, {"id": 2, "name": "to"})
            database.run(PARENT, {"id": 1, "name": "igjen"})

    with pytest.raises(IntegrityError):
        fail()
    assert names(database) == ["en"]
    database.run(PARENT, [{"id": 3, "name": "tre"}, {"id": 4, "name": "fire"}])
    assert names(database) == ["en", "tre", "fire"]


@pytest.mark.skipif(sys.platform == "win32", reason="there an open file keeps its name")
@pytest.mark.parametrize("another", [False, True])
def test_nothing_is_written_to_a_file_that_has_lost_its_name(database: Database, another: bool) -> None:
    """It would be gone with the last who has it open; what is there instead, under its name, is not touched either."""
    database.run(PARENT, {"id": 1, "name": "en"})
    moved = database.path.with_name("flyttet.db")
    database.path.rename(moved)
    if another:
        database.path.write_bytes(b"en annens")
    with pytest.raises(KursappError) as caught:
        database.run(PARENT, {"id": 2, "name": "to"})
    assert caught.value.problem.code == "database-gone"
    assert caught.value.problem.value("folder") == str(database.path.parent)
    assert not database.in_transaction
    assert not another or database.path.read_bytes() == b"en annens"
    moved.replace(database.path)
    database.run(PARENT, {"id": 2, "name": "to"})
    assert names(database) == ["en", "to"]


def test_an_error_does_not_repeat_what_was_written(database: Database) -> None:
    """Errors end in logs, and what people write must not."""
    with pytest.raises(IntegrityError) as failed:
        database.run(PARENT, [{"id": 1, "name": "dypt hemmelig"}, {"id": 1, "name": "dypt hemmelig"}])
    assert "dypt hemmelig" not in str(failed.value)


def test_several_values_are_all_or_none(database: Database) -> None:
    """A bulk write that fails at its last row leaves none of them."""
    with pytest.raises(IntegrityError):
        database.run(PARENT, [{"id": 1, "name": "en"}, {"id": 2, "name": "to"}, {"id": 1, "name": "en"}])
    assert names(database) == []


def test_other_threads_are_refused(database: Database) -> None:
    """A file belongs to the thread that opened it, for reading, writing and closing."""
    refused = []

    def intrude() -> None:
        for call in (lambda: database.rows(COUNT), lambda: database.run(PARENT, {"id": 1, "name": ""}), database.close):
            try:
                call()
            except RuntimeError as error:
                refused.append(str(error))

    thread = threading.Thread(target=intrude)
    thread.start()
    thread.join()
    assert refused == ["a.db belongs to the thread that opened it"] * 3
    assert names(database) == []


def test_closing_twice_is_nothing(database: Database) -> None:
    """The second close does no harm."""
    database.close()
    database.close()


def test_a_wrong_statement_is_no_fault_of_the_file(database: Database) -> None:
    """Programming errors are not dressed up as something a person could act on."""
    with pytest.raises(OperationalError):
        database.rows(text("SELECT * FROM nowhere"))


@pytest.mark.parametrize("limit", ["pages", "file size"])
def test_a_full_disk_loses_nothing(database: Database, monkeypatch: pytest.MonkeyPatch, limit: str) -> None:
    """Where there is no room the write is refused, the old rows stand, and it goes on when there is room again."""
    import resource

    database.run(PARENT, {"id": 1, "name": "en"})
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    if limit == "pages":
        database.driver.execute("PRAGMA max_page_count=10").fetchone()
    else:
        # The kernel answers "file too large" here and not "no space": SQLite calls that an error of the disk, so
        # the room that is left decides.
        monkeypatch.setattr(failure, "SCARCE", 1 << 60)
        resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, hard))
    try:
        with pytest.raises(KursappError) as caught:
            database.run(PARENT, {"id": 2, "name": "x" * 200_000})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        database.driver.execute("PRAGMA max_page_count=100000").fetchone()
    assert caught.value.problem.code == "disk-full"
    assert names(database) == ["en"]
    database.run(PARENT, {"id": 2, "name": "to"})
    assert names(database) == ["en", "to"]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk of one megabyte."""
    mount = shutil.which("mount")
    if mount is None or os.geteuid() != 0:
        pytest.skip("only root can mount a disk")
    folder = tmp_path / "disk"
    folder.mkdir()
    if subprocess.run([mount, "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)], capture_output=True).returncode:
        pytest.skip("mounting is not allowed here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_disk_that_fills_up_loses_nothing(small_disk: Path, small: ModuleType, now: datetime) -> None:
    """On a real full disk a write is refused; every promised row can be read, and no other, also when there is room."""
    path = small_disk / "a.db"
    database = open_database(path, small.VERSION_1, create=True, at=now).database
    promised = []

    def fill() -> None:
        for number in range(1, 1000):
            database.run(PARENT, {"id": number, "name": "x" * 5000})
            promised.append(number)

    with pytest.raises(KursappError) as caught:
        fill()
    kept = len(promised)
    assert caught.value.problem.code == "disk-full"
    assert caught.value.problem.value("folder") == str(small_disk)
    assert kept > 10
    assert database.row(COUNT) == (kept,)
    with contextlib.suppress(KursappError):
        database.run(PARENT, {"id": 2000, "name": "y" * 5000})
    database.close()
    full = open_database(path, small.VERSION_1, at=now).database
    assert full.row(COUNT) == (kept,)
    full.close()
    subprocess.run(["mount", "-o", "remount,size=3m", str(small_disk)], check=True)
    again = open_database(path, small.VERSION_1, at=now).database
    assert again.row(COUNT) == (kept,)
    again.close()


def test_a_failed_transaction_takes_no_more_writes(database: Database) -> None:
    """After SQLite has undone a transaction by itself, code that goes on cannot write half of it."""

    def go_on() -> None:
        with database.transaction():
            database.run(PARENT, {"id": 1, "name": "en"})
            database.driver.execute("ROLLBACK")
            database.run(PARENT, {"id": 2, "name": "to"})

    with pytest.raises(RuntimeError):
        go_on()
    assert names(database) == []


def test_damage_met_while_working_is_told(database: Database, tmp_path: Path) -> None:
    """A file that is damaged under the program's feet is named; the program does not fall over."""
    for number in range(1, 200):
        database.run(PARENT, {"id": number, "name": "x" * 3000})
    database.driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    database.driver.execute("PRAGMA cache_size=1").fetchall()
    # Written through a descriptor that stays open: closing one would drop the program's own lock.
    descriptor = os.open(tmp_path / "a.db", os.O_RDWR)
    os.pwrite(descriptor, b"\xff" * (os.fstat(descriptor).st_size - 16384), 16384)
    with pytest.raises(KursappError) as caught:
        database.rows(text("SELECT name FROM parent"))
    os.close(descriptor)
    assert caught.value.problem.code == "profile-damage-met"


_ENDLESS = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from kursapp.domain.record import Draft, Enrolment
from kursapp.storage.participant.profile_file import open_profile
profile, number = open_profile(Path(sys.argv[1]), create=True), 0
while True:
    number += 1
    at = datetime.fromtimestamp(number, UTC)
    with profile.transaction():
        profile.drafts.save(Draft("kurs", "notat", str(number), at))
        profile.enrolments.save(Enrolment("kurs", str(number), "", "", at, at))
    print(number, flush=True)
"""


def test_a_killed_program_keeps_its_promises(tmp_path: Path) -> None:
    """Killed anywhere, the profile opens, holds the last promise or a later one, and no transaction is half there."""
    from kursapp.storage.participant.profile_file import open_profile

    path = tmp_path / "profil.db"
    for lines in (1, 3, 20):
        writer = subprocess.Popen([sys.executable, "-c", _ENDLESS, str(path)], stdout=subprocess.PIPE, text=True)
        assert writer.stdout is not None
        promised = [writer.stdout.readline() for _ in range(lines)][-1]
        writer.kill()
        promised = (writer.stdout.read().split() or [promised])[-1]
        writer.wait()
        writer.stdout.close()
        with contextlib.closing(open_profile(path)) as profile:
            draft = profile.drafts.of_course("kurs")["notat"]
            enrolment = profile.enrolments.get("kurs")
        assert enrolment is not None
        assert enrolment.version == draft
        assert int(draft) >= int(promised)


def test_a_death_at_any_statement_leaves_all_or_nothing(
    tmp_path: Path, small: ModuleType, now: datetime, deaths: Callable[[str], list[Path]]
) -> None:
    """A transaction of two rows, killed at each of its statements, leaves both rows or none."""
    (tmp_path / "0").mkdir()
    open_database(tmp_path / "0" / "a.db", small.VERSION_1, create=True, at=now).database.close()
    left = []
    for path in deaths("write"):
        database = open_database(path, small.VERSION_1, at=now).database
        parents, children = database.row(COUNT), database.row(text("SELECT count(*) FROM child"))
        assert parents == children
        left.append(parents)
        database.close()
    assert left[0] == (0,)
    assert left[-1] == (1,)
