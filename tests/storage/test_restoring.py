"""Going back to a backup: what was there is kept, and nothing is lost on the way."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from kursapp.domain.backup import Occasion
from kursapp.domain.problem import KursappError
from kursapp.domain.record import Draft
from kursapp.storage import connection
from kursapp.storage.backup import Backup, backups
from kursapp.storage.participant.profile_file import SCHEMA, open_profile
from kursapp.storage.restoring import PutBack, put_back

KEY = bytes(range(32))
KEYS = pytest.mark.parametrize("key", [None, KEY])


def write(path: Path, words: str, at: datetime, key: bytes | None = None) -> Path | None:
    """Write a draft, and back up what was there before it."""
    with contextlib.closing(open_profile(path, create=True, key=key)) as profile:
        made = profile.back_up(at)
        profile.drafts.save(Draft("kurs", "notat", words, at))
    return made


def read(path: Path, key: bytes | None = None) -> str:
    """Return the draft."""
    with contextlib.closing(open_profile(path, key=key)) as profile:
        return profile.drafts.of_course("kurs").get("notat", "")


def refused(path: Path, chosen: Backup, now: datetime, key: bytes | None = None) -> str:
    """Return the code of the refusal to put a backup back."""
    with pytest.raises(KursappError) as caught:
        put_back(chosen, path, SCHEMA, key, now)
    return caught.value.problem.code


@KEYS
def test_going_back_can_be_undone_by_going_back(tmp_path: Path, now: datetime, key: bytes | None) -> None:
    """What was there becomes a backup of its own kind, and the backup that was put back stays."""
    path = tmp_path / "profil.db"
    write(path, "først", now, key)
    write(path, "så", now + timedelta(days=1), key)
    chosen = backups(path)[0]
    done = put_back(chosen, path, SCHEMA, key, now + timedelta(days=1, hours=1))
    assert read(path, key) == "først"
    assert done.kept is not None
    assert done.set_aside is None
    assert chosen.path.exists()
    undoing = next(each for each in backups(path) if each.path == done.kept)
    assert undoing.occasion is Occasion.RESTORE
    put_back(undoing, path, SCHEMA, key, now + timedelta(days=1, hours=2))
    assert read(path, key) == "så"
    assert path.stat().st_mode & 0o077 == 0


@KEYS
def test_a_damaged_file_is_set_aside_untouched(tmp_path: Path, now: datetime, key: bytes | None) -> None:
    """No backup is made of it, and every byte of it is kept, with its log."""
    path = tmp_path / "profil.db"
    write(path, "mitt", now, key)
    write(path, "", now + timedelta(days=1), key)
    path.write_bytes(b"borte" * 1000)
    path.with_name("profil.db-wal").write_bytes(b"logg")
    number = len(backups(path))
    done = put_back(backups(path)[0], path, SCHEMA, key, now)
    assert done.kept is None
    assert done.set_aside is not None
    assert done.set_aside.read_bytes() == b"borte" * 1000
    assert done.set_aside.with_name(done.set_aside.name + "-wal").read_bytes() == b"logg"
    assert len(backups(path)) == number
    assert read(path, key) == "mitt"


def test_a_log_without_its_file_is_never_read_into_another(tmp_path: Path, now: datetime) -> None:
    """A program killed between two renames left it: it is kept under another name."""
    path = tmp_path / "profil.db"
    write(path, "mitt", now)
    write(path, "", now + timedelta(days=1))
    with contextlib.closing(open_profile(path)) as profile:
        profile.drafts.save(Draft("kurs", "notat", "fra loggen", now))
        log = path.with_name("profil.db-wal").read_bytes()
    path.unlink()
    path.with_name("profil.db-wal").write_bytes(log)
    assert put_back(backups(path)[0], path, SCHEMA, None, now) == PutBack()
    assert read(path) == "mitt"
    (kept,) = tmp_path.glob("profil-skadet-*.db-wal")
    assert kept.read_bytes() == log


def test_what_was_only_in_the_log_is_in_the_backup_of_now(tmp_path: Path, now: datetime) -> None:
    """A program that was killed left its last words in the log: undoing brings them back."""
    path = tmp_path / "profil.db"
    write(path, "først", now)
    write(path, "så", now + timedelta(days=1))
    with contextlib.closing(open_profile(path)) as profile:
        profile.drafts.save(Draft("kurs", "notat", "sist", now))
        left = {each: each.read_bytes() for each in (path, path.with_name("profil.db-wal"))}
    for each, data in left.items():
        each.write_bytes(data)
    done = put_back(backups(path)[0], path, SCHEMA, None, now + timedelta(days=2))
    assert read(path) == "først"
    put_back(next(each for each in backups(path) if each.path == done.kept), path, SCHEMA, None, now)
    assert read(path) == "sist"


def test_the_oldest_of_its_kind_is_not_thinned_away_before_it_is_used(tmp_path: Path, now: datetime) -> None:
    """Going back ten times and then to the very first: it is still there."""
    path = tmp_path / "profil.db"
    write(path, "mitt", now)
    write(path, "annet", now)
    first = put_back(backups(path)[0], path, SCHEMA, None, now).kept
    for minute in range(9):
        put_back(backups(path)[-1], path, SCHEMA, None, now + timedelta(minutes=minute + 1))
    put_back(next(each for each in backups(path) if each.path == first), path, SCHEMA, None, now + timedelta(hours=1))
    assert read(path) == "annet"


def test_a_backup_that_cannot_be_used_is_named_and_nothing_is_another(tmp_path: Path, now: datetime) -> None:
    """Damaged, gone, of a newer program, of another kind, with another key: each has its own words."""
    path = tmp_path / "profil.db"
    made = write(path, "mitt", now)
    assert made is not None
    chosen, whole, before = backups(path)[0], made.read_bytes(), path.read_bytes()
    damaged = bytearray(whole)
    damaged[4096:8192] = bytes(4096)
    numbers = {"backup-newer": "user_version=99", "backup-damaged": "application_id=7"}
    for data, code in ((bytes(damaged), "backup-damaged"), (b"", "backup-damaged"), (whole[:8192], "backup-damaged")):
        made.write_bytes(data)
        assert refused(path, chosen, now) == code
    for code, number in numbers.items():
        made.write_bytes(whole)
        with contextlib.closing(connection.connect_plainly(made)) as driver:
            driver.execute(f"PRAGMA {number}")
        assert refused(path, chosen, now) == code
    made.write_bytes(whole)
    assert refused(path, chosen, now, KEY) == "backup-key-other"
    made.unlink()
    assert refused(path, chosen, now) == "backup-gone"
    assert path.read_bytes() == before


def test_an_open_profile_is_not_gone_back_from(tmp_path: Path, now: datetime) -> None:
    """Two programs never have one file."""
    path = tmp_path / "profil.db"
    write(path, "mitt", now)
    with contextlib.closing(open_profile(path)) as profile:
        profile.drafts.save(Draft("kurs", "notat", "i arbeid", now))
        assert refused(path, backups(path)[0], now) == "profile-open-elsewhere"
        assert profile.drafts.of_course("kurs") == {"notat": "i arbeid"}


def test_a_newer_profile_and_another_programs_file_do_not_give_way(tmp_path: Path, now: datetime) -> None:
    """They are not ours to change."""
    path = tmp_path / "profil.db"
    write(path, "mitt", now)
    for number, code in (("user_version=99", "database-newer"), ("application_id=7", "not-a-profile")):
        with contextlib.closing(connection.connect_plainly(path)) as driver:
            driver.execute(f"PRAGMA {number}")
        before = path.read_bytes()
        assert refused(path, backups(path)[0], now) == code
        assert path.read_bytes() == before


def test_where_nothing_can_be_written_nothing_is_begun(
    tmp_path: Path, now: datetime, sealed: Callable[[Path], AbstractContextManager[None]]
) -> None:
    """The profile is as it was, and the folder is named."""
    path = tmp_path / "profil.db"
    write(path, "mitt", now)
    before = path.read_bytes()
    with sealed(tmp_path):
        assert refused(path, backups(path)[0], now) == "folder-unwritable"
    assert path.read_bytes() == before
