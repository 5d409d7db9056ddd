"""A profile that was used for a while, with backups and a damaged file beside it, to be put under a passphrase."""

from __future__ import annotations

import contextlib
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kursapp.domain.record import Field
from kursapp.files.writing import SUFFIX
from kursapp.services.protect_profile import new_key
from kursapp.storage.backup import backups
from kursapp.storage.inspection import look
from kursapp.storage.participant.profile_file import open_profile
from kursapp.storage.profiles import CARD, ProfileList
from kursapp.vault.passphrases import Cost
from kursapp.vault.profile_key import NewKey

DATA = Path(__file__).parents[1] / "data"
AT = datetime(2026, 3, 9, 12, tzinfo=UTC)
PHRASE = "agurk bamboo dragen elvene"
WORDS = "Det jeg tenkte om tilsynet"
MARK = WORDS.encode()
CHEAP = Cost(1, 8192)
COURSE = "et-kurs-til"
BACKUPS = 2
"""Sound ones, of two days."""


def lived_in(folder: Path) -> Path:
    """Make a profile with rows in most tables, two backups, a damaged one and a file set aside; return its file."""
    profiles = ProfileList(folder)
    profile = profiles.create("Kari", AT)
    path = profiles.database(profile.id)
    shutil.copyfile(DATA / "profile-6.db", path)
    for days in (0, 1):
        with contextlib.closing(open_profile(path)) as file:
            file.fields.save(Field(COURSE, "rf-hvem", "", f"{WORDS} {days}", AT))
        with contextlib.closing(open_profile(path)) as file:
            file.back_up(AT + timedelta(days=days))
    (newest,) = path.parent.rglob("*20260310*")
    damaged = newest.with_name(newest.name.replace("20260310", "20260307"))
    data = newest.read_bytes()
    damaged.write_bytes(b"\0" * 4096 + data[4096:])
    path.with_name("profil-skadet-2026-03-01.db").write_bytes(data[:-5000])
    path.with_name("profil-skadet-2026-03-01.db-wal").write_bytes(b"logg: " + MARK)
    profiles.used(profile.id, AT + timedelta(days=1, hours=1))
    return path


def cheap_key() -> NewKey:
    """Make a key whose passphrase costs nothing to try."""
    return new_key(PHRASE, CHEAP)


def words(path: Path, key: bytes | None) -> str:
    """Return what stands in a profile's field."""
    with contextlib.closing(open_profile(path, key=key)) as file:
        return file.fields.of_course(COURSE)[0].value


def in_clear(path: Path) -> list[str]:
    """Return the files of a profile's folder in which its words stand, or a database that is under no key."""
    found = []
    for each in sorted(path.parent.rglob("*")):
        if each.is_file() and each.name != CARD:
            data = each.read_bytes()
            if MARK in data or b"SQLite format 3" in data:
                found.append(each.name)
    return found


def left_over(path: Path) -> list[str]:
    """Return the temporary files of a profile's folder."""
    return [each.name for each in path.parent.rglob(f"*{SUFFIX}*")]


def sound_backups(path: Path, key: bytes | None) -> int:
    """Count the backups that open with a key, or without one."""
    count = 0
    for backup in backups(path):
        with contextlib.suppress(Exception):
            count += look(backup.path, key).sound
    return count
