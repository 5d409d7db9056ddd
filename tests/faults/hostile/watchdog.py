"""How long the screen's thread lets a person wait, at the worst."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, Qt, QTimer, Slot

from tests.faults.hostile.in_line import waited

BEAT = 5
"""Milliseconds."""


class Watchdog(QObject):
    """A beat of the event loop. ``longest`` is the longest the loop was away between two, in seconds.

    What the thread only stood in line for a processor that others had is not its own doing, and is left out where the
    system tells it (Linux).
    """

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(BEAT)
        self._timer.timeout.connect(self._on_beat)
        self._last = (time.monotonic(), waited())

    def start(self) -> None:
        """Begin to watch."""
        self.reset()
        self._timer.start()

    def reset(self) -> None:
        """Forget what has been seen so far."""
        self.longest = 0.0
        self._last = (time.monotonic(), waited())

    @Slot()
    def _on_beat(self) -> None:
        now, in_line = time.monotonic(), waited()
        away = (now - self._last[0]) - (in_line - self._last[1])
        self.longest = max(self.longest, away)
        self._last = (now, in_line)
