"""Backups made of a profile and of a collection, and put back."""

from __future__ import annotations

import contextlib
import shutil
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from sqlcipher3 import dbapi2

from kursapp.domain.problem import KursappError
from kursapp.storage.backup import back_up, backups
from kursapp.storage.collection.schema import SCHEMA as COLLECTION
from kursapp.storage.connection import connect
from kursapp.storage.opening import create_database, open_database
from kursapp.storage.participant.profile_file import SCHEMA as PROFILE
from kursapp.storage.restoring import put_back
from kursapp.storage.schema import Schema
from tests.faults.operations.dumps import Dump, dump
from tests.faults.operations.interrupting import run_alone
from tests.faults.operations.migrations import AT, DATA, KEY
from tests.faults.operations.operation import NEW, OLD

DAMAGED = slice(4096, 12288)
"""Bytes of a file that are written over: pages in its middle."""


@dataclass
class BackingUp:
    """A backup of a file that has none."""

    name: str
    specimen: str
    schema: Schema
    key: bytes | None = None
    now: Dump | None = None

    def prepare(self, world: Path) -> None:
        """Lay the file out."""
        shutil.copyfile(DATA / self.specimen, world / "a.db")
        self.now = dump(world / "a.db", self.key)

    def do(self, world: Path) -> None:
        """Open the file and back it up."""
        with contextlib.closing(open_database(world / "a.db", self.schema, key=self.key, at=AT).database) as database:
            back_up(database.driver, world / "a.db", self.key, AT)

    def state(self, world: Path) -> str:
        """Say whether there is a backup; each one there is holds everything, and so does the file."""
        if dump(world / "a.db", self.key) != self.now:
            return "fila er en annen"
        kept = [dump(backup.path, self.key) for backup in backups(world / "a.db")]
        if any(each != self.now for each in kept):
            return "en halv sikkerhetskopi"
        return NEW if kept else OLD


@dataclass
class Restoring(BackingUp):
    """A backup put back where the file has gone on since, and was last killed; or, ``damaged``, cannot be read."""

    damaged: bool = False
    before: Dump | None = None

    def prepare(self, world: Path) -> None:
        """Back the file up, change it, and leave the log that a killed program leaves beside it."""
        super().prepare(world)
        self.before = self.now
        self.do_backup(world)
        if self.damaged:
            (world / "a.db").write_bytes(damaged((world / "a.db").read_bytes()))
        else:
            leave_log(world / "a.db", self.key)
            self.now = dump(world / "a.db", self.key)

    def do_backup(self, world: Path) -> None:
        """Make the backup that is to be put back."""
        super().do(world)

    def do(self, world: Path) -> None:
        """Put the oldest backup back."""
        oldest = backups(world / "a.db")[-1]
        put_back(oldest, world / "a.db", self.schema, self.key, AT + timedelta(hours=1))

    def state(self, world: Path) -> str:
        """Say whether it is the file as it was or the backup; what was there is kept, as a backup or set aside."""
        path = world / "a.db"
        oldest = backups(path)[-1]
        if dump(oldest.path, self.key) != self.before:
            return "sikkerhetskopien er en annen"
        if self.damaged:
            return self._damaged_state(path)
        there = dump(path, self.key)
        if there == self.now:
            return OLD
        if there != self.before:
            return "verken fila eller sikkerhetskopien"
        kept = [dump(backup.path, self.key) for backup in backups(path)]
        return NEW if self.now in kept else "det som var der før, er ikke tatt vare på"

    def _damaged_state(self, path: Path) -> str:
        """A damaged file is set aside first: until the backup has its name, there is none, and the start says so."""
        aside = list(path.parent.glob("a-skadet-*.db"))
        if not aside:
            return OLD if b"\xa5" * 64 in path.read_bytes() else "den skadde fila er borte"
        if not path.exists():
            return OLD
        return NEW if dump(path, self.key) == self.before else "verken fila eller sikkerhetskopien"


@dataclass
class BeginningAnew(BackingUp):
    """A damaged file set aside with the log of the program that was killed, and an empty one made in its place."""

    left: tuple[bytes, bytes] = (b"", b"")

    def prepare(self, world: Path) -> None:
        """Leave a log, damage the file, and make an empty one to compare with."""
        path = world / "a.db"
        shutil.copyfile(DATA / self.specimen, path)
        leave_log(path, self.key)
        data = damaged(path.read_bytes())
        path.write_bytes(data)
        self.left = (data, _log(path).read_bytes())
        create_database(world / "tom.db", self.schema, self.key)
        self.now = dump(world / "tom.db", self.key)

    def do(self, world: Path) -> None:
        """Open it; told that it is damaged, begin anew."""
        path = world / "a.db"
        try:
            opened = open_database(path, self.schema, key=self.key, at=AT)
        except KursappError as error:
            if error.problem.code not in ("profile-damaged", "profile-missing"):
                raise
            opened = open_database(path, self.schema, create=True, key=self.key, at=AT)
        opened.database.close()

    def state(self, world: Path) -> str:
        """Say whether the damaged file is in its place, or aside with every byte of it and of its log."""
        path = world / "a.db"
        if path.exists() and path.read_bytes() == self.left[0]:
            return OLD
        aside = [each.read_bytes() for each in (*path.parent.glob("a-skadet-*.db"), *path.parent.glob("a*.db-wal"))]
        if not set(self.left) <= set(aside):
            return "den skadde fila eller loggen er ikke tatt vare på"
        if not path.exists():
            return OLD
        return NEW if dump(path, self.key) == self.now else "noe av det gamle er i den nye fila"


def damaged(data: bytes) -> bytes:
    """Return a file with pages written over."""
    return data[: DAMAGED.start] + b"\xa5" * (DAMAGED.stop - DAMAGED.start) + data[DAMAGED.stop :]


def _log(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def leave_log(path: Path, key: bytes | None) -> None:
    """Write to a database, and be gone without closing it: what was written lies in the log beside it."""
    ended = run_alone(lambda: _write_and_go(path, key))
    assert _log(path).stat().st_size, ended


def _write_and_go(path: Path, key: bytes | None) -> None:
    connection = connect(path, key)
    connection.execute("CREATE TABLE later (a)")
    connection.execute("INSERT INTO later VALUES ('skrevet etterpå')")
    _KEPT_OPEN.append(connection)


_KEPT_OPEN: list[dbapi2.Connection] = []
"""Of the child that is gone a moment later: closed, the log would be emptied."""


def keepings() -> tuple[BackingUp, ...]:
    """Return what is tried of backups."""
    return (
        BackingUp("sikkerhetskopi av profil", "profile-6.db", PROFILE),
        BackingUp("sikkerhetskopi av samling", "collection-1.db", COLLECTION, KEY),
        Restoring("gjenoppretting av profil", "profile-6.db", PROFILE),
        Restoring("gjenoppretting av samling", "collection-1.db", COLLECTION, KEY),
        Restoring("gjenoppretting av skadet profil", "profile-6.db", PROFILE, damaged=True),
        BeginningAnew("ny profil etter en skadet", "profile-6.db", PROFILE),
    )
