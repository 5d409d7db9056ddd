"""Backups are whole, checked, and neither too many nor too few."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text
from sqlcipher3 import dbapi2

from kursapp.domain.backup import Occasion
from kursapp.domain.problem import KursappError
from kursapp.domain.record import Draft
from kursapp.files.writing import SUFFIX
from kursapp.storage import backup as module
from kursapp.storage import failure, inspection
from kursapp.storage.backup import DAYS, FOLDER, SINGLE, WEEKS, Backup, back_up, backups, is_backed_up, superseded
from kursapp.storage.database import Database
from kursapp.storage.inspection import look
from kursapp.storage.opening import open_database
from kursapp.storage.participant.profile_file import open_profile
from kursapp.texts.problems import tell

KEY = bytes(range(32))


def names(database: Database) -> list[str]:
    """Return what the small table holds."""
    return [row.name for row in database.rows(text("SELECT name FROM parent ORDER BY id"))]


@pytest.mark.parametrize("key", [None, KEY])
def test_a_backup_holds_what_was_committed(tmp_path: Path, small: ModuleType, now: datetime, key: bytes | None) -> None:
    """A copy of an open database has everything up to now, in one file, behind the same key."""
    path = tmp_path / "a.db"
    database = open_database(path, small.VERSION_1, create=True, key=key, at=now).database
    database.run(text("INSERT INTO parent VALUES (1, 'en')"))
    made = back_up(database.driver, path, key, now)
    database.run(text("INSERT INTO parent VALUES (2, 'to')"))
    database.close()
    assert made == tmp_path / FOLDER / "a-20260309T120000Z.db"
    assert [path.name for path in made.parent.iterdir()] == [made.name]
    assert made.stat().st_mode & 0o077 == 0
    assert made.read_bytes().startswith(b"SQLite format 3") == (key is None)
    copy = open_database(made, small.VERSION_1, key=key, at=now).database
    assert names(copy) == ["en"]
    copy.close()


def test_a_profile_is_backed_up_when_it_has_changed(tmp_path: Path, now: datetime) -> None:
    """The first start makes one, a start after changes makes one, a start after nothing makes none."""
    path, made = tmp_path / "profil.db", []
    for day, words in enumerate(["", "a", "", "", "b"]):
        at = now + timedelta(days=day)
        with contextlib.closing(open_profile(path, create=True)) as profile:
            made.append(profile.back_up(at) is not None)
            assert profile.back_up(at) is None
            if words:
                profile.drafts.save(Draft("kurs", "notat", words, at))
    assert made == [True, False, True, False, False]
    assert not is_backed_up(path)


def test_what_a_killed_program_left_counts_as_changed(tmp_path: Path, now: datetime) -> None:
    """A log beside the file means that something happened since the backup."""
    path = tmp_path / "profil.db"
    with contextlib.closing(open_profile(path, create=True)) as profile:
        profile.back_up(now)
    assert is_backed_up(path)
    path.with_name("profil.db-wal").write_bytes(b"x")
    assert not is_backed_up(path)


def test_a_backup_that_fails_its_check_gets_no_name(
    tmp_path: Path, small: ModuleType, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A copy that cannot be opened again is no backup: it is removed and told of, and older ones stay."""
    path = tmp_path / "a.db"
    database = open_database(path, small.VERSION_1, create=True, at=now).database
    older = back_up(database.driver, path, None, now)
    real = module._copy

    def spoil(source: object, temporary: Path, *rest: object) -> None:
        real(source, temporary, *rest)  # type: ignore[arg-type]
        data = bytearray(temporary.read_bytes())
        data[4096:4200] = bytes(104)
        temporary.write_bytes(data)

    monkeypatch.setattr(module, "_copy", spoil)
    with pytest.raises(KursappError) as caught:
        back_up(database.driver, path, None, now + timedelta(days=1))
    database.close()
    assert caught.value.problem.code == "backup-failed"
    assert list(older.parent.iterdir()) == [older]


