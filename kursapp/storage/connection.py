"""The one place that opens a connection to a local database: driver, key and settings.

While a database is open its file must not be opened in any other way by this program, not even to read: on Linux and
macOS, closing any descriptor of a file drops the locks the whole process has on it. Copies go through the engine
(``storage.backup``).
"""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType

from sqlcipher3 import dbapi2

WAIT = 0.25
"""Seconds to wait for a lock. Another Kursapp keeps its lock for as long as it is open, so waiting longer is no use."""

# In this order: the write-ahead log must be opened with the lock held for good, so that no memory is shared with other
# processes and a second program meets a locked file at once.
SETTINGS = MappingProxyType(
    {
        "locking_mode": "EXCLUSIVE",
        "journal_mode": "WAL",
        "synchronous": "FULL",
        "fullfsync": "ON",  # only macOS knows the difference; ignored elsewhere
        "checkpoint_fullfsync": "ON",
        "foreign_keys": "ON",
        "secure_delete": "ON",
        "temp_store": "MEMORY",
        "trusted_schema": "OFF",
    }
)
"""The settings of every connection that writes, in the order they are made."""


def connect(path: Path, key: bytes | None = None) -> dbapi2.Connection:
    """Open a database for reading and writing, alone: nobody else can open it until it is closed.

    Raises the driver's errors: SQLITE_BUSY where another process has it, SQLITE_NOTADB where it is none or the key is
    another, SQLITE_CANTOPEN where it is missing.
    """
    connection = _open(path, "rw", key)
    try:
        for name, value in SETTINGS.items():
            connection.execute(f"PRAGMA {name}={value}").fetchall()
        # Only now is the lock taken.
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("COMMIT")
    except BaseException:
        connection.close()
        raise
    return connection


def connect_to_look(path: Path, key: bytes | None = None, *, unused: bool) -> dbapi2.Connection:
    """Open a database without changing a byte of it. ``unused``: nobody has it open and no log lies beside it."""
    return _open(path, "ro&immutable=1" if unused else "ro", key)


def connect_plainly(path: Path, key: bytes | None = None) -> dbapi2.Connection:
    """Make a database without a log beside it, which nobody else may read: a new one, or the target of a copy."""
    path.touch(mode=0o600)
    return _open(path, "rw", key)


def connect_memory(key: bytes | None = None) -> dbapi2.Connection:
    """Make a database in memory: where a copy is read from when the file cannot be opened in its place.

    A copy of a file with a key needs the same key.
    """
    connection = dbapi2.connect(":memory:", isolation_level=None)
    _give_key(connection, key)
    return connection


def versions() -> tuple[str, str]:
    """Return the versions of the engine and of its encryption."""
    connection = dbapi2.connect(":memory:")
    try:
        row = connection.execute("PRAGMA cipher_version").fetchone()
    finally:
        connection.close()
    return str(dbapi2.sqlite_version), str(row[0]) if row else ""


def _open(path: Path, mode: str, key: bytes | None) -> dbapi2.Connection:
    connection = dbapi2.connect(
        f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None, timeout=WAIT, cached_statements=256
    )
    _give_key(connection, key)
    return connection


def _give_key(connection: dbapi2.Connection, key: bytes | None) -> None:
    if key is not None:
        # What goes wrong is told by the error it raises, and not on the terminal besides.
        connection.execute("PRAGMA cipher_log_level=NONE")
        connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
