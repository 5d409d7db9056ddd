"""What the instructor's threads work on: her drafts, and looking at them. Both have courses read by one process."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from kursapp import paths
from kursapp.services.clock import SystemClock

if TYPE_CHECKING:
    from kursapp.services.author import Author
    from kursapp.services.live_course import Looking
    from kursapp.worker import Worker


class Authoring:
    """Makes each on its own thread. The worker is the one that has read the draft already: it is warm."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._shared: Worker | None = None

    def author(self) -> Author:
        """Sit down with the drafts; called on the files' thread."""
        from kursapp.services.author import Author

        return Author(paths.data_folder(), SystemClock(), self._worker())

    def looking(self) -> Looking:
        """Begin to read courses as they stand in the editor; called on the thread that looks."""
        from kursapp.services.live_course import Looking

        return Looking(paths.cache_folder(), self._worker())

    def _worker(self) -> Worker:
        from kursapp.worker import Worker

        with self._lock:
            self._shared = self._shared or Worker()
            return self._shared
