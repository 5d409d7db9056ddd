"""Putting a closed database and all that lies beside it under a key, or out from under one.

Each file is changed as a copy that takes its place when it has been checked, so that it is the old or the new. What
was in clear is written over when nothing bears its name any more. What is damaged cannot be copied; its bytes are
locked as they are (``NAME.laast``) and come back when the key goes, for nothing is ever deleted for being damaged.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from sqlcipher3 import dbapi2

from kursapp.domain.problem import KursappError, refusal
from kursapp.files.erasing import erase, erase_kept, erase_name, keep_to_erase
from kursapp.files.failure import read_failure
from kursapp.files.listed import listed
from kursapp.files.writing import SUFFIX, replacing, sync_folder, write_bytes
from kursapp.storage.backup import FOLDER, backups
from kursapp.storage.connection import connect, connect_to_look
from kursapp.storage.failure import database_failure
from kursapp.storage.inspection import LOG, look
from kursapp.storage.key_file import is_plain

SEALED = ".laast"
_SCHEMA = "SELECT type, name, tbl_name, sql FROM {}.sqlite_schema ORDER BY type, name"
_COUNT = "SELECT count(*) FROM {}.{}"
_LOST = "SELECT 1 FROM (SELECT * FROM main.{0} EXCEPT SELECT * FROM fresh.{0}) LIMIT 1"


def rekey(path: Path, key: bytes | None, new_key: bytes | None) -> None:
    """Put a database that nobody has open under another key, or under none.

    Raises KursappError: ``rekeying-failed`` (file, folder) where the copy is not the same, ``profile-open-elsewhere``,
    ``disk-full``, and as ``files.writing``. The database is then as it was.
    """
    with _written_over(path, is_plain=key is None), replacing(path) as temporary:
        with _told(path), contextlib.closing(connect(path, key)) as source:
            _copy(source, temporary, path, new_key)
            _empty_log(source, path)
        # A log that came back after a power cut would be read as belonging to the file that takes this one's place.
        path.with_name(path.name + LOG).unlink(missing_ok=True)
        sync_folder(path.parent)
        _take_time(temporary, path)
        if key is None:
            keep_to_erase(path)


def keep_log(path: Path) -> None:
    """Keep the log of an open database under a name of its own, so that it can be written over when it is closed."""
    keep_to_erase(path.with_name(path.name + LOG))


def put_under_key(path: Path, key: bytes) -> tuple[Path, ...]:
    """Bring all that lies beside a locked database under its key; return what could not be, for a full disk say."""
    left = []
    closing = [(_close_up, backup.path) for backup in backups(path)] + [(_seal, each) for each in _set_aside(path)]
    for close, plain in closing:
        try:
            close(plain, key)
        except KursappError:
            left.append(plain)
    for folder in (path.parent, path.parent / FOLDER):
        erase_kept(folder)
        for temporary in listed(folder, f".*{SUFFIX}*"):
            erase_name(temporary)
    return tuple(left)


def take_from_under_key(path: Path, key: bytes) -> tuple[Path, ...]:
    """Bring all that lies beside a database out from under its key; return what is damaged, which stays as it is.

    Raises KursappError as ``rekey``: what has been changed until then is put right by ``put_under_key``.
    """
    was_plain = {_unseal(sealed, key) for sealed in _sealed(path)}
    left = set(_set_aside(path))
    for backup in backups(path):
        if _is_sound(backup.path, key):
            _rekey_copy(backup.path, key, None)
        elif not _is_sound(backup.path, None):
            left.add(backup.path)
    return tuple(sorted(left - was_plain))


def is_any_locked(path: Path) -> bool:
    """Say whether something beside a database is under a key: a backup, or what was set aside as damaged."""
    copies = (*(backup.path for backup in backups(path)), *listed(path.parent, f"{path.stem}-skadet-*{path.suffix}"))
    return any(_sealed(path)) or not all(map(is_plain, copies))


def _close_up(plain: Path, key: bytes) -> None:
    """Bring one file under the key: a sound copy as a database, and anything else as bytes."""
    if _is_sound(plain, key):
        return
    if _is_sound(plain, None):
        _rekey_copy(plain, None, key)
    else:
        _seal(plain, key)


def _rekey_copy(path: Path, key: bytes | None, new_key: bytes | None) -> None:
    """Put a backup under another key; it is opened without changing a byte of it."""
    with _written_over(path, is_plain=key is None), replacing(path) as temporary:
        with _told(path), contextlib.closing(connect_to_look(path, key, unused=True)) as source:
            _copy(source, temporary, path, new_key)
        _take_time(temporary, path)
        if key is None:
            keep_to_erase(path)


@contextlib.contextmanager
def _written_over(path: Path, *, is_plain: bool) -> Iterator[None]:
    """Write over what ``keep_to_erase`` has kept inside, when the new file has the name; it was in clear."""
    try:
        yield
    finally:
        if is_plain:
            erase_kept(path.parent)


def _take_time(temporary: Path, path: Path) -> None:
    """Give the copy the time of the file: by that a backup is known to be up to date."""
    made_from = path.stat().st_mtime_ns
    os.utime(temporary, ns=(made_from, made_from))


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turn what the engine says into KursappError, whatever it is: the database is as it was."""
    try:
        yield
    except dbapi2.Error as error:
        names = {"file": path.name, "folder": path.parent}
        raise database_failure(error, path) or refusal("rekeying-failed", **names) from error


