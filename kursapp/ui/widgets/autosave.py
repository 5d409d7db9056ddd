"""Text saves itself one second after the last key, now and then while the keys go on, and at once on leaving."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kursapp.ui.tasks import Tasks

QUIET_MILLISECONDS = 1000
LONGEST_MILLISECONDS = 5000
"""What is typed without a pause waits no longer than this: it is all that a crash in mid-sentence can cost."""


class Autosave(QObject):
    """Holds the last value of each key until it is quiet; the status line says "Lagrer" meanwhile.

    Connect ``due(key, value)`` to what saves, and call ``flush`` from the screen's ``leave``.
    """

    due = Signal(str, str)

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._waiting: dict[str, str] = {}
        self._quiet = self._alarm(QUIET_MILLISECONDS)
        self._longest = self._alarm(LONGEST_MILLISECONDS)

    def touch(self, key: str, value: str) -> None:
        """Take note of what a field holds now."""
        self._waiting[key] = value
        self._tasks.hold(self)
        self._quiet.start()
        if not self._longest.isActive():
            self._longest.start()

    @Slot()
    def flush(self) -> None:
        """Send everything that waits, now."""
        self._quiet.stop()
        self._longest.stop()
        waiting, self._waiting = self._waiting, {}
        for key, value in waiting.items():
            self.due.emit(key, value)
        self._tasks.release(self)

    def _alarm(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self.flush)
        return timer
