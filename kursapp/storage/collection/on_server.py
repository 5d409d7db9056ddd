"""Opening the collection on a server: its schema made where missing, brought up to date, or refused unchanged."""

from __future__ import annotations

from sqlalchemy import Column, Integer, MetaData, Table, insert, select, text, update
from sqlalchemy.exc import SQLAlchemyError

from kursapp.domain.problem import Problem, Severity, refusal
from kursapp.storage.schema import Schema
from kursapp.storage.server import OLDEST, Server, read_address

VERSION = Table(
    "kursapp_version",
    MetaData(),
    Column("mark", Integer, nullable=False),
    Column("version", Integer, nullable=False),
)
"""What a file's header holds of a schema on a server: one row."""

_LOCK = 0x4B555253
"""The number two programs that make or migrate one schema wait for each other under."""


def open_server(url: str, name: str, schema: Schema) -> Server:
    """Open a schema of a PostgreSQL database.

    Raises KursappError: ``collection-address``, ``collection-driver-missing``, ``collection-unreachable``,
    ``collection-login-refused``, ``collection-database-missing``, ``collection-server-old``, ``collection-newer``,
    ``not-a-collection`` (the schema has tables of something else), ``collection-not-allowed``, ``migration-failed``.
    """
    server = Server(read_address(url, name))
    try:
        _refuse_old(server)
        with server.transaction():
            server.rows(text("SELECT pg_advisory_xact_lock(:number)"), {"number": _LOCK})
            _make_schema(server)
            version = _version(server, schema)
            if version is None:
                _create(server, schema)
            elif version < schema.version:
                _migrate(server, schema, version)
    except BaseException:
        server.close()
        raise
    return server


def look_at_server(url: str, name: str) -> tuple[Problem, ...]:
    """Return what is unwise about a server, without making anything on it. Raises KursappError as ``open_server``."""
    server = Server(read_address(url, name))
    try:
        _refuse_old(server)
        return warnings_of(server)
    finally:
        server.close()


def warnings_of(server: Server) -> tuple[Problem, ...]:
    """Return ``collection-server-logs`` where the server writes statements, and so their values, to its log."""
    settings = "log_statement", "log_min_duration_statement", "log_parameter_max_length"
    query = text("SELECT name, setting FROM pg_settings WHERE name = ANY(:names)")
    found = {row.name: row.setting for row in server.rows(query, {"names": list(settings)})}
    writes = found.get("log_statement") in ("mod", "all") or found.get("log_min_duration_statement", "-1") != "-1"
    if not writes or found.get("log_parameter_max_length") == "0":
        return ()
    values = (("server", server.address.shown),)
    return (Problem("", 0, 0, "collection-server-logs", Severity.WARNING, values=values),)


def _refuse_old(server: Server) -> None:
    row = server.row(text("SELECT current_setting('server_version_num')::int AS number"))
    major = 0 if row is None else int(row.number) // 10_000
    if major < OLDEST:
        raise refusal("collection-server-old", server=server.address.shown, version=major, oldest=OLDEST)


def _make_schema(server: Server) -> None:
    there = text("SELECT 1 FROM pg_namespace WHERE nspname = :name")
    if server.row(there, {"name": server.address.schema}) is None:
        # The name is an identifier (``read_address``).
        server.run(text(f'CREATE SCHEMA "{server.address.schema}"'))


def _version(server: Server, schema: Schema) -> int | None:
    query = text("SELECT table_name FROM information_schema.tables WHERE table_schema = :name")
    tables = {row.table_name for row in server.rows(query, {"name": server.address.schema})}
    names = {"file": server.address.schema, "folder": server.address.shown}
    if not tables:
        return None
    row = server.row(select(VERSION)) if VERSION.name in tables else None
    if row is None or row.mark != schema.application_id:
        raise refusal("not-a-collection", **names)
    if row.version > schema.version:
        raise refusal("collection-newer", **names, version=row.version, known=schema.version)
    return int(row.version)


def _create(server: Server, schema: Schema) -> None:
    schema.metadata.create_all(server.connection, checkfirst=False)
    VERSION.create(server.connection, checkfirst=False)
    server.run(insert(VERSION), {"mark": schema.application_id, "version": schema.version})


def _migrate(server: Server, schema: Schema, version: int) -> None:
    from alembic.migration import MigrationContext
    from alembic.operations import Operations

    names = {"file": server.address.schema, "folder": server.address.shown, "old": version, "new": schema.version}
    options = {"transactional_ddl": True, "target_metadata": schema.metadata}
    operations = Operations(MigrationContext.configure(server.connection, opts=options))
    steps = schema.steps()
    try:
        for number in range(version + 1, schema.version + 1):
            steps[number](operations)
    except (SQLAlchemyError, ValueError) as error:
        raise refusal("migration-failed", **names, reason=type(error).__name__) from error
    server.run(update(VERSION).values(version=schema.version))
