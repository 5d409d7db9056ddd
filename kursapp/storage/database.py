"""One open database: one connection, one thread, and transactions that are whole and durable or never were."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, CursorResult, Executable, NullPool, Row, create_engine
from sqlcipher3 import dbapi2

from kursapp.domain.problem import refusal
from kursapp.storage.failure import told

Values = Mapping[str, Any] | Sequence[Mapping[str, Any]]


class Database:
    """What stores read and write through. Every method must be called on the thread that opened it.

    A write outside ``transaction`` is one of its own. Errors that concern the file (full disk, damage) come as
    KursappError (``storage.failure``).
    """

    def __init__(self, driver: dbapi2.Connection, path: Path, key: bytes | None = None, *, read_only: bool) -> None:
        self.path = path
        self.key = key
        self.read_only = read_only
        self.driver = driver
        self._thread = threading.get_ident()
        self._depth = 0
        # AUTOCOMMIT leaves BEGIN and COMMIT to us: SQLAlchemy's own begin comes too late for a migration to be whole.
        self._engine = create_engine(
            "sqlite://", module=dbapi2, creator=lambda: driver, poolclass=NullPool, isolation_level="AUTOCOMMIT"
        )
        self.connection: Connection = self._engine.connect()

    @property
    def in_transaction(self) -> bool:
        """Say whether a transaction is open."""
        return self._depth > 0

    def rows(self, statement: Executable, values: Mapping[str, Any] | None = None) -> Sequence[Row[Any]]:
        """Run a SELECT and return all its rows."""
        with told(self.path):
            return self._execute(statement, values).all()

    def row(self, statement: Executable, values: Mapping[str, Any] | None = None) -> Row[Any] | None:
        """Run a SELECT and return its first row, or None where there is none."""
        with told(self.path):
            return self._execute(statement, values).first()

    def run(self, statement: Executable, values: Values | None = None) -> CursorResult[Any]:
        """Run a statement that changes something; several sets of values run it once for each."""
        with self.transaction(), told(self.path):
            return self._execute(statement, values)

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """Make one of all writes inside: durable when the block ends, undone when it raises. An inner one joins."""
        self._assert_thread()
        if self.read_only:
            raise refusal("profile-read-only", file=self.path.name, folder=self.path.parent)
        if self._depth:
            yield
            return
        with told(self.path):
            self.connection.exec_driver_sql("BEGIN IMMEDIATE")
        self._depth = 1
        try:
            yield
            with told(self.path):
                self.connection.exec_driver_sql("COMMIT")
        except BaseException:
            self._roll_back()
            raise
        finally:
            self._depth = 0

    def close(self) -> None:
        """Close the file; closing twice is nothing."""
        self._assert_thread()
        self.connection.close()
        self._engine.dispose()

    def _execute(self, statement: Executable, values: Values | None) -> CursorResult[Any]:
        self._assert_thread()
        if self._depth and not self.driver.in_transaction:
            # SQLite itself undid it after a failure; going on would write what is left without its beginning.
            raise RuntimeError("the transaction has failed and was undone")
        return self.connection.execute(statement, values)

    def _roll_back(self) -> None:
        if self.driver.in_transaction:
            # SQLite has often undone it already; the error that led here is the one to tell.
            with contextlib.suppress(dbapi2.Error):
                self.driver.execute("ROLLBACK")

    def _assert_thread(self) -> None:
        if threading.get_ident() != self._thread:
            raise RuntimeError(f"{self.path.name} belongs to the thread that opened it")
