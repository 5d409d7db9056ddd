"""Looking at a database file without changing a byte of it: whose it is, which version, and whether it is sound."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlcipher3 import dbapi2

from kursapp.domain.problem import KursappError, refusal
from kursapp.files.failure import read_failure, reason
from kursapp.storage import failure
from kursapp.storage.connection import connect_memory, connect_plainly, connect_to_look
from kursapp.storage.failure import Result, told

LOG = "-wal"
ZEROS = "\0" * 16
"""More than anybody types, and less than a lost sector leaves."""

IO_FAILED = "database-io-failed"
COPY_PREFIX = "kursapp-kopi-"
"""How the temporary folders begin in which a copy lies for a moment; a killed program leaves its own."""

COMPANIONS = (LOG, "-journal")
"""Files that belong to a database and go where it goes. (``-shm`` holds nothing: it is made again at need.)"""


_AT_ONCE = 1024 * 1024
"""Bytes read at a time."""

THOROUGH_UP_TO = 16 * 1024 * 1024
"""Bytes of a file up to which it is gone through thoroughly whenever it is opened (at most 0.4 s with a key)."""

QUICK, THOROUGH = "quick_check(1)", "integrity_check(1)"
"""The first reads every page and every row; the second also holds every index against its table (three times as long).
"""


@dataclass(frozen=True, slots=True)
class Look:
    """What a file turned out to be: the numbers of its header (0 where unreadable) and whether the rest is sound.

    ``names`` are those of its tables and of the indexes that were made on purpose.
    """

    application_id: int = 0
    version: int = 0
    sound: bool = False
    names: frozenset[str] = frozenset()


def look(path: Path, key: bytes | None = None, *, thorough: bool = False) -> Look:
    """Look at a database in a folder that can be written to; a large one only quickly, unless it is to be ``thorough``.

    Raises KursappError ``profile-open-elsewhere`` where another process has it open, ``profile-wrong-key`` where a
    key is given and does not open it, ``database-io-failed`` where the disk does not give what it holds: what cannot
    be read for that is not damaged.
    """
    try:
        found = _look_once(path, key, thorough)
    except KursappError as error:
        if error.problem.code not in ("profile-wrong-key", IO_FAILED):
            raise
        found = Look()
    if found.sound:
        return found
    # A disk that failed for a moment looks like damage to the engine. Damage is what is read, and read twice.
    _read_through(path)
    try:
        return _look_once(path, key, thorough)
    except KursappError as error:
        if error.problem.code == IO_FAILED and _is_cut(path):
            return Look()
        raise


def opens(path: Path, key: bytes | None) -> bool:
    """Say whether a file that nobody has open is a database that opens with this key, sound or not."""
    try:
        with contextlib.closing(connect_to_look(path, key, unused=True)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except dbapi2.Error:
        return False
    return True


def orphans(path: Path, key: bytes | None) -> int:
    """Count the rows of a sound file that point to a row which is not there. Nobody has it open."""
    unused = not path.with_name(path.name + LOG).exists()
    with told(path), contextlib.closing(connect_to_look(path, key, unused=unused)) as connection:
        return len(connection.execute("PRAGMA foreign_key_check").fetchall())


def load_copy(path: Path, key: bytes | None = None) -> tuple[dbapi2.Connection, Look]:
    """Bring a database that lies where nothing can be written into memory, with what its log holds.

    The file and its log are copied to a private temporary folder for as long as that takes.
    """
    with _copied(path) as copy:
        memory = connect_memory(key)
        try:
            found = look(copy, key)
            if found.sound:
                unused = not copy.with_name(copy.name + LOG).exists()
                with contextlib.closing(connect_to_look(copy, key, unused=unused)) as source:
                    source.backup(memory)
        except BaseException:
            memory.close()
            raise
        return memory, found


def _is_cut(path: Path) -> bool:
    """Say whether a file ends within a page: all there is of it was read, though the engine calls it an I/O error.

    Its pages are as large as bytes 16 and 17 say, 1 meaning 65,536 (SQLite's «Database File Format», 1.3.2).
    """
    with path.open("rb") as file:
        size = int.from_bytes(file.read(18)[16:], "big")
    return _size(path) % (65_536 if size == 1 else max(size, 512)) != 0


def _size(path: Path) -> int:
    with contextlib.suppress(OSError):
        return path.stat().st_size
    return 0


def is_sound(connection: dbapi2.Connection) -> bool:
    """Go thoroughly through an open database."""
    try:
        return bool(connection.execute(f"PRAGMA {THOROUGH}").fetchone()[0] == "ok")
    except dbapi2.Error:
        return False


def _look_once(path: Path, key: bytes | None, thorough: bool) -> Look:
    check = THOROUGH if thorough or _size(path) <= THOROUGH_UP_TO else QUICK
    try:
        return _look_in_place(path, key, check)
    except KursappError as error:
        # A change that was cut off has to be undone before anything can be read, and not in a file that may be
        # another's. On a full disk there is no room for the index a log is read by.
        if error.problem.code not in ("profile-read-only", "disk-full"):
            raise
        why = error
    try:
        with _copied(path) as copy, told(path), contextlib.closing(connect_plainly(copy, key)) as connection:
            return _look(connection, path, key, check)
    except KursappError as error:
        if (why.problem.code, error.problem.code) == ("disk-full", "file-not-read"):
            raise why from error
        raise


def _look_in_place(path: Path, key: bytes | None, check: str) -> Look:
    unused = not any(path.with_name(path.name + each).exists() for each in COMPANIONS)
    try:
        with told(path), contextlib.closing(connect_to_look(path, key, unused=unused)) as connection:
            return _look(connection, path, key, check)
    finally:
        # Reading through a log makes an index of it.
        with contextlib.suppress(OSError):
            path.with_name(path.name + "-shm").unlink(missing_ok=True)


@contextlib.contextmanager
def _copied(path: Path) -> Iterator[Path]:
    """Give a copy of a database with what lies beside it, in a private temporary folder. Raises ``file-not-read``."""
    with contextlib.ExitStack() as stack:
        try:
            # The temporary folder's disk may fail as well as the file's.
            folder = stack.enter_context(tempfile.TemporaryDirectory(prefix=COPY_PREFIX, ignore_cleanup_errors=True))
            copy = Path(folder) / path.name
            for companion in ("", *COMPANIONS):
                with contextlib.suppress(FileNotFoundError):
                    shutil.copyfile(path.with_name(path.name + companion), copy.with_name(copy.name + companion))
        except OSError as error:
            raise read_failure(error, path) from error
        yield copy


def _read_through(path: Path) -> None:
    """Read every byte of a database and its log. Raises KursappError ``database-io-failed``."""
    for each in (path, path.with_name(path.name + LOG)):
        try:
            with each.open("rb") as file:
                while file.read(_AT_ONCE):
                    pass
        except FileNotFoundError:
            continue
        except OSError as error:
            raise refusal("database-io-failed", file=path.name, folder=path.parent, reason=reason(error)) from error


def _look(connection: dbapi2.Connection, path: Path, key: bytes | None, check: str) -> Look:
    numbers = (0, 0)
    try:
        numbers = (_number(connection, "application_id"), _number(connection, "user_version"))
        rows = connection.execute("SELECT name FROM sqlite_schema WHERE type IN ('table', 'index')").fetchall()
        verdict = connection.execute(f"PRAGMA {check}").fetchone()[0]
    except dbapi2.Error as error:
        code = failure.result_code(error)
        if code == Result.NOTADB and key is not None:
            raise refusal("profile-wrong-key", file=path.name, folder=path.parent) from error
        # Of statements that are right by themselves, a plain error tells of what the file says it is.
        if code in (Result.CORRUPT, Result.NOTADB, Result.ERROR):
            return Look(*numbers, sound=False)
        raise failure.database_failure(error, path) or error from error
    # A file of no bytes is a sound database to SQLite. Ours are never empty: they are made whole, then named.
    sound = verdict == "ok" and bool(rows)
    if sound and key is None and check == THOROUGH:
        sound = _words_are_words(connection)
    return Look(*numbers, sound=sound, names=frozenset(str(row[0]) for row in rows))


def _words_are_words(connection: dbapi2.Connection) -> bool:
    """Say whether every text is one. Without a key no page has a sum of its own, and the engine checks no words.

    A table's texts are read in one piece: row by row it takes ten times as long.
    """
    query = (
        "SELECT t.name, c.name FROM sqlite_schema AS t, pragma_table_info(t.name) AS c "
        "WHERE t.type = 'table' AND t.sql NOT LIKE 'CREATE VIRTUAL%' AND c.type = 'TEXT'"
    )
    columns: dict[str, list[str]] = {}
    for table, column in connection.execute(query).fetchall():
        columns.setdefault(table, []).append(f"coalesce(\"{column}\", '')")
    connection.text_factory = bytes
    for table, texts in columns.items():
        # Between texts stands a letter of one byte, so that half a letter never becomes a whole one with the next.
        together = " || '|' || ".join(texts)
        whole = f'SELECT group_concat({together}) FROM "{table}"'  # noqa: S608 - its own names
        if not _is_text(connection.execute(whole).fetchone()[0] or b""):
            return False
    return True


def _is_text(data: bytes) -> bool:
    try:
        return ZEROS not in data.decode("utf-8")
    except UnicodeDecodeError:
        return False


def _number(connection: dbapi2.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])
