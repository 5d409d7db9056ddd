"""Checking a course: everything that is wrong with it, and writing the ids it lacks."""

from __future__ import annotations

import tempfile
from pathlib import Path

from kursapp.content.fixing import edits_with_free_ids, ids_in, repaired
from kursapp.content.package import SUFFIX
from kursapp.content.repair import edits_of
from kursapp.domain.problem import Problem
from kursapp.files.writing import write_bytes
from kursapp.services.course_package import open_package
from kursapp.services.open_course import CourseReader

WRITTEN_BY_FIX = frozenset({"no-id"})
"""The codes whose repair writes an id. ``check --fix`` makes these repairs and no others."""


def check_course(reader: CourseReader, folder: Path) -> tuple[Problem, ...]:
    """Return all the findings of a course, by file in the order of the course and then by line.

    Raises KursappError where there is no course to check (``services.open_course``).
    """
    opened = reader.open(folder)
    try:
        return opened.problems
    finally:
        opened.close()


def is_package(path: Path) -> bool:
    """Say whether a path is meant as a course package, by its name."""
    return path.suffix.lower() == SUFFIX and not path.is_dir()


def check_package(reader: CourseReader, file: Path) -> tuple[Problem, ...]:
    """Return all the findings of a packed course, as ``check_course``. Nothing of it is left on the disk.

    Raises KursappError where the package cannot be used (``services.course_package``).
    """
    with tempfile.TemporaryDirectory(prefix="kursapp-", ignore_cleanup_errors=True) as place:
        opened = open_package(file, Path(place), reader).opened
        try:
            return opened.problems
        finally:
            opened.close()


def write_missing_ids(reader: CourseReader, folder: Path) -> int:
    """Write every missing id into the course's files and return how many were written.

    Each file is replaced whole and durably; nothing else in it changes. Raises KursappError as ``files.writing`` does.
    """
    lacking = [found for found in check_course(reader, folder) if found.code in WRITTEN_BY_FIX and edits_of(found)]
    for file, edits in edits_with_free_ids(lacking, ids_in(folder)).items():
        path = folder / file
        write_bytes(path, repaired(path.read_bytes(), edits), path.stat().st_mode & 0o777)
    return len(lacking)
