"""Packing a course: one file to hand on, read back before anybody gets it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kursapp.content.change_note import read_change_note
from kursapp.content.folder import Listing, list_files
from kursapp.content.package import (
    LONGEST_NOTE,
    LONGEST_TITLE,
    SUFFIX,
    Manifest,
    check_names,
    is_course_file,
    package_id_problem,
    write_package,
)
from kursapp.domain.problem import Severity, refusal
from kursapp.domain.versions import is_version
from kursapp.files.writing import replacing
from kursapp.services.course_package import open_package
from kursapp.services.open_course import CourseReader, OpenedCourse

DRAFT = "file-in-no-list"
"""The finding about a Markdown file that no list of the cover names: a draft, which stays at home."""


NO_ID = "no-id"
"""The finding about something that answers hang on by its words or place: the next version would lose them."""


@dataclass(frozen=True, slots=True)
class Packed:
    """A package that was written. ``left_out`` are files that are in the folder and not in the package."""

    path: Path
    about: Manifest
    size: int
    left_out: tuple[str, ...]


def pack_course(reader: CourseReader, folder: Path, target: Path | None = None, note: str = "") -> Packed:
    """Write a course folder as a package, to ``ID-VERSION.kurs`` here where no target is given.

    ``note`` tells participants what is new. Raises KursappError: as ``CourseReader.open``, ``package-has-errors``,
    ``package-without-ids`` where answers would be lost at the next version,
    ``package-correction-unknown`` where the note corrects a question the course has not,
    ``package-id-unsafe``, ``package-version-unclear``, ``package-note-long``, ``package-name-unsafe``,
    ``package-names-meet``, as ``files.writing``, and as ``open_package`` where what was written cannot be read back.
    The target is then as it was.
    """
    with _opened(reader, folder) as opened:
        about = _about(opened, folder, note.strip())
        files, left_out = _chosen(opened, listing := list_files(folder))
    path = _with_ending(target) if target else Path(f"{about.id}-{about.version}{SUFFIX}")
    check_names(files)
    with replacing(path) as temporary:
        written = _write(listing, files, about, temporary)
        _read_back(reader, temporary)
        size = temporary.stat().st_size
    return Packed(path, written, size, left_out)


@contextmanager
def _opened(reader: CourseReader, folder: Path) -> Iterator[OpenedCourse]:
    opened = reader.open(folder)
    try:
        yield opened
    finally:
        opened.close()


def _about(opened: OpenedCourse, folder: Path, note: str) -> Manifest:
    """Return what the package is to say of itself, where the course may be handed on as it is."""
    course = opened.course
    _refuse_errors(opened, folder)
    lacking = sum(found.code == NO_ID for found in opened.problems)
    if lacking:
        raise refusal("package-without-ids", count=lacking, folder=folder)
    if code := package_id_problem(course.id):
        raise refusal(code, id=course.id)
    if not is_version(course.version):
        raise refusal("package-version-unclear", version=course.version)
    for question_id in read_change_note(note).corrections:
        if opened.question(question_id) is None:
            raise refusal("package-correction-unknown", id=question_id)
    if len(note) > LONGEST_NOTE:
        raise refusal("package-note-long", limit=LONGEST_NOTE)
    return Manifest(course.id, course.version, course.title[:LONGEST_TITLE], note)


def _refuse_errors(opened: OpenedCourse, folder: Path) -> None:
    errors = sum(found.severity is Severity.ERROR for found in opened.problems)
    if errors:
        raise refusal("package-has-errors", count=errors, folder=folder)


def _chosen(opened: OpenedCourse, listing: Listing) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the files to pack, and those to leave out: drafts, and kinds no course has."""
    drafts = {found.file for found in opened.problems if found.code == DRAFT}
    files = tuple(name for name in sorted(listing.files) if is_course_file(name) and name not in drafts)
    return files, tuple(name for name in sorted(listing.files) if name not in files)


def course_files(opened: OpenedCourse) -> tuple[Listing, tuple[str, ...]]:
    """Return an opened course's folder as it is now, and those of its files that a package of it would hold."""
    listing = list_files(opened.root)
    return listing, _chosen(opened, listing)[0]


def _write(listing: Listing, files: tuple[str, ...], about: Manifest, path: Path) -> Manifest:
    with path.open("xb") as target:
        return write_package(listing, files, about, target)


def _read_back(reader: CourseReader, path: Path) -> None:
    """Open the package as a participant's program will: what cannot be opened is not handed on."""
    with tempfile.TemporaryDirectory(prefix="kursapp-", ignore_cleanup_errors=True) as place:
        package = open_package(path, Path(place), reader)
        try:
            _refuse_errors(package.opened, package.opened.root)
        finally:
            package.opened.close()


def _with_ending(target: Path) -> Path:
    return target if target.suffix.lower() == SUFFIX else target.with_name(target.name + SUFFIX)
