"""Moving in: a ``.flytt`` file looked through in a temporary folder, then taken in as a profile, whole or not."""

from __future__ import annotations

import contextlib
import enum
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from kursapp.domain.exporting import Watch
from kursapp.domain.problem import KursappError, refusal
from kursapp.domain.record import Profile
from kursapp.files.failure import write_failure
from kursapp.files.folder import check_data_folder
from kursapp.files.folders import make_staging, remove_folder
from kursapp.files.set_aside import move_orphans_aside
from kursapp.files.writing import sync_file, sync_names
from kursapp.services.carry.contents import DATABASE, KEY_FILE, CarriedCourse, Contents, read_flytt
from kursapp.services.carry.packages import is_here
from kursapp.services.carry.phrases import as_typed
from kursapp.services.clock import Clock
from kursapp.services.install_course import InstallCourse
from kursapp.services.open_course import CourseReader
from kursapp.services.protect_profile import best_key_file
from kursapp.storage.inspection import COMPANIONS
from kursapp.storage.key_file import is_locked, is_plain, key_files, write_key_file
from kursapp.storage.participant.profile_file import SCHEMA, open_profile, version_of
from kursapp.storage.profiles import LONGEST_NAME, ProfileList, new_id
from kursapp.vault.profile_key import is_same_key, is_sound

DAMAGED = "profile-damaged"


