"""Operations broken on purpose, to know that what interrupts them can see it."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from kursapp.files import folders
from kursapp.services import install_course
from kursapp.storage.database import Database
from kursapp.storage.participant.profile_file import SCHEMA as PROFILE
from tests.faults.operations.courses import Installing
from tests.faults.operations.migrations import Migrating
from tests.faults.operations.operation import Operation


class MigratingPiecemeal(Migrating):
    """A migration that is no transaction: each statement is durable by itself."""

    def do(self, world: Path) -> None:
        """Open it, with transactions that are none."""
        with mock.patch.object(Database, "transaction", _no_transaction):
            super().do(world)


class InstallingFileByFile(Installing):
    """A course that is put in place file by file, and not by one rename."""

    def do(self, world: Path) -> None:
        """Install, with a copy in the rename's place."""
        with mock.patch.object(install_course, "move_folder", shutil.copytree):
            super().do(world)


class InstallingUnsynced(Installing):
    """A course that gets its name before its files are on the disk."""

    def do(self, world: Path) -> None:
        """Install, and wait for nothing but the name."""
        with mock.patch.object(folders, "_sync_all", return_value=None):
            super().do(world)


@dataclass(frozen=True, slots=True)
class Broken:
    """A broken operation, and what shows it: a kill at one of these calls, or only a power cut."""

    operation: Operation
    killed_at: tuple[str, ...] = ()

    @property
    def by_cut(self) -> bool:
        """Say whether no kill shows it."""
        return not self.killed_at


@contextlib.contextmanager
def _no_transaction(_database: Database) -> Iterator[None]:
    yield


_COPYING = ("sendfile", "copy_file_range", "write")
"""The calls by which files are copied."""


def broken() -> Sequence[Broken]:
    """Return the broken variants."""
    return (
        Broken(MigratingPiecemeal("brudd: migrering uten transaksjon", "profile-1.db", PROFILE), ("pwrite64",)),
        Broken(InstallingFileByFile("brudd: installering uten ett navneskifte", earlier=True), _COPYING),
        Broken(InstallingUnsynced("brudd: installering uten å vente på disken", earlier=True)),
    )
