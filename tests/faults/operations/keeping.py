"""Backups made of a profile and of a collection."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from kursapp.storage.backup import back_up, backups
from kursapp.storage.collection.schema import SCHEMA as COLLECTION
from kursapp.storage.opening import open_database
from kursapp.storage.participant.profile_file import SCHEMA as PROFILE
from kursapp.storage.schema import Schema
from tests.faults.operations.dumps import Dump, dump
from tests.faults.operations.migrations import AT, DATA, KEY
from tests.faults.operations.operation import NEW, OLD


@dataclass
class BackingUp:
    """A backup of a file that has none."""

    name: str
    specimen: str
    schema: Schema
    key: bytes | None = None
    whole: Dump | None = None

    def prepare(self, world: Path) -> None:
        """Lay the file out."""
        shutil.copyfile(DATA / self.specimen, world / "a.db")
        self.whole = dump(world / "a.db", self.key)

    def do(self, world: Path) -> None:
        """Open the file and back it up."""
        database = open_database(world / "a.db", self.schema, key=self.key, at=AT).database
        try:
            back_up(database.driver, world / "a.db", self.key, AT)
        finally:
            database.close()

    def state(self, world: Path) -> str:
        """Say whether there is a backup; each one there is holds everything, and so does the file."""
        assert self.whole is not None
        if dump(world / "a.db", self.key) != self.whole:
            return "fila er en annen"
        kept = [dump(backup.path, self.key) for backup in backups(world / "a.db")]
        if any(each != self.whole for each in kept):
            return "en halv sikkerhetskopi"
        return NEW if kept else OLD


def keepings() -> tuple[BackingUp, ...]:
    """Return the backups that are tried."""
    return (
        BackingUp("sikkerhetskopi av profil", "profile-6.db", PROFILE),
        BackingUp("sikkerhetskopi av samling", "collection-1.db", COLLECTION, KEY),
    )
