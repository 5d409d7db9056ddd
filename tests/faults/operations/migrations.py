"""Databases of earlier versions brought up to this program's, with the rows that hang on others."""

from __future__ import annotations

import contextlib
import shutil
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from alembic.operations import Operations
from sqlalchemy import Column, Integer
from sqlcipher3 import dbapi2

from kursapp.storage.backup import backups
from kursapp.storage.collection.schema import SCHEMA as COLLECTION
from kursapp.storage.opening import open_database
from kursapp.storage.participant.profile_file import SCHEMA as PROFILE
from kursapp.storage.schema import Schema
from tests.faults.operations.dumps import Dump, difference, dump
from tests.faults.operations.operation import NEW, OLD

DATA = Path(__file__).parents[2] / "data"
AT = datetime(2026, 3, 9, 12, tzinfo=UTC)
KEY = bytes(range(32))


@dataclass
class Migrating:
    """A specimen opened by a program that knows a later version."""

    name: str
    specimen: str
    schema: Schema
    key: bytes | None = None
    encrypted: bool = False
    old: Dump | None = None
    new: Dump | None = None

    def prepare(self, world: Path) -> None:
        """Lay the specimen out, and migrate another copy to know what it is to become."""
        _lay_out(DATA / self.specimen, world / "a.db", self.key if self.encrypted else None)
        self.old = dump(world / "a.db", self.key)
        (world / "siden").mkdir()
        shutil.copy(world / "a.db", world / "siden/a.db")
        self.do(world / "siden")
        self.new = dump(world / "siden/a.db", self.key)
        shutil.rmtree(world / "siden")

    def do(self, world: Path) -> None:
        """Open it."""
        open_database(world / "a.db", self.schema, key=self.key, at=AT).database.close()

    def state(self, world: Path) -> str:
        """Compare it, and where it is new, the backup that was made before."""
        assert self.old is not None
        assert self.new is not None
        there = dump(world / "a.db", self.key)
        if there == self.old:
            return OLD
        if there != self.new:
            return f"verken gammel eller ny: {difference(there, self.new)}"
        kept = [dump(backup.path, self.key) for backup in backups(world / "a.db")]
        return NEW if self.old in kept else "ny, uten sikkerhetskopi av det gamle"


def _lay_out(specimen: Path, path: Path, key: bytes | None) -> None:
    """Copy a specimen, under a key where one is given."""
    if key is None:
        shutil.copyfile(specimen, path)
        return
    with contextlib.closing(dbapi2.connect(f"{specimen.as_uri()}?mode=ro", uri=True, isolation_level=None)) as source:
        version = source.execute("PRAGMA user_version").fetchone()[0]
        mark = source.execute("PRAGMA application_id").fetchone()[0]
        source.execute("ATTACH ? AS locked KEY ?", (str(path), f"x'{key.hex()}'"))
        source.execute("SELECT sqlcipher_export('locked')")
        source.execute(f"PRAGMA locked.user_version={version}")
        source.execute(f"PRAGMA locked.application_id={mark}")


def _rebuild(operations: Operations) -> None:
    """Build the table that all others hang on anew, as a later version may have to."""
    with operations.batch_alter_table("cohort", recreate="always") as batch:
        batch.add_column(Column("kept", Integer, nullable=False, server_default="1"))


def _next_collection() -> Schema:
    """Return the collection's next version, made up: this program knows one only."""
    steps = {**COLLECTION.steps(), COLLECTION.version + 1: _rebuild}
    return replace(COLLECTION, version=COLLECTION.version + 1, steps=lambda: steps)


def migrations() -> tuple[Migrating, ...]:
    """Return the migrations that are tried."""
    return (
        Migrating("migrering av profil, versjon 1", "profile-1.db", PROFILE),
        Migrating("migrering av profil, versjon 2", "profile-2.db", PROFILE),
        Migrating("migrering av kryptert profil", "profile-2.db", PROFILE, KEY, encrypted=True),
        Migrating("migrering av samling", "collection-1.db", _next_collection(), KEY),
    )
