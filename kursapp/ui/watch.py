"""What a long job on another thread reports to, and is stopped by."""

from __future__ import annotations

import threading
import time

from PySide6.QtCore import QObject, Signal, Slot

BETWEEN_REPORTS = 0.05
"""Seconds: more often nobody sees a bar move, and the screen's thread has other things to do."""


class Watch(QObject):
    """Handed to a service: ``progress`` is called there, ``progressed`` comes on the screen's thread.

    The last report (``done`` equal to ``total``) always comes.
    """

    progressed = Signal(int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = threading.Event()
        self._told = 0.0

    def progress(self, done: int, total: int) -> None:
        """Report how much is done, on any thread."""
        now = time.monotonic()
        if done == total or now - self._told >= BETWEEN_REPORTS:
            self._told = now
            self.progressed.emit(done, total)

    def cancelled(self) -> bool:
        """Say whether the job is to stop at the next place where it can."""
        return self._stop.is_set()

    @Slot()
    def cancel(self) -> None:
        """Let the job stop."""
        self._stop.set()
