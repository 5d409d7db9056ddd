"""The backups of one database: what there are, what each holds, and going back to one, which can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kursapp.domain.backup import Holding, KeptBackup
from kursapp.domain.problem import KursappError, refusal
from kursapp.files.set_aside import set_aside
from kursapp.services.clock import Clock
from kursapp.storage.amounts import holding_in
from kursapp.storage.backup import Backup, backups
from kursapp.storage.restoring import check_backup, put_back
from kursapp.storage.schema import Schema


@dataclass(frozen=True, slots=True)
class Restored:
    """A backup that is in use again. ``kept`` is the backup that was made of what was there, which undoes it.

    ``set_aside`` is what was there instead, where it was damaged. Both are empty where there was nothing.
    """

    backup: KeptBackup
    kept: str = ""
    set_aside: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """What there is of a database: the file itself, what was set aside of it, and its backups, the newest first."""

    exists: bool
    set_aside: tuple[Path, ...]
    backups: tuple[KeptBackup, ...]


class Backups:
    """The backups of the database at ``path``, opened with ``key`` where it has one. ``schema`` says what it is.

    Nothing here touches the database itself but ``restore``, for which nobody may have it open.
    """

    def __init__(self, path: Path, schema: Schema, key: bytes | None, clock: Clock) -> None:
        self._path, self._schema, self._key, self._clock = path, schema, key, clock

    def state(self) -> State:
        """Say what there is, having gone through every backup. Reading them takes a moment."""
        return State(self._path.exists(), set_aside(self._path), tuple(map(self._kept, backups(self._path))))

    def all(self) -> tuple[KeptBackup, ...]:
        """Return every backup, the newest first."""
        return self.state().backups

    def restore(self, name: str) -> Restored:
        """Put a backup where the database is. Raises KursappError ``backup-gone`` and as ``restoring.put_back``."""
        chosen = next((each for each in backups(self._path) if each.path.name == name), None)
        if chosen is None:
            raise refusal("backup-gone", file=name, folder=self._path.parent)
        told = self._kept(chosen)
        done = put_back(chosen, self._path, self._schema, self._key, self._clock.now())
        return Restored(told, done.kept.name if done.kept else "", done.set_aside.name if done.set_aside else "")

    def _kept(self, backup: Backup) -> KeptBackup:
        return KeptBackup(backup.path.name, backup.made_at, backup.occasion, _size(backup.path), self._holding(backup))

    def _holding(self, backup: Backup) -> Holding | None:
        try:
            check_backup(backup, self._schema, self._key)
        except KursappError:
            return None
        return holding_in(backup.path, self._key, self._schema.counted)


def newest_usable(found: Sequence[KeptBackup]) -> KeptBackup | None:
    """Return the newest backup that can be gone back to, of those in order."""
    return next((each for each in found if each.can_be_used), None)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
