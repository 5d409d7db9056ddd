"""A reader of courses with a worker of its own."""

from __future__ import annotations

from pathlib import Path

from kursapp.services.open_course import CourseReader
from kursapp.worker import Worker


class Reading(CourseReader):
    """What the reading thread works on: closing it ends the worker's process."""

    def __init__(self, cache_folder: Path) -> None:
        self._own_worker = Worker()
        super().__init__(self._own_worker, cache_folder)

    def close(self) -> None:
        """End the worker."""
        self._own_worker.close()
