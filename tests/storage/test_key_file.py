"""A profile is locked when its database is, and its key file lies in two places."""

from __future__ import annotations

import os
from pathlib import Path

from kursapp.storage.connection import connect_plainly
from kursapp.storage.key_file import is_locked, is_plain, key_files, read_key_files, write_key_file

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
    write_key_file(key_files(plain)[0], b"{}")
    assert is_plain(plain)
    assert not is_locked(plain)
    plain.unlink()
    assert not is_plain(database(tmp_path, KEY))
    assert is_locked(plain)


def test_a_profile_whose_file_is_gone_was_locked_where_there_is_a_key(tmp_path: Path) -> None:
    """Its backups can only be opened with it."""
    path = tmp_path / "profil.db"
    assert not is_locked(path)
    write_key_file(key_files(path)[1], b"{}")
    assert is_locked(path)


def test_both_files_are_read_in_order_and_what_is_not_there_is_left_out(tmp_path: Path) -> None:
    """The one beside the database first."""
    path = tmp_path / "profil.db"
    first, copy = key_files(path)
    assert read_key_files(path) == ()
    write_key_file(copy, b"the copy")
    assert read_key_files(path) == (b"the copy",)
    write_key_file(first, b"the key")
    assert read_key_files(path) == (b"the key", b"the copy")


def test_what_stood_in_a_key_file_is_written_over(tmp_path: Path) -> None:
    """The old passphrase opens the old file, so it is not only let go of."""
    first, _copy = key_files(tmp_path / "profil.db")
    write_key_file(first, b"the old one")
    inode = os.open(first, os.O_RDONLY)
    write_key_file(first, b"the new one")
    assert os.pread(inode, 100, 0) == bytes(11)
    os.close(inode)
    assert first.read_bytes() == b"the new one"
    assert [each.name for each in tmp_path.iterdir()] == [first.name]
