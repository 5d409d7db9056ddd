"""One open database file: one connection, one thread, and transactions that are whole and durable or never were."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, NullPool, create_engine
from sqlcipher3 import dbapi2

from kursapp.domain.problem import refusal
from kursapp.storage.failure import renamed, told
from kursapp.storage.prepared import Prepared
from kursapp.storage.transactions import Transactions, Values


class Database(Transactions):
    """A SQLite file that stores read and write through.

    ``codes`` are the codes under which this kind of file tells what happens to it, by those of a profile. Errors that
    concern the file (full disk, damage) come as KursappError (``storage.failure``).
    """

    dialect = "sqlite"

    def __init__(
        self,
        driver: dbapi2.Connection,
        path: Path,
        key: bytes | None = None,
        *,
        read_only: bool,
        codes: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(path.name)
        self.path = path
        self.key = key
        self.read_only = read_only
        self.driver = driver
        self._file = None if read_only else _file_of(path)
        self._codes = codes or {}
        self._telling = _Telling(path, self._codes)
        # AUTOCOMMIT leaves BEGIN and COMMIT to us: SQLAlchemy's own begin comes too late for a migration to be whole.
        self._engine = create_engine(
            "sqlite://",
            module=dbapi2,
            creator=lambda: driver,
            poolclass=NullPool,
            isolation_level="AUTOCOMMIT",
            hide_parameters=True,
        )
        self._connection = self._engine.connect()
        # Not the engine's, which is ours: without it Alembic would take itself to be outside of any, and commit.
        self._connection.begin()

    @property
    def connection(self) -> Connection:
        """Return the connection statements run on."""
        return self._connection

    def put(self, statement: Prepared, values: Values) -> int:
        """Run a prepared statement that changes something, as ``run``, and return the id of the row that came last."""
        with self.transaction(), self._told():
            return int(self._run_prepared(statement, values).lastrowid or 0)

    def ask(self, statement: Prepared, values: Mapping[str, Any]) -> Sequence[Any]:
        """Run a prepared SELECT and return all its rows, as the engine gives them."""
        with self._told():
            return list(self._run_prepared(statement, values).fetchall())

    def empty_log(self) -> None:
        """Bring everything into the file itself and empty the log beside it, so that nothing deleted stays there."""
        self._assert_thread()
        with told(self.path):
            self.driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def close(self) -> None:
        """Close the file; closing twice is nothing."""
        self._assert_thread()
        self._connection.close()
        self._engine.dispose()

    def _run_prepared(self, statement: Prepared, values: Values) -> dbapi2.Cursor:
        self._assert_usable()
        if isinstance(values, Mapping):
            return self.driver.execute(*statement.ready(values))
        rows = [statement.ready(each) for each in values]
        return self.driver.executemany(rows[0][0], [row for _, row in rows])

    def _told(self) -> contextlib.AbstractContextManager[None]:
        return self._telling

    def _begin(self) -> None:
        if self._file is not None and _file_of(self.path) != self._file:
            # What is written to a file that has lost its name is gone with the last who has it open.
            raise refusal("database-gone", file=self.path.name, folder=self.path.parent)
        self.driver.execute("BEGIN IMMEDIATE")

    def _commit(self) -> None:
        self.driver.execute("COMMIT")

    def _roll_back(self) -> None:
        if self.driver.in_transaction:
            # SQLite has often undone it already; the error that led here is the one to tell.
            with contextlib.suppress(dbapi2.Error):
                self.driver.execute("ROLLBACK")

    def _is_whole(self) -> bool:
        return bool(self.driver.in_transaction)

    def _assert_writable(self) -> None:
        if self.read_only:
            with renamed(self._codes):
                raise refusal("profile-read-only", file=self.path.name, folder=self.path.parent)


class _Telling(contextlib.AbstractContextManager[None]):
    """Tells what is the matter with a file (``storage.failure``); nearly always nothing is, and it does nothing."""

    def __init__(self, path: Path, codes: Mapping[str, str]) -> None:
        self._path = path
        self._codes = codes

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if error is not None:
            with renamed(self._codes), told(self._path):
                raise error


def _file_of(path: Path) -> tuple[int, int] | None:
    """Return which file has this name; None where none has. On Windows a file cannot lose its name while it is open."""
    if sys.platform == "win32":
        return None
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