class Taking(enum.Enum):
    """How a profile is taken in where the same one is here: beside it under another name, or in its place."""

    BESIDE = "beside"
    INSTEAD = "instead"


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file that was opened. ``here`` is the same profile on this machine, if there is one.

    What it holds lies in the temporary folder ``place`` until it is taken or put away.
    """

    place: Path
    profile: Profile
    made_at: datetime
    courses: tuple[CarriedCourse, ...]
    here: Profile | None

    @property
    def titles(self) -> tuple[str, ...]:
        """Return the courses she has begun."""
        return tuple(course.title for course in self.courses if not course.file)

    @property
    def packages(self) -> tuple[CarriedCourse, ...]:
        """Return the courses that travelled along."""
        return tuple(course for course in self.courses if course.file)

    @property
    def own_files(self) -> tuple[str, ...]:
        """Return the files that make the profile: its database, and the key file of one under a passphrase."""
        return (DATABASE, KEY_FILE) if (self.place / KEY_FILE).is_file() else (DATABASE,)

    def put_away(self) -> None:
        """Remove what was unpacked."""
        remove_folder(self.place)


@dataclass(frozen=True, slots=True)
class Settled:
    """A profile that was taken in, and the titles of courses that travelled along and could not be installed."""

    profile: Profile
    not_installed: tuple[str, ...]


def look_at(path: Path, phrase: str, profiles: ProfileList, watch: Watch) -> Arrival:
    """Unpack a file in a temporary folder and say what it holds. Nothing on the machine is another for that.

    Raises KursappError: as ``contents.read_flytt``; ``network-folder``, ``folder-unwritable`` of the data folder.
    """
    if check_data_folder(profiles.folder).read_only:
        raise refusal("folder-unwritable", folder=profiles.folder)
    place = make_staging(profiles.folder)
    try:
        contents = read_flytt(path, as_typed(phrase), place, SCHEMA.version, watch)
        if not _is_sound(place, contents):
            raise refusal("parcel-damaged", file=path.name)
    except BaseException:
        remove_folder(place)
        raise
    return _arrival(place, contents, profiles)


def take_in(
    arrival: Arrival,
    profiles: ProfileList,
    clock: Clock,
    taking: Taking | None = None,
    name: str = "",
    *,
    key: bytes | None = None,
) -> Profile:
    """Put the profile in place, as the one used last, and return it.

    ``taking`` says how where the same one is here; ``name`` is then what it is called BESIDE the other. INSTEAD the one
    that is here must be closed: it is kept among the backups, for which one under a passphrase needs its ``key``.
    Raises KursappError: ``profile-open-elsewhere``, ``database-newer``, ``profile-locked``, ``profile-keys-differ``
    where the two are not under the same key, and as ``files.writing``. What was here is then as it was.
    """
    now = _after_all(profiles, clock.now())
    if arrival.here is not None and taking is Taking.INSTEAD:
        return _put_instead(arrival, profiles, now, key)
    profile = replace(arrival.profile, used_at=now)
    if arrival.here is not None:
        shown = (name or profile.name)[:LONGEST_NAME]
        profile = replace(profile, id=new_id(shown), name=shown)
    home = make_staging(profiles.folder)
    try:
        for each in arrival.own_files:
            _move(arrival.place / each, home / each)
        profiles.admit(profile, home)
    except BaseException:
        for each in arrival.own_files:
            with contextlib.suppress(OSError):
                (home / each).replace(arrival.place / each)
        remove_folder(home)
        raise
    arrival.put_away()
    return profile


def install_packages(arrival: Arrival, installed: Path, open_reader: Callable[[], CourseReader]) -> tuple[str, ...]:
    """Install the courses that travelled along and are not here already; return the titles of those that cannot be.

    A course that is refused costs nobody her profile: she can get the course again.
    """
    missing = [each for each in arrival.packages if not is_here(installed, each.id, each.version)]
    if not missing:
        return ()
    reader = open_reader()
    try:
        return tuple(each.title for each in missing if not _is_installed(arrival.place / each.file, installed, reader))
    finally:
        reader.close()


def _is_installed(file: Path, installed: Path, reader: CourseReader) -> bool:
    installer = InstallCourse(installed)
    try:
        installer.take(installer.offer(file, reader, _nothing_here), reader).close()
    except KursappError:
        return False
    return True


def _is_sound(place: Path, contents: Contents) -> bool:
    """Say whether a profile can be opened here; what one under a passphrase holds is only seen when she opens it."""
    if contents.is_locked:
        return not is_plain(place / DATABASE) and is_sound((place / KEY_FILE).read_bytes())
    return 0 < version_of(place / DATABASE) <= SCHEMA.version


def _nothing_here(_course_id: str) -> None:
    """Say that no course is on a shelf: which version is shown is decided when the shelf is filled."""


def _put_instead(arrival: Arrival, profiles: ProfileList, now: datetime, key: bytes | None) -> Profile:
    here = arrival.profile.id
    path = profiles.database(here)
    _check_keys(arrival, path, key)
    if path.exists():
        _keep_backup(path, now, key)
    # A log that has lost its file would be taken for the new one's.
    move_orphans_aside(path, now, COMPANIONS)
    # One that came back after a power cut would be too.
    sync_names(path.parent)
    if KEY_FILE in arrival.own_files:
        write_key_file(key_files(path)[0], (arrival.place / KEY_FILE).read_bytes())
    _move(arrival.place / DATABASE, path)
    sync_names(path.parent)
    profiles.rename(here, arrival.profile.name)
    profile = profiles.used(here, now)
    arrival.put_away()
    return profile


def _check_keys(arrival: Arrival, path: Path, key: bytes | None) -> None:
    """Refuse to mix files under several keys in one folder: none would open the backups of all."""
    is_here, has_come = is_locked(path), KEY_FILE in arrival.own_files
    if is_here != has_come:
        raise refusal("profile-keys-differ")
    if is_here:
        if not is_same_key(best_key_file(path), (arrival.place / KEY_FILE).read_bytes()):
            raise refusal("profile-keys-differ")
        if key is None:
            raise refusal("profile-locked", name=arrival.profile.name)


def _keep_backup(path: Path, now: datetime, key: bytes | None) -> None:
    """Keep what is here among its backups. One that is damaged has been set aside, untouched, by being opened."""
    try:
        file = open_profile(path, key=key)
    except KursappError as error:
        if error.problem.code != DAMAGED:
            raise
        return
    try:
        file.back_up_and_empty(now)
    finally:
        file.close()


def _move(source: Path, target: Path) -> None:
    try:
        sync_file(source)
        source.replace(target)
    except OSError as error:
        raise write_failure(error, target) from error


def _after_all(profiles: ProfileList, now: datetime) -> datetime:
    """Return the present, or a moment past the last use where the clock has been set back since."""
    return max([now, *(each.used_at + timedelta(seconds=1) for each in profiles.all())])


def _arrival(place: Path, contents: Contents, profiles: ProfileList) -> Arrival:
    card = contents.profile
    profile = Profile(card.id, card.name, card.created_at, card.used_at)
    return Arrival(place, profile, contents.made_at, contents.courses, profiles.get(card.id))
