"""Courses installed, updated, packed and unpacked."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from kursapp.content.package import kept_manifest
from kursapp.services.course_package import unpack_course
from kursapp.services.install_course import InstallCourse, OfferKind
from kursapp.services.open_course import CourseReader, OpenedCourse
from kursapp.services.pack_course import pack_course
from kursapp.worker import Worker
from tests.faults.operations.operation import NEW, OLD
from tests.small_package import ID, PAGES, second_pages, write_course, write_kurs

FIRST, SECOND = "1.9", "1.10"
PAGES_OF: Mapping[str, dict[str, str]] = {FIRST: PAGES, SECOND: second_pages()}


class WorkingHere(Worker):
    """Does the worker's jobs in this process: what is interrupted is the program itself, and its files."""

    def prepare(self, module: str) -> None:
        """Load a module of jobs."""
        import_module(module)

    def call(self, job: str, payload: bytes = b"", seconds: float = 5.0) -> bytes:
        """Run one job."""
        module, _, name = job.partition(":")
        run: Callable[[bytes], bytes] = getattr(import_module(module), name)
        return run(payload)


def reader_of(world: Path) -> CourseReader:
    """Return the reader of a world."""
    return CourseReader(WorkingHere(), world / "cache")


def package(world: Path, version: str) -> Path:
    """Write a package of the course in one of its versions, and return it."""
    course = write_course(world / "skrevet" / version, version, PAGES_OF[version])
    return write_kurs(course, world / f"{version}.kurs", version)


def files_of(folder: Path) -> Mapping[str, bytes]:
    """Return every file of a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


@dataclass
class Installing:
    """A package taken in: as a new course, or as a version that takes an earlier one's place."""

    name: str
    earlier: bool

    def prepare(self, world: Path) -> None:
        """Write the package, and install the earlier version."""
        package(world, SECOND)
        if self.earlier:
            _install(package(world, FIRST), world).close()

    def do(self, world: Path) -> None:
        """Look at the package as the window does, and take what it offers."""
        _install(world / f"{SECOND}.kurs", world).close()

    def state(self, world: Path) -> str:
        """Tidy as a start does, and see that the version that counts is whole and can be opened."""
        installer = InstallCourse(world / "courses")
        installer.tidy()
        folders = installer.folders()
        if not folders:
            return "kurset er borte" if self.earlier else OLD
        (folder,) = folders
        wrong = _not_whole(folder, world)
        return wrong or (NEW if folder.name == SECOND else OLD)


def _install(file: Path, world: Path) -> OpenedCourse:
    installer, reader = InstallCourse(world / "courses"), reader_of(world)
    here = {folder.parent.name: folder for folder in installer.folders()}

    def present(course_id: str) -> OpenedCourse | None:
        return reader.open(here[course_id]) if course_id in here else None

    offer = installer.offer(file, reader, present)
    if offer.kind is OfferKind.SAME:
        installer.put_away(offer)
        return reader.open(here[ID])
    return installer.take(offer, reader)


def _not_whole(folder: Path, world: Path) -> str:
    """Say what is missing of an installed version; empty where nothing is."""
    about = kept_manifest(folder)
    wanted = files_of(world / "skrevet" / folder.name)
    held = {name: data for name, data in files_of(folder).items() if name in wanted}
    if held != wanted:
        return f"versjon {folder.name} er ikke hel: {sorted(set(wanted) - set(held)) or 'annet innhold'}"
    if about is None or about.version != folder.name:
        return f"versjon {folder.name} vet ikke hva den er"
    with_problems = reader_of(world).open(folder)
    try:
        return "".join(problem.code for problem in with_problems.problems)
    finally:
        with_problems.close()


class Packing:
    """A course packed over the package of an earlier version."""

    name = "pakking over en eldre pakke"

    def prepare(self, world: Path) -> None:
        """Write the course, the package that is there, and what is to come of it."""
        write_course(world / "skrevet" / SECOND, SECOND, PAGES_OF[SECOND])
        package(world, FIRST).rename(world / "kurs.kurs")
        pack_course(reader_of(world), world / "skrevet" / SECOND, world / "fasit.kurs")
        shutil.copyfile(world / "kurs.kurs", world / "eldre.kurs")

    def do(self, world: Path) -> None:
        """Pack."""
        pack_course(reader_of(world), world / "skrevet" / SECOND, world / "kurs.kurs")

    def state(self, world: Path) -> str:
        """Compare the package, byte by byte."""
        there = (world / "kurs.kurs").read_bytes()
        if there == (world / "fasit.kurs").read_bytes():
            return NEW
        return OLD if there == (world / "eldre.kurs").read_bytes() else "en halv pakke"


class Unpacking:
    """A package unpacked to a folder that is not there."""

    name = "utpakking (kursapp unpack)"

    def prepare(self, world: Path) -> None:
        """Write the package."""
        package(world, SECOND)

    def do(self, world: Path) -> None:
        """Unpack it; into a folder that was filled meanwhile nothing is put."""
        if not (world / "ut").is_dir() or not any((world / "ut").iterdir()):
            unpack_course(world / f"{SECOND}.kurs", world / "ut", reader_of(world))

    def state(self, world: Path) -> str:
        """Compare the folder with what was packed."""
        if not (world / "ut").exists() or not any((world / "ut").iterdir()):
            return OLD
        return NEW if files_of(world / "ut") == files_of(world / "skrevet" / SECOND) else "en halv mappe"