@pytest.mark.parametrize(("scarce", "code"), [(1 << 60, "disk-full"), (0, "backup-failed")])
def test_no_room_for_a_backup(
    tmp_path: Path, small: ModuleType, now: datetime, monkeypatch: pytest.MonkeyPatch, scarce: int, code: str
) -> None:
    """Nothing half is left, the error says whether the disk is full, and the database goes on working."""
    import resource

    monkeypatch.setattr(failure, "SCARCE", scarce)
    path = tmp_path / "a.db"
    database = open_database(path, small.VERSION_1, create=True, at=now).database
    database.run(text("INSERT INTO parent VALUES (1, :name)"), {"name": "x" * 50_000})
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, hard))
    try:
        with pytest.raises(KursappError) as caught:
            back_up(database.driver, path, None, now)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert caught.value.problem.code == code
    assert SUFFIX not in str(tell(caught.value.problem)), "nobody has heard of the temporary file"
    assert list((tmp_path / FOLDER).iterdir()) == []
    database.run(text("INSERT INTO parent VALUES (2, 'to')"))
    database.close()


def test_no_backups_in_a_folder_that_can_only_be_read(
    tmp_path: Path, now: datetime, sealed: Callable[[Path], AbstractContextManager[None]]
) -> None:
    """A profile that is only read is not backed up and does not complain."""
    open_profile(tmp_path / "profil.db", create=True).close()
    with sealed(tmp_path), contextlib.closing(open_profile(tmp_path / "profil.db")) as profile:
        assert profile.read_only
        assert profile.back_up(now) is None
    assert backups(tmp_path / "profil.db") == ()


def test_a_death_at_any_statement_leaves_no_false_backup(
    tmp_path: Path, small: ModuleType, now: datetime, deaths: Callable[[str], list[Path]]
) -> None:
    """Killed at each statement, whatever has a backup's name is whole."""
    (tmp_path / "0").mkdir()
    database = open_database(tmp_path / "0" / "a.db", small.VERSION_1, create=True, at=now).database
    database.run(text("INSERT INTO parent VALUES (1, 'en')"))
    database.close()
    numbers = []
    for path in deaths("back_up"):
        made = backups(path)
        numbers.append(len(made))
        assert all(look(backup.path).sound for backup in made)
        assert look(path).sound
    assert numbers[-1] == 1
    assert 0 in numbers


def test_other_files_are_not_backups(tmp_path: Path) -> None:
    """Names we did not give are neither counted nor removed."""
    (tmp_path / FOLDER).mkdir()
    for name in ("profil-kopi.db", "profil-20260309T120000Z.txt", "annet-20260309T120000Z.db"):
        (tmp_path / FOLDER / name).write_text("")
    assert backups(tmp_path / "profil.db") == ()


def test_two_backups_of_one_second_are_two(tmp_path: Path, small: ModuleType, now: datetime) -> None:
    """A name is never used twice, and the later one is the newest."""
    database = open_database(tmp_path / "a.db", small.VERSION_1, create=True, at=now).database
    made = []
    for _ in range(4):
        made.append(back_up(database.driver, tmp_path / "a.db", None, now))
        assert made[-1].exists()
        assert backups(tmp_path / "a.db")[0].path == made[-1]
    database.close()
    assert len(set(made)) == 4


def test_old_backups_go_when_a_new_one_is_safe(tmp_path: Path, small: ModuleType, now: datetime) -> None:
    """After a hundred days of use the ten last days and, further back, eight weeks in all are there."""
    database = open_database(tmp_path / "a.db", small.VERSION_1, create=True, at=now).database
    for day in range(100):
        back_up(database.driver, tmp_path / "a.db", None, now + timedelta(days=day))
    database.close()
    ages = [(now + timedelta(days=99) - each.made_at).days for each in backups(tmp_path / "a.db")]
    assert ages[:10] == list(range(10))
    assert len(ages) == 10 + WEEKS - len({(now + timedelta(days=99 - age)).isocalendar()[:2] for age in range(10)})
    assert max(ages) >= 7 * (WEEKS - 2)


LATER = datetime(2028, 1, 1, tzinfo=UTC)
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC))


@given(st.lists(MOMENTS, max_size=60, unique=True), st.lists(MOMENTS, max_size=5, unique=True))
def test_the_rule_of_days_and_weeks(daily: list[datetime], before: list[datetime]) -> None:
    """The newest is kept, each of the last ten days keeps its newest, and at most ten and eight of a kind are kept."""
    all_of_them = [Backup(Path(at.isoformat()), at) for at in daily]
    all_of_them += [Backup(Path(f"v2 {at.isoformat()}"), at, before=2) for at in before]
    newest_first = sorted(all_of_them, key=lambda each: each.made_at, reverse=True)
    kept = [each for each in newest_first if each not in superseded(newest_first, LATER)]
    for kind in (0, 2):
        of_kind = [each for each in newest_first if each.before == kind]
        kept_of_kind = [each for each in kept if each.before == kind]
        assert kept_of_kind[:1] == of_kind[:1]
        assert len(kept_of_kind) <= DAYS + WEEKS
        for chosen in sorted({each.made_at.date() for each in of_kind}, reverse=True)[:DAYS]:
            assert next(each for each in of_kind if each.made_at.date() == chosen) in kept_of_kind
    assert not superseded(kept, LATER)


