"""The whole examination, one look after another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kursapp.domain.problem import KursappError
from kursapp.services.clock import Clock
from kursapp.services.doctor.databases import Unlock, look_at_collection, look_at_profiles
from kursapp.services.doctor.diagnosis import Diagnosis
from kursapp.services.doctor.machine import (
    look_at_cache,
    look_at_clock,
    look_at_folder,
    look_at_left_overs,
    look_at_program,
    look_at_settings,
)
from kursapp.services.install_course import InstallCourse
from kursapp.services.open_course import CourseReader
from kursapp.services.protect_profile import unlock
from kursapp.services.shelf import course_folders

COORDINATOR = "coordinator"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where everything is. ``parts`` of the program must be there; ``url`` is a server's, or empty."""

    data: Path
    cache: Path
    settings: Path
    bundled: Path
    installed: Path
    parts: tuple[Path, ...] = ()
    url: str = ""


def examine_machine(
    places: Surroundings, reader: CourseReader, clock: Clock, passphrase: str | None = None
) -> Diagnosis:
    """Look at everything; nothing is changed, and one thing that cannot be looked at keeps none of the others from it.

    ``passphrase`` is tried on locked profiles and on the coordinator's safe.
    """
    found = Diagnosis()
    look_at_program(found, places.parts)
    if look_at_folder(found, places.data):
        look_at_clock(found, places.data, clock.now())
        look_at_settings(found, places.settings)
        look_at_left_overs(found, places.data)
        look_at_profiles(found, places.data, _unlock_with(passphrase), clock)
        look_at_collection(found, places.data / COORDINATOR, places.url, passphrase, clock)
    look_at_cache(found, places.cache)
    _look_at_courses(found, (*InstallCourse(places.installed).folders(), *course_folders((places.bundled,))), reader)
    return found


def _unlock_with(passphrase: str | None) -> Unlock:
    def try_it(database: Path) -> bytes | None:
        return unlock(database, passphrase) if passphrase else None

    return try_it


def _look_at_courses(found: Diagnosis, folders: Iterable[Path], reader: CourseReader) -> None:
    """Open every course, as the shelf does."""
    number = 0
    for folder in folders:
        try:
            reader.open(folder).close()
            number += 1
        except KursappError as error:
            found.take(error)
    found.facts["courses"] = str(number)
