"""The profiles on this laptop: choosing one, making one, opening its file. Quick enough for the first paint."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from kursapp.domain.problem import KursappError, refusal
from kursapp.domain.record import Profile
from kursapp.services.clock import Clock
from kursapp.storage.key_file import has_key_file, is_locked
from kursapp.storage.profiles import ProfileList

if TYPE_CHECKING:
    from kursapp.storage.participant.profile_file import ProfileFile


class OpenFile(Protocol):
    """Opens a profile's database (``storage.participant.profile_file.open_profile``), imported only when needed."""

    def __call__(self, path: Path, *, create: bool = False, key: bytes | None = None) -> ProfileFile:
        """Return the open file; with ``create`` it is made where there is none. ``key``: of one under a passphrase."""
        ...


@dataclass(frozen=True, slots=True)
class ProfileEntry:
    """A profile and what it is called in a list: its name, with a number where another has the same."""

    profile: Profile
    label: str


class Profiles:
    """The profiles under the data folder. ``open_file`` gives the function that opens one, when it is first needed."""

    def __init__(self, profiles: ProfileList, open_file: Callable[[], OpenFile], clock: Clock) -> None:
        self._profiles = profiles
        self._open_file = open_file
        self._clock = clock

    def all(self) -> tuple[ProfileEntry, ...]:
        """Return every profile, the one used last first. Of one name, the oldest has no number."""
        entries = self._profiles.all()
        labels: dict[str, str] = {}
        met: Counter[str] = Counter()
        for profile in sorted(entries, key=lambda one: (one.created_at, one.id)):
            met[profile.name.casefold()] += 1
            number = met[profile.name.casefold()]
            labels[profile.id] = profile.name if number == 1 else f"{profile.name} ({number})"
        return tuple(ProfileEntry(profile, labels[profile.id]) for profile in entries)

    def last_used(self) -> ProfileEntry | None:
        """Return the profile used last; None where there is none yet."""
        return next(iter(self.all()), None)

    def create(self, name: str) -> ProfileEntry:
        """Make a profile; another may have the same name. Raises KursappError as ``ProfileList.create`` does."""
        return self._entry(self._profiles.create(name, self._clock.now()))

    def rename(self, profile: Profile, name: str) -> ProfileEntry:
        """Give a profile another name."""
        return self._entry(self._profiles.rename(profile.id, name))

    def is_locked(self, profile: Profile) -> bool:
        """Say whether a profile is under a passphrase, so that it takes a key to open it."""
        return self._profiles.is_locked(profile.id)

    def key(self, profile: Profile, passphrase: str) -> bytes:
        """Return a locked profile's key; about half a second. Raises KursappError as ``vault.profile_key`` names it."""
        from kursapp.services.protect_profile import unlock

        return unlock(self._profiles.database(profile.id), passphrase)

    def key_by_code(self, profile: Profile, code: str) -> bytes:
        """Return a locked profile's key by its recovery code. Raises KursappError as ``vault.profile_key`` names it."""
        from kursapp.services.protect_profile import unlock_by_code

        return unlock_by_code(self._profiles.database(profile.id), code)

    def open(self, profile: Profile, *, afresh: bool = False, key: bytes | None = None) -> ProfileFile:
        """Open a profile's file on the calling thread, and remember that it was used.

        One under a passphrase needs its ``key`` (``profile-locked``); where none is needed, none is used.

        A profile never opened before gets its file now. One that has lost it is an error (``profile-missing``), never
        silently a new empty file; ``afresh`` is for the person who has been told and begins again. Raises KursappError
        as ``open_profile`` does.
        """
        path = self._profiles.database(profile.id)
        is_under_lock = is_locked(path)
        if is_under_lock and key is None:
            raise refusal("profile-locked", name=profile.name)
        # As its card says now: it may have been used since the caller read it.
        known = self._profiles.get(profile.id) or profile
        new = afresh or known.used_at == known.created_at
        file = self._open_file()(path, create=new, key=key if is_under_lock else None)
        try:
            if has_key_file(path) and not file.read_only:
                self._settle(path, key)
            self._profiles.used(profile.id, self._clock.now())
        except BaseException:
            file.close()
            raise
        return file

    def _settle(self, path: Path, key: bytes | None) -> None:
        """Finish what was broken off while a passphrase was set or taken away. It keeps nobody out."""
        from kursapp.services.protect_profile import settle

        with contextlib.suppress(KursappError):
            settle(path, key, self._clock.now())

    def _entry(self, profile: Profile) -> ProfileEntry:
        return next(entry for entry in self.all() if entry.profile.id == profile.id)