def test_backups_made_while_the_clock_was_ahead_push_nothing_out(
    tmp_path: Path, small: ModuleType, now: datetime
) -> None:
    """Twelve days of another year leave today's backup alone, and none of ours those."""
    database = open_database(tmp_path / "a.db", small.VERSION_1, create=True, at=now).database
    for day in range(12):
        back_up(database.driver, tmp_path / "a.db", None, now + timedelta(days=400 + day))
    made = [back_up(database.driver, tmp_path / "a.db", None, now + timedelta(days=day)) for day in range(3)]
    database.close()
    assert all(path.exists() for path in made)
    assert is_backed_up(tmp_path / "a.db")


@pytest.mark.parametrize("occasion", [Occasion.IMPORT, Occasion.RESTORE])
def test_each_of_the_last_ten_before_something_large_is_kept(
    tmp_path: Path, small: ModuleType, now: datetime, occasion: Occasion
) -> None:
    """Several of one day may each be the only copy of something, and the daily ones push none of them out."""
    path = tmp_path / "a.db"
    database = open_database(path, small.VERSION_1, create=True, at=now).database
    made = [
        back_up(database.driver, path, None, now + timedelta(minutes=minute), occasion=occasion)
        for minute in range(SINGLE + 2)
    ]
    daily = back_up(database.driver, path, None, now + timedelta(days=1))
    database.close()
    assert [each.exists() for each in made] == [False, False, *[True] * SINGLE]
    assert {each.occasion for each in backups(path)} == {Occasion.DAILY, occasion}
    assert daily.exists()


def test_a_backup_about_to_be_used_is_never_thinned_away(tmp_path: Path, small: ModuleType, now: datetime) -> None:
    """The eleventh stays where it is the one that is wanted."""
    path = tmp_path / "a.db"
    database = open_database(path, small.VERSION_1, create=True, at=now).database
    first = back_up(database.driver, path, None, now, occasion=Occasion.RESTORE)
    for minute in range(1, SINGLE + 1):
        moment = now + timedelta(minutes=minute)
        back_up(database.driver, path, None, moment, occasion=Occasion.RESTORE, spare=first)
    database.close()
    assert first.exists()


def test_an_index_that_holds_another_word_is_told_of_before_it_is_copied_further(
    tmp_path: Path, small: ModuleType, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a quick look does not see in a large file, the making of a backup does: and it says whose fault it is."""
    path = tmp_path / "a.db"
    monkeypatch.setattr(inspection, "THOROUGH_UP_TO", 0)
    database = open_database(path, small.VERSION_1, create=True, at=now).database
    database.run(text("CREATE INDEX by_name ON parent (name)"))
    database.run(text("INSERT INTO parent VALUES (1, 'en'), (2, 'to')"))
    forget_in_index(database.driver)
    database.close()
    database = open_database(path, small.VERSION_1, at=now).database
    with pytest.raises(KursappError) as caught:
        back_up(database.driver, path, None, now)
    database.close()
    assert caught.value.problem.code == "backup-of-damaged"
    assert backups(path) == ()
    monkeypatch.undo()
    with pytest.raises(KursappError) as caught:
        open_database(path, small.VERSION_1, at=now)
    assert caught.value.problem.code == "profile-damaged"


def forget_in_index(driver: dbapi2.Connection) -> None:
    """Change a table behind its index's back: for a while the engine believes that the index is of other rows."""
    sql = driver.execute("SELECT sql FROM sqlite_schema WHERE name = 'by_name'").fetchone()[0]
    driver.execute("PRAGMA writable_schema=ON")
    driver.execute("UPDATE sqlite_schema SET sql = sql || ' WHERE name > char(122)' WHERE name = 'by_name'")
    driver.execute("PRAGMA writable_schema=RESET")
    driver.execute("UPDATE parent SET name = 'fire' WHERE id = 1")
    driver.execute("PRAGMA writable_schema=ON")
    driver.execute("UPDATE sqlite_schema SET sql = ? WHERE name = 'by_name'", (sql,))
    driver.execute("PRAGMA writable_schema=RESET")
