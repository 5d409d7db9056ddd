"""Checking a course: everything that is wrong with it, and writing the ids it lacks."""

from __future__ import annotations

from pathlib import Path

from kursapp.content.fixing import edits_with_free_ids, ids_in, repaired
from kursapp.content.repair import edits_of
from kursapp.domain.problem import Problem
from kursapp.files.writing import write_bytes
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


def write_missing_ids(reader: CourseReader, folder: Path) -> int:
    """Write every missing id into the course's files and return how many were written.

    Each file is replaced whole and durably; nothing else in it changes. Raises KursappError as ``files.writing`` does.
    """
    lacking = [found for found in check_course(reader, folder) if found.code in WRITTEN_BY_FIX and edits_of(found)]
    for file, edits in edits_with_free_ids(lacking, ids_in(folder)).items():
        path = folder / file
        write_bytes(path, repaired(path.read_bytes(), edits), path.stat().st_mode & 0o777)
    return len(lacking)
