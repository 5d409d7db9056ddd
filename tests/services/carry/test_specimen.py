"""A file for moving of version 1 is taken in as it was made, whatever has become of the program since."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from kursapp.domain.exporting import Unwatched
from kursapp.domain.record import Profile
from kursapp.files.folders import make_staging
from kursapp.services.carry.move_in import install_packages, take_in
from kursapp.services.carry.move_out import Copied, move_out
from kursapp.services.carry.packages import installed_packages
from kursapp.services.open_course import CourseReader
from kursapp.storage.participant.profile_file import open_profile
from kursapp.vault.passphrases import LIGHT
from tests.kept_worker import KeptWorker
from tests.services.carry.conftest import Machine
from tests.small_package import ID

PHRASE = "agurk bambus drage elefant fagott gaffel"
AT = datetime(2026, 11, 22, 12, tzinfo=UTC)
PROFILE = Profile("kari-5f3a9c01", "Kari", AT, AT)


def test_a_file_of_version_1_is_taken_in(new: Machine, project: Path, tmp_path: Path, kept_worker: KeptWorker) -> None:
    """Her card, her work, and the course that travelled along."""
    arrival = new.look(project / "tests/data/profile-1.flytt", PHRASE)
    assert (arrival.profile, arrival.made_at) == (PROFILE, AT)
    assert arrival.titles == ("God barnevernledelse",)
    assert install_packages(arrival, new.installed, lambda: CourseReader(kept_worker, tmp_path / "cache")) == ()
    assert [each.about.id for each in installed_packages(new.installed)] == [ID]
    profile = take_in(arrival, new.profiles, new.clock)
    file = open_profile(new.profiles.database(profile.id))
    assert file.enrolments.all()
    assert file.answers.of_course("kurs")
    file.close()


def make_specimen(path: Path, project: Path, old: Machine) -> None:
    """Write the specimen: run once when the version is released, never again."""

    class Still:
        def now(self) -> datetime:
            return AT

    old.install("1.0.0")
    place = make_staging(old.profiles.folder)
    (place / "profil.db").write_bytes((project / "tests/data/profile-2.db").read_bytes())
    file = open_profile(_copy(place / "profil.db", old.data / "se.db"))
    copied = Copied(place, PROFILE, file.enrolments.all())
    file.close()
    packages = installed_packages(old.installed)
    move_out(copied, packages, path, PHRASE, Still(), Unwatched(), cost=LIGHT)


def _copy(source: Path, target: Path) -> Path:
    target.write_bytes(source.read_bytes())
    return target
