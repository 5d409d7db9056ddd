"""Making sure that what was removed is gone: from free pages, from the log, and from backups made before."""

from __future__ import annotations

import contextlib
from datetime import datetime

from sqlalchemy import delete, select

from kursapp.domain.problem import KursappError
from kursapp.storage.backup import back_up, backups
from kursapp.storage.collection.tables import CODE, COMMENT, COMMENT_TAG, DELETED, DELIVERY, METADATA, UNTIDY
from kursapp.storage.connection import SETTINGS
from kursapp.storage.database import Database
from kursapp.storage.server import Server
from kursapp.storage.transactions import Transactions

_EMPTIED = (DELIVERY, CODE, COMMENT, COMMENT_TAG)
"""Tables that closing a round, or making a report, takes something out of."""


def is_untidy(database: Transactions) -> bool:
    """Say whether something was removed and not yet tidied away, since the program ended or was kept from it."""
    return database.row(select(UNTIDY).limit(1)) is not None


def tidy(database: Transactions, at: datetime) -> None:
    """Tidy away what was removed since last time. Outside any transaction.

    On SQLite: checkpoint, VACUUM, a new backup, and every earlier one removed. On PostgreSQL: tables rewritten; where
    somebody else is in the middle of something it is left for the next time. Raises KursappError: ``disk-full``,
    ``backup-failed`` (the earlier backups are gone all the same), ``collection-…``.
    """
    if isinstance(database, Database):
        _tidy_file(database, at)
    elif isinstance(database, Server):
        _tidy_server(database)


def _tidy_file(database: Database, at: datetime) -> None:
    _empty_log(database)
    # The copy it makes on its way is under the file's own key wherever it lies, and too large to have in memory.
    database.run_alone("PRAGMA temp_store=FILE")
    try:
        database.run_alone("VACUUM")
    finally:
        database.run_alone(f"PRAGMA temp_store={SETTINGS['temp_store']}")
    _empty_log(database)
    # Before the new one is made: that may fail, and whatever the clock says the new one is never among these.
    for backup in backups(database.path):
        with contextlib.suppress(FileNotFoundError):
            backup.path.unlink()
    back_up(database.driver, database.path, database.key, at)
    database.run(delete(UNTIDY))


def _empty_log(database: Database) -> None:
    database.run_alone("PRAGMA wal_checkpoint(TRUNCATE)")


def _tidy_server(database: Server) -> None:
    gone = database.row(select(UNTIDY).join(DELETED, DELETED.c.cohort_id == UNTIDY.c.cohort_id).limit(1)) is not None
    try:
        for table in METADATA.sorted_tables:
            full = "FULL, " if gone or table in _EMPTIED else ""
            database.run_alone(f'VACUUM ({full}ANALYZE) "{table.name}"')
    except KursappError as error:
        if error.problem.code != "collection-busy":
            raise
    else:
        database.run(delete(UNTIDY))
