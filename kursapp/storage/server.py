"""A schema of a PostgreSQL database that several people write to: one connection, made anew when it has been lost."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ARRAY,
    URL,
    Connection,
    NullPool,
    Table,
    bindparam,
    create_engine,
    event,
    func,
    insert,
    make_url,
    select,
)
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError

from kursapp.domain.problem import refusal
from kursapp.storage.server_failure import server_failure
from kursapp.storage.statements import insert_new
from kursapp.storage.transactions import Transactions

DRIVER = "postgresql+psycopg"
OLDEST = 15
"""The first PostgreSQL this is tried out with."""

SESSION = {
    "search_path": None,
    "lock_timeout": "30s",
    # A laptop that falls asleep in the middle of something must not keep everybody else waiting.
    "idle_in_transaction_session_timeout": "5min",
    "standard_conforming_strings": "on",
    "client_min_messages": "warning",
}
"""How every connection is set; ``search_path`` is the schema alone."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where a server's database is, without what may not be shown. ``schema`` holds our tables and nothing else."""

    url: URL
    schema: str

    @property
    def shown(self) -> str:
        """Return the address as it may stand in a sentence: no name of a user, no password."""
        host = self.url.host or "localhost"
        return f"{host}/{self.url.database or ''}"


def read_address(url: str, schema: str) -> Address:
    """Read a URL as ``postgresql+psycopg://user:password@host/database``.

    Raises KursappError: ``collection-address`` where it is none, ``collection-driver-missing`` where the driver is
    not installed.
    """
    try:
        read = make_url(url)
    except (ArgumentError, ValueError) as error:
        raise refusal("collection-address") from error
    if read.drivername in ("postgres", "postgresql"):
        read = read.set(drivername=DRIVER)
    if read.drivername != DRIVER or not read.database or not schema.isidentifier():
        raise refusal("collection-address")
    try:
        import psycopg  # noqa: F401 - an extra, which may be missing
    except ImportError as error:
        raise refusal("collection-driver-missing") from error
    return Address(read, schema)


class Server(Transactions):
    """A PostgreSQL schema that stores read and write through.

    A lost connection is told once (``collection-lost``), with its transaction undone by the server; the next statement
    connects again.
    """

    dialect = "postgresql"

    def __init__(self, address: Address) -> None:
        super().__init__(address.shown)
        self.address = address
        try:
            self._engine = create_engine(
                address.url,
                poolclass=NullPool,
                isolation_level="AUTOCOMMIT",
                hide_parameters=True,
                connect_args={"connect_timeout": 10, "application_name": "kursapp"},
            )
        except (ArgumentError, NoSuchModuleError) as error:
            raise refusal("collection-address") from error
        event.listen(self._engine, "connect", self._set_session)
        self._open: Connection | None = None

    @property
    def connection(self) -> Connection:
        """Return the connection statements run on, made where there is none."""
        if self._open is None:
            self._open = self._engine.connect()
        return self._open

    @property
    def driver(self) -> Any:
        """Return psycopg's own connection, for what SQLAlchemy has no words for."""
        return self.connection.connection.driver_connection

    def insert_many(self, table: Table, rows: Sequence[tuple[Any, ...]], *, known_stay: bool = False) -> None:
        """Insert rows as columns: one statement on its way to the server, however many they are."""
        if not rows:
            return
        columns = list(table.columns)
        values = (
            bindparam(column.name, list(each), ARRAY(column.type))
            for column, each in zip(columns, zip(*rows, strict=True), strict=True)
        )
        names = [column.name for column in columns]
        rows_of = func.unnest(*values).table_valued(*names).render_derived()
        statement = insert_new(table, self.dialect) if known_stay else insert(table)
        self.run(statement.from_select(names, select(*(rows_of.c[name] for name in names))))

    def close(self) -> None:
        """End the connection; closing twice is nothing."""
        self._assert_thread()
        self._let_go()
        self._engine.dispose()

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            lost = error.connection_invalidated
            found = server_failure(error, self.address.shown, lost=lost)
            if lost:
                self._let_go()
            if found is None:
                raise
            raise found from error

    def _begin(self) -> None:
        self.connection.exec_driver_sql("BEGIN")

    def _commit(self) -> None:
        self.connection.exec_driver_sql("COMMIT")

    def _roll_back(self) -> None:
        if self._open is None:
            return
        try:
            self._open.exec_driver_sql("ROLLBACK")
        except SQLAlchemyError:
            # Whatever stands in the way, the server undoes what a connection leaves behind.
            self._let_go()

    def _assert_writable(self) -> None:
        """Leave it to the server, which says so itself."""

    def _is_whole(self) -> bool:
        from psycopg.pq import TransactionStatus

        return self._open is not None and self.driver.info.transaction_status == TransactionStatus.INTRANS

    def _set_session(self, driver: Any, _record: object) -> None:
        settings = {**SESSION, "search_path": f'"{self.address.schema}"'}
        with driver.cursor() as cursor:
            for name, value in settings.items():
                cursor.execute("SELECT set_config(%s, %s, false)", (name, value))

    def _let_go(self) -> None:
        if self._open is not None:
            with contextlib.suppress(SQLAlchemyError):
                self._open.close()
            self._open = None
