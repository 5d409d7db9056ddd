"""What was removed is gone: from free pages, the log, backups, and whatever an old copy brings back."""

from __future__ import annotations

import contextlib
import shutil
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from kursapp.domain.collected import CohortRecord, Delivery, Person
from kursapp.domain.problem import KursappError
from kursapp.storage.backup import backups
from kursapp.storage.collection.collection import Collection, open_collection
from kursapp.storage.collection.tombstones import add_tombstones, read_tombstones
from kursapp.storage.connection import connect_to_look
from kursapp.storage.database import Database
from tests.postgres import Cluster
from tests.storage.collection.places import AT, COHORT, FORM, KEY, OTHER, Opener

SEALED = b"forseglet " * 3000


def people() -> Iterator[Person]:
    """Return some who answered."""
    yield from (Person([("a", str(number))], (), [("fritt", b"ord")]) for number in range(5))


def fill(collection: Collection) -> None:
    """Have files of one round."""
    collection.deliveries.add(
        COHORT, FORM, [Delivery(bytes([number]) * 16, b"", b"b" * 32, SEALED) for number in range(40)]
    )


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Collection]:
    """Open a collection in a file, with files of one round."""
    made = open_collection(tmp_path / "samling.db", KEY, at=AT)
    made.cohorts.save(CohortRecord(COHORT, b"kullfil", 24))
    fill(made)
    yield made
    made.close()


def kept_in(path: Path, query: str) -> list[tuple[object, ...]]:
    """Ask a file that nobody has open."""
    with contextlib.closing(connect_to_look(path, KEY, unused=True)) as connection:
        return list(connection.execute(query).fetchall())


def test_nothing_is_left_in_free_pages_or_the_log(file: Collection, tmp_path: Path) -> None:
    """After a closing the file holds what is in its tables and no more."""
    large = (tmp_path / "samling.db").stat().st_size + (tmp_path / "samling.db-wal").stat().st_size
    file.rounds.close(COHORT, FORM, people())
    file.tidy(AT)
    (free,) = file._database.rows(text("PRAGMA freelist_count"))
    assert free[0] == 0
    assert (tmp_path / "samling.db").stat().st_size < large / 5
    (temporary,) = file._database.rows(text("PRAGMA temp_store"))
    assert temporary[0] == 2
    file.close()
    assert not (tmp_path / "samling.db-wal").exists()


def test_earlier_backups_go_and_a_new_one_has_no_files(file: Collection, tmp_path: Path) -> None:
    """A closing that could be undone from a backup would be none."""
    path = tmp_path / "samling.db"
    file._changed = True
    earlier = file.back_up(AT - timedelta(days=1))
    assert earlier is not None
    assert kept_in(earlier, "SELECT count(*) FROM delivery") == [(40,)]
    file.rounds.close(COHORT, FORM, people())
    file.tidy(AT)
    (left,) = backups(path)
    assert left.path != earlier
    assert kept_in(left.path, "SELECT count(*) FROM delivery") == [(0,)]
    assert kept_in(left.path, "SELECT batch, persons FROM closing") == [(1, 5)]


def test_there_is_a_backup_however_often_it_is_tidied(file: Collection, tmp_path: Path) -> None:
    """Several times in one second, or with a clock that was put back: the newest state always has its backup."""
    for at in (AT, AT, AT, AT, AT - timedelta(minutes=5), AT - timedelta(days=2)):
        file.tidy(at)
        (left,) = backups(tmp_path / "samling.db")
        assert kept_in(left.path, "SELECT count(*) FROM delivery") == [(40,)]


