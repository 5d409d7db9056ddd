"""Where a profile's key file lies, and whether its database is locked. Loads nothing heavy: asked before first paint.

The file lies beside the database, and once more beside its backups: without it the right passphrase opens nothing.
What says that a profile is locked is the database itself: a key file is written before a database is locked, and goes
after it has been unlocked, so that one beside a plain database is a leftover.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

from kursapp.files.erasing import erase_kept, keep_to_erase
from kursapp.files.failure import read_failure
from kursapp.files.folder import make_private_folder
from kursapp.files.writing import write_bytes

KEY_FILE = "nokkel.json"
BESIDE_BACKUPS = "sikkerhetskopier"
LARGEST = 65_536
_PLAIN = b"SQLite format 3\0"


def key_files(database: Path) -> tuple[Path, Path]:
    """Return where the key file and its copy lie."""
    return database.with_name(KEY_FILE), database.parent / BESIDE_BACKUPS / KEY_FILE


def is_plain(database: Path) -> bool:
    """Say whether a file begins as a database does that is under no key."""
    with contextlib.suppress(OSError), database.open("rb") as file:
        return file.read(len(_PLAIN)) == _PLAIN
    return False


def is_locked(database: Path) -> bool:
    """Say whether a profile's database is under a key; of one that is gone, whether it was."""
    return has_key_file(database) and not is_plain(database)


def has_key_file(database: Path) -> bool:
    """Say whether there is a key file, be it a leftover."""
    return any(path.is_file() for path in key_files(database))


def read_key_files(database: Path) -> tuple[bytes, ...]:
    """Return the key file and its copy, those that are there. Raises KursappError: ``file-not-read``."""
    found = []
    for path in key_files(database):
        try:
            with path.open("rb") as file:
                found.append(file.read(LARGEST))
        except FileNotFoundError:
            continue
        except OSError as error:
            raise read_failure(error, path) from error
    return tuple(found)


def write_key_file(path: Path, data: bytes) -> None:
    """Write a key file, durably; the one that was there is written over. Raises KursappError as ``files.writing``."""
    make_private_folder(path.parent)
    with contextlib.suppress(OSError):
        if path.read_bytes() == data:
            return
    keep_to_erase(path)
    try:
        write_bytes(path, data)
    finally:
        erase_kept(path.parent)
