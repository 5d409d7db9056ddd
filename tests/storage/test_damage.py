"""Damage the engine's own quick check does not see is seen all the same, and a wrong key is not taken for damage."""

from __future__ import annotations

import contextlib
from datetime import datetime
from pathlib import Path

import pytest

from kursapp.domain.problem import KursappError
from kursapp.domain.record import Draft
from kursapp.storage.backup import backups
from kursapp.storage.collection.collection import open_collection
from kursapp.storage.connection import connect_plainly
from kursapp.storage.inspection import look
from kursapp.storage.participant.profile_file import SCHEMA, open_profile
from kursapp.storage.restoring import put_back

KEY = bytes(range(32))
LONG = "Møtet om tilsynet ble utsatt. " * 1000


@pytest.fixture
def path(tmp_path: Path, now: datetime) -> Path:
    """Make a profile with a long text in it, and a backup of it."""
    made = tmp_path / "profil.db"
    with contextlib.closing(open_profile(made, create=True)) as profile:
        profile.drafts.save(Draft("kurs", "notat", LONG, now))
        profile.back_up(now)
    return made


def refused(path: Path) -> str:
    """Return the code of the refusal to open a profile."""
    with pytest.raises(KursappError) as caught:
        open_profile(path)
    return caught.value.problem.code


def spoil(path: Path, at: int, data: bytes) -> None:
    """Write over some bytes."""
    whole = bytearray(path.read_bytes())
    whole[at : at + len(data)] = data
    path.write_bytes(whole)


def middle(path: Path) -> int:
    """Return a place in the midst of the long text."""
    return path.read_bytes().index(LONG.encode()[8000:8200]) + 40


@pytest.mark.parametrize("data", [bytes(512), b"\xc3" * 3, bytes(range(128, 256))])
def test_a_text_that_is_no_text_is_damage(path: Path, data: bytes) -> None:
    """A lost sector, half a letter, somebody else's bytes: the pages are in order, and the words are not."""
    spoil(path, middle(path), data)
    assert refused(path) == "profile-damaged"


def test_a_backup_with_such_a_text_is_not_offered(path: Path, now: datetime) -> None:
    """It is told as damaged, and the profile stays as it is."""
    made = backups(path)[0]
    spoil(made.path, middle(made.path), bytes(512))
    with pytest.raises(KursappError) as caught:
        put_back(made, path, SCHEMA, None, now)
    assert caught.value.problem.code == "backup-damaged"


def test_a_few_zeros_that_somebody_pasted_are_no_damage(path: Path, now: datetime) -> None:
    """Only more of them than anybody types count."""
    with contextlib.closing(open_profile(path)) as profile:
        profile.drafts.save(Draft("kurs", "notat", "a\0b æøå 🌱", now))
    with contextlib.closing(open_profile(path)) as profile:
        assert profile.drafts.of_course("kurs") == {"notat": "a\0b æøå 🌱"}


@pytest.mark.parametrize("statement", ["DROP INDEX ix_answer_course_id_question_id", "DROP TABLE plan_step"])
def test_an_index_or_a_table_that_is_gone_is_damage(path: Path, statement: str) -> None:
    """The file is sound to the engine, and not what this program made."""
    with contextlib.closing(connect_plainly(path)) as driver:
        driver.execute(statement)
    assert look(path, thorough=True).sound
    assert refused(path) == "profile-damaged"


def test_a_file_of_no_version_is_damage(path: Path) -> None:
    """Steps from nothing would fail over tables that are there."""
    with contextlib.closing(connect_plainly(path)) as driver:
        driver.execute("PRAGMA user_version=0")
    assert refused(path) == "profile-damaged"


@pytest.mark.parametrize("place", [44, 56])
def test_a_header_the_engine_cannot_make_sense_of_is_damage(path: Path, place: int) -> None:
    """Its plain error is put down to the file, and nothing breaks off."""
    spoil(path, place, b"\x7f\x7f\x7f\x7f")
    assert refused(path) == "profile-damaged"


def test_a_collection_whose_first_page_is_damaged_is_told_from_a_wrong_key(tmp_path: Path, now: datetime) -> None:
    """The engine says the same of both: a backup that opens with the key, or a beginning of zeros, tells."""
    path = tmp_path / "innsamling.db"
    with contextlib.closing(open_collection(path, KEY, at=now)):
        pass
    whole = path.read_bytes()
    spoil(path, 100, b"x" * 500)
    assert code_of(path, now) == "collection-wrong-key"
    assert path.exists()
    spoil(path, 0, bytes(512))
    assert code_of(path, now) == "collection-damaged"
    path.write_bytes(whole)
    with contextlib.closing(open_collection(path, KEY, at=now)) as collection:
        collection.back_up(now)
    spoil(path, 100, b"x" * 500)
    assert code_of(path, now) == "collection-damaged"


def test_a_wrong_key_is_never_damage(tmp_path: Path, now: datetime) -> None:
    """Another safe's key is refused, and the file stays where it is."""
    path = tmp_path / "innsamling.db"
    with contextlib.closing(open_collection(path, KEY, at=now)) as collection:
        collection.back_up(now)
    before = path.read_bytes()
    assert code_of(path, now, bytes(32)) == "collection-wrong-key"
    assert path.read_bytes() == before


def code_of(path: Path, now: datetime, key: bytes = KEY) -> str:
    """Return the code of the refusal to open a collection."""
    with pytest.raises(KursappError) as caught:
        open_collection(path, key, at=now)
    return caught.value.problem.code
