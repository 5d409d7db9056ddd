"""Every backup a test makes is put back after it, elsewhere, and must hold what the database held when it was made."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import MetaData
from sqlcipher3 import dbapi2

from kursapp.storage import backup
from kursapp.storage.backup import Backup
from kursapp.storage.connection import connect
from kursapp.storage.inspection import look
from kursapp.storage.restoring import put_back
from kursapp.storage.schema import Schema

MOST = 3
"""Backups of one test that are put back: the newest, since some tests make hundreds."""

Rows = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Made:
    """A backup: the key it takes, how many rows each table had, and the digest of its bytes."""

    key: bytes | None
    rows: Rows
    digest: bytes


@dataclass(slots=True)
class KeptBackups:
    """Notes every backup that is made from now on, in this process."""

    made: dict[Path, Made] = field(default_factory=dict)
    _sources: dict[Path, tuple[bytes | None, Rows]] = field(default_factory=dict)

    def watch(self, patch: pytest.MonkeyPatch) -> None:
        """Look over the shoulder of what makes backups."""
        copy, replacing = backup._copy, backup.replacing

        def noting_copy(source: dbapi2.Connection, temporary: Path, path: Path, key: bytes | None, named: Path) -> None:
            self._sources[temporary] = (key, _rows(source))
            copy(source, temporary, path, key, named)

        @contextlib.contextmanager
        def noting_name(target: Path, *, overwrite: bool = True) -> Iterator[Path]:
            digest = b""
            with replacing(target, overwrite=overwrite) as temporary:
                yield temporary
                digest = _digest(temporary)
                source = self._sources.pop(temporary, None)
            if source is not None:
                self.made[target] = Made(*source, digest)

        patch.setattr(backup, "_copy", noting_copy)
        patch.setattr(backup, "replacing", noting_name)

    def put_back_all(self, folder: Path) -> None:
        """Put back those that are as they were made; a test may have damaged or removed some on purpose."""
        left = [(path, made) for path, made in self.made.items() if path.exists() and _digest(path) == made.digest]
        for number, (path, made) in enumerate(left[-MOST:]):
            found = look(path, made.key, thorough=True)
            schema = Schema(found.application_id, found.version, MetaData(), dict)
            target = folder / str(number) / "tilbake.db"
            target.parent.mkdir(parents=True)
            put_back(Backup(path, datetime.now(UTC)), target, schema, made.key, datetime.now(UTC))
            with contextlib.closing(connect(target, made.key)) as driver:
                assert _rows(driver) == made.rows, f"{path.name} does not hold what was there when it was made"


def _rows(driver: dbapi2.Connection) -> Rows:
    tables = driver.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    ).fetchall()
    return {name: driver.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in tables}


def _digest(path: Path) -> bytes:
    return hashlib.sha256(path.read_bytes()).digest()
