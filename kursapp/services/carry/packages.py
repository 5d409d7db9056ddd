"""The courses that came in packages, made packages again so that they can travel with a profile."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kursapp.content.folder import list_files
from kursapp.content.package import Manifest, kept_manifest, write_package
from kursapp.domain.problem import KursappError
from kursapp.domain.versions import order_of
from kursapp.files.failure import write_failure
from kursapp.services.install_course import InstallCourse


@dataclass(frozen=True, slots=True)
class InstalledPackage:
    """An installed course with what its package said of itself, and how many bytes its files take."""

    folder: Path
    about: Manifest
    size: int


def installed_packages(installed: Path) -> tuple[InstalledPackage, ...]:
    """Return the newest version of each installed course that is whole, by the course's id."""
    found = []
    for folder in InstallCourse(installed).folders():
        about = kept_manifest(folder)
        if about is not None:
            found.append(InstalledPackage(folder, about, _size(folder)))
    return tuple(found)


def write_again(package: InstalledPackage, target: Path) -> bool:
    """Write the package a course came in, and say whether it is the same: files may have been changed since.

    Raises KursappError as ``files.failure.write_failure`` names it.
    """
    try:
        with target.open("xb") as file:
            written = write_package(list_files(package.folder), package.about.files, package.about, file)
    except OSError as error:
        raise write_failure(error, target) from error
    except (KeyError, KursappError):
        return False
    return written.files == package.about.files


def is_here(installed: Path, course_id: str, version: str) -> bool:
    """Say whether a course is installed in this version or a newer one."""
    held = (folder.name for folder in InstallCourse(installed).folders() if folder.parent.name == course_id)
    return any(order_of(name) >= order_of(version) for name in held)


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
