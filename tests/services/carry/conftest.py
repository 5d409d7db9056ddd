"""Two machines, and a profile with something in it on the first."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kursapp.content.package import Manifest, keep_manifest
from kursapp.domain.exporting import Unwatched, Watch
from kursapp.domain.problem import KursappError
from kursapp.domain.record import Enrolment, Field, Profile
from kursapp.services.carry.move_in import Arrival, look_at
from kursapp.services.carry.move_out import Moved, copy_profile, move_out
from kursapp.services.carry.packages import installed_packages
from kursapp.storage.participant.profile_file import open_profile
from kursapp.storage.profiles import ProfileList
from kursapp.vault.passphrases import Cost
from tests.small_package import ID, TITLE, write_course

PHRASE = "agurk bamboo dragen elvene"
CHEAP = Cost(1, 8192)
NOW = datetime(2026, 3, 9, 12, tzinfo=UTC)
WORDS = "Det jeg tenkte om tilsynet, står bare her."


@dataclass
class Clock:
    """Says what it was told, and that a second has gone since last."""

    moment: datetime = NOW

    def now(self) -> datetime:
        self.moment += timedelta(seconds=1)
        return self.moment


@dataclass
class Machine:
    """A data folder, and what can be done on that machine."""

    data: Path
    clock: Clock = field(default_factory=Clock)

    @property
    def profiles(self) -> ProfileList:
        return ProfileList(self.data)

    @property
    def installed(self) -> Path:
        return self.data / "courses"

    def person(self, name: str = "Kari", words: str = WORDS) -> Profile:
        """Make a profile with one course begun and one field filled in."""
        profile = self.profiles.create(name, self.clock.now())
        file = open_profile(self.profiles.database(profile.id), create=True)
        file.enrolments.save(Enrolment(ID, "1.0.0", TITLE, "/et/sted", NOW, NOW))
        file.fields.save(Field(ID, "rf-hvem", "", words, NOW))
        file.close()
        return profile

    def words(self, profile: Profile) -> str:
        """Return what stands in a profile's field."""
        file = open_profile(self.profiles.database(profile.id))
        try:
            (kept,) = file.fields.of_course(ID)
            return kept.value
        finally:
            file.close()

    def install(self, version: str = "1.0.0") -> Path:
        """Put a course among the installed, as if it had come in a package."""
        folder = write_course(self.installed / ID / version, version)
        from kursapp.content.folder import list_files
        from kursapp.content.package import file_digests

        listing = list_files(folder)
        keep_manifest(folder, Manifest(ID, version, TITLE, "", file_digests(listing, listing.files)))
        return folder

    def pack(self, profile: Profile, target: Path, phrase: str = PHRASE, watch: Watch | None = None) -> Moved:
        """Make a file for moving."""
        file = open_profile(self.profiles.database(profile.id))
        try:
            copied = copy_profile(file, profile, self.profiles.folder)
        finally:
            file.close()
        packages = installed_packages(self.installed)
        return move_out(copied, packages, target, phrase, self.clock, watch or Unwatched(), cost=CHEAP)

    def look(self, path: Path, phrase: str = PHRASE, watch: Watch | None = None) -> Arrival:
        """Look at a file that was carried here."""
        return look_at(path, phrase, self.profiles, watch or Unwatched())

    def refuses(self, path: Path, phrase: str = PHRASE) -> str:
        """Return why a file is refused; nothing on the machine is another for it."""
        before = self.files()
        with pytest.raises(KursappError) as raised:
            self.look(path, phrase)
        assert self.files() == before
        return raised.value.problem.code

    def files(self) -> dict[str, bytes]:
        """Return everything in the data folder."""
        return {
            path.relative_to(self.data).as_posix(): path.read_bytes()
            for path in sorted(self.data.rglob("*"))
            if path.is_file()
        }


@pytest.fixture
def old(tmp_path: Path) -> Machine:
    """The machine one moves from."""
    (tmp_path / "gammel").mkdir()
    return Machine(tmp_path / "gammel")


@pytest.fixture
def new(tmp_path: Path) -> Machine:
    """The machine one moves to."""
    (tmp_path / "ny").mkdir()
    return Machine(tmp_path / "ny")


@pytest.fixture
def parcel(old: Machine, tmp_path: Path) -> Path:
    """A file with Kari in it."""
    target = tmp_path / "pinne" / "kari.flytt"
    target.parent.mkdir()
    old.pack(old.person(), target)
    return target
