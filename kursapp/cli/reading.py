"""The course reader of a command: the same bounded worker and cache as the window's."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from kursapp import paths
from kursapp.services.open_course import CourseReader
from kursapp.worker import Worker


@contextmanager
def course_reader() -> Iterator[CourseReader]:
    """Give a reader, and end its worker afterwards."""
    worker = Worker()
    try:
        yield CourseReader(worker, paths.cache_folder())
    finally:
        worker.close()
