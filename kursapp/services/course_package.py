"""A course package opened in a temporary folder: unpacked, read, and held against what it says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kursapp.content.package import Manifest, unpack
from kursapp.domain.problem import refusal
from kursapp.files.failure import write_failure
from kursapp.files.folders import move_folder, staging
from kursapp.services.open_course import CourseReader, OpenedCourse

COURSE, CACHE = "kurs", "lest"


@dataclass(frozen=True, slots=True)
class OpenedPackage:
    """A package's course in a temporary folder, and what the package says of itself."""

    about: Manifest
    opened: OpenedCourse


def open_package(file: Path, place: Path, reader: CourseReader) -> OpenedPackage:
    """Unpack a package in ``place``, a temporary folder, and read its course there.

    Raises KursappError as ``content.package.unpack`` and ``CourseReader.open``, and ``package-other-course`` where the
    course is not the one the package says.
    """
    about = _unpack(file, place / COURSE)
    return _held_against(about, reader.keeping_in(place / CACHE).open(place / COURSE), file)


def read_package(file: Path, folder: Path, reader: CourseReader) -> OpenedPackage:
    """Unpack a package into ``folder``, which is made, and read its course there. Raises as ``open_package``."""
    about = _unpack(file, folder)
    return _held_against(about, reader.open(folder), file)


def _unpack(file: Path, folder: Path) -> Manifest:
    try:
        folder.mkdir()
    except OSError as error:
        raise write_failure(error, folder) from error
    return unpack(file, folder)


def _held_against(about: Manifest, opened: OpenedCourse, file: Path) -> OpenedPackage:
    if (opened.course.id, opened.course.version) != (about.id, about.version):
        opened.close()
        raise refusal("package-other-course", file=file.name, id=about.id, version=about.version)
    return OpenedPackage(about, opened)


def unpack_course(file: Path, folder: Path, reader: CourseReader) -> Manifest:
    """Unpack a package into ``folder``, which is not there yet or empty, and return what the package says of itself.

    The folder appears whole or not at all. Raises KursappError as ``open_package``, and ``folder-not-empty``.
    """
    folder = folder.absolute()
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise refusal("folder-not-empty", folder=folder)
    with staging(folder.parent) as place:
        package = open_package(file, place, reader)
        package.opened.close()
        move_folder(place / COURSE, folder)
    return package.about
