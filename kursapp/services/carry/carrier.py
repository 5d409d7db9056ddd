"""All that carries what is a participant's own: out of this machine, into it, or away. It keeps nothing itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kursapp.domain.exporting import Watch
from kursapp.domain.record import Profile
from kursapp.services.carry.clearing import (
    Ground,
    Holdings,
    Proof,
    begin_clearing,
    finish_clearing,
    holdings,
)
from kursapp.services.carry.move_in import Arrival, Taking, install_packages, look_at, take_in
from kursapp.services.carry.move_out import Copied, Moved, check_target, copy_profile, move_out
from kursapp.services.carry.packages import InstalledPackage, installed_packages
from kursapp.services.carry.pending import Pending
from kursapp.services.carry.phrases import new_phrase
from kursapp.services.carry.take_out import TakenOut, take_out
from kursapp.services.clock import Clock
from kursapp.services.open_course import CourseReader
from kursapp.services.participant import Participant
from kursapp.storage.profiles import ProfileList
from kursapp.vault.passphrases import STRONG, Cost


@dataclass(frozen=True, slots=True)
class Places:
    """Where things are on this machine: the person's own, courses from packages, and what can be made again."""

    data: Path
    installed: Path
    cache: Path


@dataclass(frozen=True, slots=True)
class Settled:
    """A profile that was taken in, and the titles of courses that travelled along and could not be installed."""

    profile: Profile
    not_installed: tuple[str, ...] = ()


class Carrier:
    """What can be done, each on whatever thread calls; ``copy`` and ``begin_clearing`` on the profile's own."""

    def __init__(
        self, places: Places, open_reader: Callable[[], CourseReader], clock: Clock, cost: Cost = STRONG
    ) -> None:
        self._places, self._open_reader, self._clock, self._cost = places, open_reader, clock, cost
        self._profiles = ProfileList(places.data)

    def phrase(self) -> str:
        """Make a passphrase of words."""
        return new_phrase()

    def packages(self) -> tuple[InstalledPackage, ...]:
        """Return the courses that can travel along."""
        return installed_packages(self._places.installed)

    def copy(self, participant: Participant, profile: Profile) -> Copied:
        """Copy the open profile. Raises KursappError as ``copy_profile``."""
        return copy_profile(participant.profile, profile, self._profiles.folder)

    def pack(self, copied: Copied, target: Path, phrase: str, *, courses: bool, watch: Watch) -> Moved:
        """Write a copied profile as a file for moving. Raises KursappError: ``carry-inside``, and as ``move_out``."""
        try:
            check_target(target, self._places.data)
            packages = self.packages() if courses else ()
        except BaseException:
            copied.put_away()
            raise
        return move_out(copied, packages, target, phrase, self._clock, watch, cost=self._cost)

    def look(self, path: Path, phrase: str, watch: Watch) -> Arrival:
        """Look into a file that was moved here. Raises KursappError as ``look_at``."""
        return look_at(path, phrase, self._profiles, watch)

    def take_in(
        self, arrival: Arrival, taking: Taking | None = None, name: str = "", *, key: bytes | None = None
    ) -> Settled:
        """Install what travelled along, then put the profile in place. Raises KursappError as ``move_in.take_in``."""
        left = install_packages(arrival, self._places.installed, self._open_reader)
        return Settled(take_in(arrival, self._profiles, self._clock, taking, name, key=key), left)

    def take_out(self, copied: Copied, parent: Path, language: str, watch: Watch) -> TakenOut:
        """Write a copied profile as files to read. Raises KursappError: ``carry-inside``, and as ``take_out``."""
        try:
            check_target(parent, self._places.data)
        except BaseException:
            copied.put_away()
            raise
        return take_out(copied, parent, language, self._clock, watch)

    def holdings(self, profile: Profile) -> Holdings:
        """Count what there is of a profile."""
        return holdings(self._profiles, profile)

    def begin_clearing(self, participant: Participant, profile: Profile) -> Pending:
        """Write down that a profile is to go. Raises KursappError as ``begin_clearing``."""
        return begin_clearing(self._places.data, profile, participant.profile)

    def finish_clearing(self, pending: Pending, watch: Watch) -> Proof:
        """Remove what is to go, and look for what is left."""
        return finish_clearing(pending, Ground.of(self._places.data, self._places.cache), watch)
