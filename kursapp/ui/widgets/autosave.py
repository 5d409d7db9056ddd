"""Text saves itself one second after the last key, and at once when somebody leaves."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kursapp.ui.tasks import Tasks

QUIET_MILLISECONDS = 1000


class Autosave(QObject):
    """Holds the last value of each key until it is quiet; the status line says "Lagrer" meanwhile.

    Connect ``due(key, value)`` to what saves, and call ``flush`` from the screen's ``leave``.
    """

    due = Signal(str, str)

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._waiting: dict[str, str] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(QUIET_MILLISECONDS)
        self._timer.timeout.connect(self.flush)

    def touch(self, key: str, value: str) -> None:
        """Take note of what a field holds now."""
        self._waiting[key] = value
        self._tasks.hold(self)
        self._timer.start()

    @Slot()
    def flush(self) -> None:
        """Send everything that waits, now."""
        self._timer.stop()
        waiting, self._waiting = self._waiting, {}
        for key, value in waiting.items():
            self.due.emit(key, value)
        self._tasks.release(self)
