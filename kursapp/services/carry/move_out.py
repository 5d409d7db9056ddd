"""Moving to another machine: a profile in one locked file, with the courses she wants along."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import kursapp
from kursapp.domain.exporting import Watch
from kursapp.domain.problem import refusal
from kursapp.domain.record import Enrolment, Profile
from kursapp.files.folders import make_staging, remove_folder
from kursapp.files.writing import make_file
from kursapp.services.carry.contents import (
    DATABASE,
    KEY_FILE,
    SUFFIX,
    CarriedCourse,
    CarriedProfile,
    Contents,
    carried_files,
    write_flytt,
)
from kursapp.services.carry.packages import InstalledPackage, write_again
from kursapp.services.carry.phrases import as_typed, check_phrase
from kursapp.services.clock import Clock
from kursapp.services.protect_profile import best_key_file
from kursapp.storage.participant.profile_file import ProfileFile, version_of
from kursapp.vault.passphrases import STRONG, Cost

PACKAGES = "kurs"


@dataclass(frozen=True, slots=True)
class Copied:
    """A copy of a profile's database in the temporary folder ``place``, and the courses begun in it.

    One under a passphrase is copied under its ``key``, with its key file beside it.
    """

    place: Path
    profile: Profile
    enrolments: tuple[Enrolment, ...]
    key: bytes | None = field(default=None, repr=False)

    @property
    def database(self) -> Path:
        """Return where the copy is."""
        return self.place / DATABASE

    def put_away(self) -> None:
        """Remove the copy."""
        remove_folder(self.place)


@dataclass(frozen=True, slots=True)
class Moved:
    """A file that was made: its size, and the titles of courses that could not travel along."""

    path: Path
    size: int
    left_out: tuple[str, ...]


def copy_profile(file: ProfileFile, profile: Profile, folder: Path) -> Copied:
    """Copy an open profile into a temporary folder in ``folder``, on its own thread.

    Raises KursappError: ``disk-full``, ``backup-failed``, ``folder-unwritable``. Nothing is left then.
    """
    place = make_staging(folder)
    try:
        copied = Copied(place, profile, file.enrolments.all(), file.key)
        file.copy_to(copied.database)
        if file.key is not None:
            make_file(place / KEY_FILE, best_key_file(file.path))
    except BaseException:
        remove_folder(place)
        raise
    return copied


def move_out(
    copied: Copied,
    packages: Sequence[InstalledPackage],
    target: Path,
    phrase: str,
    clock: Clock,
    watch: Watch,
    *,
    cost: Cost = STRONG,
) -> Moved:
    """Write a profile that was copied, and packages, to a ``.flytt`` file; the copy is put away whatever happens.

    Raises KursappError: ``passphrase-short``, and as ``contents.write_flytt``. A file that was there is then as it was.
    """
    try:
        check_phrase(phrase)
        if target.suffix.lower() != SUFFIX:
            target = target.with_name(target.name + SUFFIX)
        files, courses, left_out = _baggage(copied, packages)
        contents = Contents(
            format=1 if copied.key is None else 2,
            made_at=clock.now(),
            program=kursapp.__version__,
            profile=_card(copied.profile),
            schema=version_of(copied.database, copied.key),
            courses=(*courses, *_begun(copied.enrolments)),
            files=carried_files(files),
        )
        size = write_flytt(target, contents, files, as_typed(phrase), watch, cost)
        return Moved(target, size, left_out)
    finally:
        copied.put_away()


def _baggage(
    copied: Copied, packages: Sequence[InstalledPackage]
) -> tuple[list[tuple[str, Path]], list[CarriedCourse], tuple[str, ...]]:
    """Make the packages anew beside the copy; return all files, the courses among them, and what stays behind."""
    names = (DATABASE,) if copied.key is None else (DATABASE, KEY_FILE)
    files = [(name, copied.place / name) for name in names]
    courses: list[CarriedCourse] = []
    left_out: list[str] = []
    if packages:
        (copied.place / PACKAGES).mkdir(mode=0o700)
    for package in packages:
        name = f"{PACKAGES}/{len(courses) + 1}.kurs"
        path = copied.place / name
        about = package.about
        if write_again(package, path):
            files.append((name, path))
            courses.append(CarriedCourse(id=about.id, version=about.version, title=about.title, file=name))
        else:
            path.unlink(missing_ok=True)
            left_out.append(about.title)
    return files, courses, tuple(left_out)


def _begun(enrolments: Sequence[Enrolment]) -> tuple[CarriedCourse, ...]:
    return tuple(CarriedCourse(id=each.course_id, version=each.version, title=each.title) for each in enrolments)


def _card(profile: Profile) -> CarriedProfile:
    return CarriedProfile(id=profile.id, name=profile.name, created_at=profile.created_at, used_at=profile.used_at)


def check_target(target: Path, data_folder: Path) -> None:
    """Refuse to put the file among the program's own, where clearing the machine would find it: ``carry-inside``."""
    if target.absolute().is_relative_to(data_folder.absolute()):
        raise refusal("carry-inside", folder=data_folder)
