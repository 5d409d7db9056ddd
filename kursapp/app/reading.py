"""A reader of courses with a worker of its own."""

from __future__ import annotations

from pathlib import Path

from kursapp.services.open_course import CourseReader
from kursapp.worker import Worker

REST_SECONDS = 120.0
"""Courses are read when the program starts, and then hardly ever: their reader need not hold its 55 MiB all day."""


class Reading(CourseReader):
    """What the reading thread works on: closing it ends the worker's process."""

    def __init__(self, cache_folder: Path) -> None:
        self._own_worker = Worker(rest=REST_SECONDS)
        super().__init__(self._own_worker, cache_folder)

    def close(self) -> None:
        """End the worker."""
        self._own_worker.close()
