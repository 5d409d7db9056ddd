"""Backing up profiles and going back, with no window: what the commands use. Nobody may have the profile open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kursapp.domain.backup import KeptBackup, Occasion
from kursapp.domain.problem import refusal
from kursapp.services.backups import Backups, Restored, newest_usable
from kursapp.services.clock import Clock
from kursapp.services.profiles import ProfileEntry, Profiles
from kursapp.storage.participant.profile_file import SCHEMA, open_profile
from kursapp.storage.profiles import ProfileList

NEWEST = "siste"
"""Stands for the newest backup that can be used."""


class BackUp:
    """The profiles under a data folder. ``ask`` gives a passphrase where a profile is under one."""

    def __init__(self, folder: Path, clock: Clock, ask: Callable[[], str]) -> None:
        self._list = ProfileList(folder)
        self._profiles = Profiles(self._list, lambda: open_profile, clock)
        self._clock, self._ask = clock, ask

    def all(self) -> tuple[ProfileEntry, ...]:
        """Return every profile, the one used last first."""
        return self._profiles.all()

    def find(self, reference: str) -> ProfileEntry:
        """Return the profile meant by its id, the beginning of it, or its name in a list.

        Empty means the only one. Raises KursappError: ``profile-none``, ``profile-unknown``, ``profile-ambiguous``.
        """
        entries = self.all()
        if not entries:
            raise refusal("profile-none")
        exact = [each for each in entries if reference and reference in (each.profile.id, each.label)]
        found = exact or [each for each in entries if each.profile.id.startswith(reference)]
        if len(found) != 1:
            names = ", ".join(each.label for each in entries)
            raise refusal("profile-ambiguous" if found else "profile-unknown", name=reference, names=names)
        return found[0]

    def make(self, entry: ProfileEntry) -> KeptBackup:
        """Make a backup now. Raises KursappError: ``folder-unwritable``, and as opening and backing up do."""
        key = self._key(entry)
        file = open_profile(self._path(entry), key=key)
        try:
            made = file.back_up_before(Occasion.DAILY, self._clock.now())
        finally:
            file.close()
        if made is None:
            raise refusal("folder-unwritable", file=self._path(entry).name, folder=self._path(entry).parent)
        return next(each for each in self._backups(entry, key).all() if each.name == made.name)

    def backups(self, entry: ProfileEntry) -> tuple[KeptBackup, ...]:
        """Return the backups of a profile, the newest first."""
        return self._backups(entry, self._key(entry)).all()

    def restore(self, entry: ProfileEntry, name: str) -> Restored:
        """Go back to a backup by its name, or to the newest that can be used.

        Raises KursappError: ``backup-none``, and as ``Backups.restore``.
        """
        found = self._backups(entry, self._key(entry))
        return found.restore(named(found.all(), name))

    def _key(self, entry: ProfileEntry) -> bytes | None:
        if not self._profiles.is_locked(entry.profile):
            return None
        return self._profiles.key(entry.profile, self._ask())

    def _path(self, entry: ProfileEntry) -> Path:
        return self._list.database(entry.profile.id)

    def _backups(self, entry: ProfileEntry, key: bytes | None) -> Backups:
        return Backups(self._path(entry), SCHEMA, key, self._clock)


def named(kept: tuple[KeptBackup, ...], name: str) -> str:
    """Return the name of the backup that is meant. Raises KursappError ``backup-none`` where none can be used."""
    if name != NEWEST:
        return name
    newest = newest_usable(kept)
    if newest is None:
        raise refusal("backup-none")
    return newest.name
