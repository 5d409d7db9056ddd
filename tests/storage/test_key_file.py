"""A profile is locked when its database is, and its key file lies in two places."""

from __future__ import annotations

from pathlib import Path

import pytest

from kursapp.domain.problem import KursappError
from kursapp.storage.connection import connect_plainly
from kursapp.storage.key_file import is_locked, is_plain, key_files, read_key_file, write_key_file

KEY = b"k" * 32


def database(folder: Path, key: bytes | None) -> Path:
    """Make a database, with a key or without."""
    path = folder / "profil.db"
    connection = connect_plainly(path, key)
    connection.execute("CREATE TABLE one (two)")
    connection.close()
    return path


def test_the_database_says_whether_it_is_locked(tmp_path: Path) -> None:
    """A key file beside a plain database is a leftover; beside a locked one it is the key."""
    plain = database(tmp_path, None)
    write_key_file(plain, b"{}")
    assert is_plain(plain)
    assert not is_locked(plain)
    plain.unlink()
    assert not is_plain(database(tmp_path, KEY))
    assert is_locked(plain)


def test_a_profile_whose_file_is_gone_was_locked_where_there_is_a_key(tmp_path: Path) -> None:
    """Its backups can only be opened with it."""
    path = tmp_path / "profil.db"
    assert not is_locked(path)
    write_key_file(path, b"{}")
    assert is_locked(path)


@pytest.mark.parametrize("lost", [None, b"", b"\0" * 300])
def test_the_copy_is_read_where_the_file_is_gone_or_empty(tmp_path: Path, lost: bytes | None) -> None:
    """Without the key file the right passphrase opens nothing, so there are two."""
    path = tmp_path / "profil.db"
    write_key_file(path, b"the key")
    first, copy = key_files(path)
    assert first.read_bytes() == copy.read_bytes() == b"the key"
    first.unlink() if lost is None else first.write_bytes(lost)
    assert read_key_file(path) == b"the key"


def test_without_either_the_person_is_told(tmp_path: Path) -> None:
    """There is nothing to open."""
    with pytest.raises(KursappError) as refused:
        read_key_file(tmp_path / "profil.db")
    assert refused.value.problem.code == "profile-key-missing"