def test_earlier_backups_go_even_where_there_is_no_room_for_a_new_one(
    file: Collection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The promise to the participants comes first; what is still to do is done at the next start."""
    file._changed = True
    file.back_up(AT - timedelta(days=1))
    file.rounds.close(COHORT, FORM, people())
    full = _FullDisk()
    monkeypatch.setattr("kursapp.storage.collection.tidying.back_up", full.back_up)
    with pytest.raises(KursappError) as refused:
        file.tidy(AT)
    assert refused.value.problem.code == "disk-full"
    assert backups(tmp_path / "samling.db") == ()
    monkeypatch.undo()
    file.close()
    again = open_collection(tmp_path / "samling.db", KEY, at=AT)
    assert len(backups(tmp_path / "samling.db")) == 1
    assert again._database.rows(text("SELECT * FROM untidy")) == []
    again.close()


class _FullDisk:
    def back_up(self, *_arguments: object) -> None:
        from kursapp.domain.problem import refusal

        raise refusal("disk-full", file="samling.db")


def test_what_was_not_tidied_is_tidied_at_the_next_start(opener: Opener) -> None:
    """The program may end between closing a round and tidying up after it."""
    collection = opener()
    collection.cohorts.save(CohortRecord(COHORT, b"kullfil", 24))
    fill(collection)
    collection.rounds.close(COHORT, FORM, people())
    assert len(collection._database.rows(text("SELECT * FROM untidy"))) == 1
    collection.close()
    again = opener()
    assert again._database.rows(text("SELECT * FROM untidy")) == []
    assert again.tallies.counts(COHORT, FORM) == again.tallies.recount(COHORT, FORM) != ()


@pytest.mark.parametrize("place", ["postgresql"], indirect=True)
def test_a_servers_tables_are_written_anew(collection: Collection, place: str, postgres: Cluster) -> None:
    """The server's own files no longer hold what was removed."""
    fill(collection)
    with postgres.session(place) as session:
        size = "SELECT pg_table_size('kursapp.delivery')"
        before = session.execute(size).fetchone()
        collection.rounds.close(COHORT, FORM, people())
        collection.tidy(AT)
        after = session.execute(size).fetchone()
    assert before is not None
    assert before[0] > 40 * 1000
    assert after is not None
    assert after[0] <= 8192


@pytest.mark.parametrize("place", ["postgresql"], indirect=True)
def test_a_server_in_use_is_tidied_the_next_time(
    collection: Collection, opener: Opener, place: str, postgres: Cluster
) -> None:
    """Somebody else reads the table; nobody waits for long, and nothing is forgotten."""
    fill(collection)
    collection.rounds.close(COHORT, FORM, people())
    collection._database.run(text("SET lock_timeout = '100ms'"))
    with postgres.session(place) as session:
        session.execute("BEGIN")
        session.execute("SELECT count(*) FROM kursapp.delivery")
        collection.tidy(AT)
        assert len(collection._database.rows(text("SELECT * FROM untidy"))) == 1
        session.execute("COMMIT")
    collection.close()
    assert opener()._database.rows(text("SELECT * FROM untidy")) == []


@pytest.mark.skipif(sys.platform != "linux", reason="reads what the process has open from /proc")
def test_the_copy_vacuum_makes_on_its_way_is_under_the_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It lies in a temporary file, since it may be larger than the memory, and nobody can read it there."""
    monkeypatch.setenv("SQLITE_TMPDIR", str(tmp_path))
    collection = open_collection(tmp_path / "samling.db", KEY, at=AT)
    words = "Dette skal ingen andre lese. " * 40
    collection.cohorts.save(CohortRecord(COHORT, words.encode(), 24))
    for form in range(60):
        texts = [("fritt", f"{words} {number}".encode()) for number in range(40)]
        collection.rounds.close(COHORT, f"{FORM}-{form}", [Person([], (), texts)])
    found: list[bytes] = []

    def look() -> int:
        for descriptor in Path("/proc/self/fd").iterdir():
            with contextlib.suppress(OSError):
                if "etilqs" in str(descriptor.readlink()):
                    found.append(descriptor.read_bytes())
        return 0

    database = collection._database
    assert isinstance(database, Database)
    database.driver.set_progress_handler(look, 2000)
    collection.tidy(AT)
    database.driver.set_progress_handler(None, 0)
    assert max(map(len, found), default=0) > 100_000
    assert not any(b"ingen andre" in each for each in found)
    collection.close()


def test_making_the_report_takes_the_originals_from_backups(file: Collection, tmp_path: Path) -> None:
    """A redacted comment's own words are in no backup either."""
    file.rounds.close(COHORT, FORM, people())
    file.tidy(AT)
    for comment in file.comments.of_round(COHORT, FORM):
        file.comments.redact(comment.id, b"[...]")
    file.comments.forget_originals(COHORT, FORM)
    file.tidy(AT + timedelta(hours=1))
    (left,) = backups(tmp_path / "samling.db")
    assert kept_in(left.path, "SELECT DISTINCT text FROM comment") == [(b"[...]",)]


def test_a_deleted_cohort_is_in_no_backup(file: Collection, tmp_path: Path) -> None:
    """Nor in the file, of which another cohort keeps what it has."""
    file.cohorts.save(CohortRecord(OTHER, b"annet", 12))
    file._changed = True
    file.back_up(AT - timedelta(days=1))
    file.delete_cohort(COHORT, AT)
    (left,) = backups(tmp_path / "samling.db")
    for query, expected in (
        ("SELECT id FROM cohort", [(OTHER,)]),
        ("SELECT count(*) FROM delivery", [(0,)]),
        ("SELECT cohort_id FROM deleted", [(COHORT,)]),
    ):
        assert kept_in(left.path, query) == expected
    file.close()
    assert kept_in(tmp_path / "samling.db", "SELECT id FROM cohort") == [(OTHER,)]


def test_an_old_copy_of_the_file_does_not_bring_a_cohort_back(file: Collection, tmp_path: Path) -> None:
    """Somebody copied the file by hand before the cohort was deleted, and puts it back."""
    path = tmp_path / "samling.db"
    file.close()
    shutil.copy(path, tmp_path / "kopi.db")
    file = open_collection(path, KEY, at=AT)
    file.delete_cohort(COHORT, AT)
    file.close()
    shutil.copy(tmp_path / "kopi.db", path)
    again = open_collection(path, KEY, at=AT)
    assert again.cohorts.all() == ()
    assert again.cohorts.is_deleted(COHORT)
    assert again.deliveries.count(COHORT, FORM) == 0
    again.close()


def test_a_restored_server_does_not_bring_a_cohort_back(
    collection: Collection, opener: Opener, place: Path | str, postgres: Cluster
) -> None:
    """Whoever runs it has taken back yesterday's copy; the list beside the coordinator's own things remembers."""
    collection.delete_cohort(COHORT, AT)
    collection._database.run(text("DELETE FROM deleted"))
    collection.cohorts.save(CohortRecord(COHORT, b"kullfil", 24))
    collection.close()
    again = opener()
    assert again.cohorts.all() == ()
    assert again.cohorts.is_deleted(COHORT)


def test_a_cohort_deleted_by_another_is_remembered_here_too(opener: Opener, tmp_path: Path) -> None:
    """The list takes over what the collection says."""
    collection = opener()
    collection.cohorts.save(CohortRecord(COHORT, b"kullfil", 24))
    collection.cohorts.delete(COHORT)
    collection.close()
    assert read_tombstones(tmp_path / "slettet") == frozenset()
    opener()
    assert read_tombstones(tmp_path / "slettet") == {COHORT}


def test_a_list_that_cannot_be_read_keeps_nobody_out(tmp_path: Path) -> None:
    """Lines that are no ids are passed over, and a missing list is an empty one."""
    path = tmp_path / "finnes" / "ikke" / "slettet"
    assert read_tombstones(path) == frozenset()
    add_tombstones(path, [COHORT, OTHER])
    add_tombstones(path, [COHORT])
    path.write_bytes(path.read_bytes() + b"\xff\xfe noe annet\n")
    assert read_tombstones(path) == {COHORT, OTHER}


def test_backups_are_made_when_something_has_changed(tmp_path: Path) -> None:
    """Once after opening, and not where the newest backup is of this very file."""
    path = tmp_path / "samling.db"
    made = open_collection(path, KEY, at=AT)
    assert made.path == path
    assert not made.shared
    assert made.back_up(AT) is not None
    assert made.back_up(AT) is None
    made.close()
    again = open_collection(path, KEY, at=AT)
    assert again.back_up(AT) is None
    again.cohorts.save(CohortRecord(COHORT, b"kullfil", 24))
    again.close()
    changed = open_collection(path, KEY, at=AT)
    assert changed.back_up(AT + timedelta(days=1)) is not None
    changed.close()


def test_a_servers_backups_are_its_owners(collection: Collection, place: Path | str) -> None:
    """Nothing is copied from there."""
    if isinstance(place, str):
        assert collection.shared
        assert collection.path is None
        assert collection.back_up(AT) is None
