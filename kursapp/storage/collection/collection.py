"""The collection and its stores, opened from a file or a server."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from kursapp.domain.backup import KeptBackup, Occasion
from kursapp.domain.problem import KursappError, Problem
from kursapp.storage.amounts import compared
from kursapp.storage.backup import back_up
from kursapp.storage.collection.cohorts import Codes, Cohorts, Participation, RoundNumbers, Seen
from kursapp.storage.collection.comments import Comments
from kursapp.storage.collection.counted import COUNTED
from kursapp.storage.collection.deliveries import Deliveries
from kursapp.storage.collection.on_server import open_server, warnings_of
from kursapp.storage.collection.rounds import Rounds
from kursapp.storage.collection.schema import SCHEMA
from kursapp.storage.collection.tallies import QuizSums, Tallies
from kursapp.storage.collection.tidying import is_untidy, tidy
from kursapp.storage.collection.tombstones import add_tombstones, read_tombstones
from kursapp.storage.database import Database
from kursapp.storage.failure import renamed
from kursapp.storage.opening import open_database
from kursapp.storage.server import Server
from kursapp.storage.transactions import Transactions

TOMBSTONES = ".slettet"
"""The ending of the list of deleted cohorts beside a collection's file."""


class Collection:
    """What a coordinator keeps, open. Everything is called on the thread that opened it."""

    def __init__(self, database: Transactions, tombstones: Path | None, *, changed: bool = False) -> None:
        self._database = database
        self._tombstones = tombstones
        self._changed = changed
        numbers = RoundNumbers(database)
        self.cohorts = Cohorts(database)
        self.deliveries = Deliveries(database, numbers)
        self.seen = Seen(database)
        self.codes = Codes(database, numbers)
        self.rounds = Rounds(database, self.cohorts, numbers, self.deliveries)
        self.tallies = Tallies(database, numbers)
        self.quiz_sums = QuizSums(database)
        self.comments = Comments(database)
        self.participation = Participation(database)

    @property
    def shared(self) -> bool:
        """Say whether others may be writing to it at the same time."""
        return isinstance(self._database, Server)

    @property
    def path(self) -> Path | None:
        """Return the collection's file; None where it is on a server."""
        return self._database.path if isinstance(self._database, Database) else None

    def transaction(self) -> contextlib.AbstractContextManager[None]:
        """Make one of several writes: all are durable when the block ends, or none is."""
        return self._database.transaction()

    def bury(self, cohort_id: str) -> None:
        """Put a cohort on the list of deleted ones: what is not deleted now is the next time this is opened."""
        if self._tombstones is not None:
            add_tombstones(self._tombstones, (cohort_id,))

    def delete_cohort(self, cohort_id: str, at: datetime) -> None:
        """Remove a cohort for good: its rows, the log, earlier backups; and see that no old copy brings it back."""
        self.bury(cohort_id)
        self.cohorts.delete(cohort_id)
        self.tidy(at)

    def tidy(self, at: datetime) -> None:
        """Tidy away what was removed, after closing a round or making a report: see ``tidying.tidy``.

        Raises KursappError: ``disk-full``, ``backup-failed``.
        """
        with renamed(SCHEMA.codes):
            tidy(self._database, at)

    def back_up(self, at: datetime) -> Path | None:
        """Make a backup, once after opening, where the file has changed since the newest; None where it has not.

        A server's backups are its owner's. Raises KursappError: ``disk-full``, ``backup-failed``.
        """
        if not isinstance(self._database, Database) or self._database.read_only or not self._changed:
            return None
        made = back_up(self._database.driver, self._database.path, self._database.key, at)
        self._changed = False
        return made

    def back_up_before(self, occasion: Occasion, at: datetime) -> Path | None:
        """Make a backup whatever has changed; None where it is on a server or nothing can be saved.

        Raises KursappError as ``back_up``.
        """
        if not isinstance(self._database, Database) or self._database.read_only:
            return None
        return back_up(self._database.driver, self._database.path, self._database.key, at, occasion=occasion)

    def compare(self, kept: Sequence[KeptBackup]) -> tuple[KeptBackup, ...]:
        """Say of each backup what of this collection it lacks."""
        if not isinstance(self._database, Database):
            return tuple(kept)
        return compared(self._database.driver, COUNTED, kept)

    def warnings(self) -> tuple[Problem, ...]:
        """Return what is unwise about where the collection is: a server that writes statements to its log."""
        return warnings_of(self._database) if isinstance(self._database, Server) else ()

    def close(self) -> None:
        """Let go of the file or the server."""
        self._database.close()

    def make_good(self, at: datetime) -> None:
        """Do what was left undone when the program last ended, and bury again what an old copy has brought back."""
        buried = self._buried()
        self._bury(buried)
        if is_untidy(self._database):
            # What could not be done now is done the next time; it must not keep anybody from her work.
            with contextlib.suppress(KursappError):
                self.tidy(at)

    def _buried(self) -> frozenset[str]:
        known = self.cohorts.deleted()
        if self._tombstones is None:
            return known
        listed = read_tombstones(self._tombstones)
        if known - listed:
            add_tombstones(self._tombstones, known)
        return known | listed

    def _bury(self, buried: frozenset[str]) -> None:
        known = self.cohorts.deleted()
        for record in self.cohorts.all():
            if record.id in buried:
                self.cohorts.delete(record.id)
        for cohort_id in sorted(buried - known):
            self.cohorts.delete(cohort_id)


def open_collection(
    where: Path | str,
    key: bytes | None = None,
    *,
    at: datetime,
    schema: str = "kursapp",
    tombstones: Path | None = None,
) -> Collection:
    """Open the collection in a file (a path, and its ``key`` of 32 bytes) or on a server (a URL); made where missing.

    ``schema`` is that of a server's tables, and ``tombstones`` the list of deleted cohorts, by default beside the file.
    Raises KursappError: ``collection-…`` (``texts.problems_collection``), ``disk-full``, ``folder-unwritable``,
    ``network-folder``, ``migration-failed``, ``backup-failed``.
    """
    if isinstance(where, Path):
        if key is None:
            raise ValueError("a collection in a file has a key")
        opened = open_database(where, SCHEMA, create=True, key=key, at=at)
        beside = tombstones or where.with_suffix(TOMBSTONES)
        collection = Collection(opened.database, beside, changed=opened.changed)
        read_only = opened.database.read_only
    else:
        collection = Collection(open_server(where, schema, SCHEMA), tombstones)
        read_only = False
    try:
        if not read_only:
            collection.make_good(at)
    except BaseException:
        collection.close()
        raise
    return collection
