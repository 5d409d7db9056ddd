"""Operations broken on purpose, to know that what interrupts them can see it."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from unittest import mock

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


@contextlib.contextmanager
def _no_transaction(_database: Database) -> Iterator[None]:
    yield


def broken() -> Sequence[Operation]:
    """Return the broken variants."""
    return (
        MigratingPiecemeal("brudd: migrering uten transaksjon", "profile-1.db", PROFILE),
        InstallingFileByFile("brudd: installering uten ett navneskifte", earlier=True),
    )
