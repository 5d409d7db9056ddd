"""What stores read and write through, whichever engine is behind it: statements, and transactions that are whole."""

from __future__ import annotations

import abc
import contextlib
import threading
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, CursorResult, Executable, Row, Table, insert

from kursapp.storage.statements import insert_new

Values = Mapping[str, Any] | Sequence[Mapping[str, Any]]


class Transactions(abc.ABC):
    """One connection, used on the thread that opened it and on no other.

    A write outside ``transaction`` is one of its own. Errors that concern the place and not the statement (full disk,
    a server that is gone) come as KursappError.
    """

    dialect: str
    """The engine's name as SQLAlchemy has it."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._thread = threading.get_ident()
        self._depth = 0

    @property
    @abc.abstractmethod
    def connection(self) -> Connection:
        """Return the connection statements run on."""

    @property
    def in_transaction(self) -> bool:
        """Say whether a transaction is open."""
        return self._depth > 0

    def rows(self, statement: Executable, values: Mapping[str, Any] | None = None) -> Sequence[Row[Any]]:
        """Run a SELECT and return all its rows."""
        with self._told():
            return self._execute(statement, values).all()

    def row(self, statement: Executable, values: Mapping[str, Any] | None = None) -> Row[Any] | None:
        """Run a SELECT and return its first row, or None where there is none."""
        with self._told():
            return self._execute(statement, values).first()

    def run(self, statement: Executable, values: Values | None = None) -> CursorResult[Any]:
        """Run a statement that changes something; several sets of values run it once for each."""
        with self.transaction(), self._told():
            return self._execute(statement, values)

    def insert_many(self, table: Table, rows: Sequence[tuple[Any, ...]], *, known_stay: bool = False) -> None:
        """Insert rows, each with the table's columns in their order; ``known_stay``: but for those that are there."""
        names = [column.name for column in table.columns]
        statement = insert_new(table, self.dialect) if known_stay else insert(table)
        if rows:
            self.run(statement, [dict(zip(names, row, strict=True)) for row in rows])

    def run_alone(self, statement: str) -> None:
        """Run a statement of the engine's own that can be part of no transaction, such as VACUUM."""
        self._assert_thread()
        self._assert_writable()
        with self._told():
            self.connection.exec_driver_sql(statement)

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """Make one of all writes inside: durable when the block ends, undone when it raises. An inner one joins."""
        self._assert_thread()
        self._assert_writable()
        if self._depth:
            yield
            return
        with self._told():
            self._begin()
        self._depth = 1
        try:
            yield
            with self._told():
                self._commit()
        except BaseException:
            self._roll_back()
            raise
        finally:
            self._depth = 0

    @abc.abstractmethod
    def close(self) -> None:
        """Let go of the place; closing twice is nothing."""

    @abc.abstractmethod
    def _told(self) -> contextlib.AbstractContextManager[None]: ...

    @abc.abstractmethod
    def _begin(self) -> None: ...

    @abc.abstractmethod
    def _commit(self) -> None: ...

    @abc.abstractmethod
    def _roll_back(self) -> None: ...

    @abc.abstractmethod
    def _is_whole(self) -> bool:
        """Say whether the open transaction still stands."""

    @abc.abstractmethod
    def _assert_writable(self) -> None:
        """Raise KursappError where nothing can be written."""

    def _execute(self, statement: Executable, values: Values | None) -> CursorResult[Any]:
        self._assert_usable()
        return self.connection.execute(statement, values)

    def _assert_usable(self) -> None:
        self._assert_thread()
        if self._depth and not self._is_whole():
            # The engine itself undid it after a failure; going on would write what is left without its beginning.
            raise RuntimeError("the transaction has failed and was undone")

    def _assert_thread(self) -> None:
        if threading.get_ident() != self._thread:
            raise RuntimeError(f"{self._name} belongs to the thread that opened it")