def _copy(source: dbapi2.Connection, temporary: Path, path: Path, new_key: bytes | None) -> None:
    temporary.touch(mode=0o600)
    secret = "" if new_key is None else f"x'{new_key.hex()}'"
    source.execute("ATTACH DATABASE ? AS fresh KEY ?", (f"{temporary.absolute().as_uri()}?mode=rw", secret))
    # The file is synced before it gets its name, and thrown away if it does not come to that.
    source.execute("PRAGMA fresh.journal_mode=OFF").fetchall()
    source.execute("PRAGMA fresh.synchronous=OFF")
    source.execute("SELECT sqlcipher_export('fresh')").fetchall()
    for name in ("application_id", "user_version"):
        number = source.execute(f"PRAGMA main.{name}").fetchone()[0]
        source.execute(f"PRAGMA fresh.{name}={number}")
    is_same = _is_same(source)
    source.execute("DETACH DATABASE fresh")
    if not (is_same and look(temporary, new_key).sound):
        raise refusal("rekeying-failed", file=path.name, folder=path.parent)


def _is_same(connection: dbapi2.Connection) -> bool:
    """Say whether both databases have the same tables, and every table the same rows."""
    said = [connection.execute(_SCHEMA.format(one)).fetchall() for one in ("main", "fresh")]
    return said[0] == said[1] and all(
        _has_same_rows(connection, name)
        for kind, name, _table, sql in said[0]
        if kind == "table" and not sql.startswith("CREATE VIRTUAL")
    )


def _has_same_rows(connection: dbapi2.Connection, table: str) -> bool:
    name = '"' + table.replace('"', '""') + '"'
    counts = [connection.execute(_COUNT.format(one, name)).fetchone() for one in ("main", "fresh")]
    lost = connection.execute(_LOST.format(name)).fetchone()
    return counts[0] == counts[1] and lost is None


def _empty_log(connection: dbapi2.Connection, path: Path) -> None:
    if connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
        raise refusal("profile-open-elsewhere", file=path.name, folder=path.parent)


def _is_sound(path: Path, key: bytes | None) -> bool:
    try:
        return look(path, key).sound
    except (KursappError, dbapi2.Error):
        return False


def _sealed(path: Path) -> tuple[Path, ...]:
    return (*listed(path.parent, f"*{SEALED}"), *listed(path.parent / FOLDER, f"*{SEALED}"))


def _set_aside(path: Path) -> Iterator[Path]:
    """Yield what was set aside as damaged, with the logs that went along."""
    for beside in listed(path.parent, f"{path.stem}-skadet-*"):
        if beside.suffix != SEALED:
            yield beside


def _seal(path: Path, key: bytes) -> None:
    from kursapp.vault.keys import lock

    write_bytes(_free(path.with_name(path.name + SEALED)), lock(key, _read(path)))
    if not erase(path):
        raise refusal("file-not-written", file=path.name, folder=path.parent, reason="unlink")


def _unseal(path: Path, key: bytes) -> Path:
    """Give a file its bytes back, and return where they are; one that is under another key stays as it is."""
    from kursapp.vault.keys import SealBrokenError, unlock

    try:
        data = unlock(key, _read(path))
    except SealBrokenError:
        return path
    target = _free(path.with_name(path.name.removesuffix(SEALED)))
    write_bytes(target, data)
    path.unlink()
    return target


def _free(path: Path) -> Path:
    """Return the name, with a number where something bears it."""
    free, number = path, 2
    while free.exists():
        free, number = path.with_name(f"{path.name.split('.')[0]}-{number}.{path.name.partition('.')[2]}"), number + 1
    return free


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise read_failure(error, path) from error
