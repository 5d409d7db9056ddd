"""Bringing a database up to the version this program knows: all of it in one transaction, or nothing."""

from __future__ import annotations

from sqlalchemy.exc import SQLAlchemyError
from sqlcipher3 import dbapi2

from kursapp.domain.problem import refusal
from kursapp.storage.database import Database
from kursapp.storage.failure import told
from kursapp.storage.schema import Schema


def migrate(database: Database, schema: Schema, version: int) -> None:
    """Run the steps after ``version``. The caller has made a backup and holds the file alone.

    Raises KursappError ``migration-failed`` (file, folder, old, new, reason) or ``disk-full``, with the file as it was.
    """
    from alembic.migration import MigrationContext
    from alembic.operations import Operations

    names = {"file": database.path.name, "folder": database.path.parent, "old": version, "new": schema.version}
    # Inside a transaction this has no effect, and rebuilding a table would delete the rows that point to it.
    database.driver.execute("PRAGMA foreign_keys=OFF")
    try:
        with told(database.path), database.transaction():
            options = {"transactional_ddl": True, "target_metadata": schema.metadata}
            operations = Operations(MigrationContext.configure(database.connection, opts=options))
            steps = schema.steps()
            for number in range(version + 1, schema.version + 1):
                steps[number](operations)
            orphans = database.driver.execute("PRAGMA foreign_key_check").fetchall()
            if orphans:
                raise refusal("migration-failed", **names, reason=f"foreign_key_check: {len(orphans)}")
            database.driver.execute(f"PRAGMA user_version={schema.version}")
    except (SQLAlchemyError, dbapi2.Error, ValueError) as error:
        raise refusal("migration-failed", **names, reason=type(error).__name__) from error
    finally:
        database.driver.execute("PRAGMA foreign_keys=ON")
