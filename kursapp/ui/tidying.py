"""Collects reference cycles on the screen's thread, and nowhere else.

Python collects them on whichever thread happens to ask for memory. A widget that is part of one would then be destroyed
on a thread that works on a file, which ends the program without a word.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

TICK_MILLISECONDS = 500
OLDEST = 2


class Tidying(QObject):
    """Collects as often as Python itself would, a little at a time, between ``start`` and ``stop``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MILLISECONDS)
        self._timer.timeout.connect(self.tidy)

    def start(self) -> None:
        """Take over from Python; what there is already, above all modules, is looked through no more."""
        gc.disable()
        gc.freeze()
        self._timer.start()

    def stop(self) -> None:
        """Leave it to Python again: there are no other threads any more. Where it was not started, nothing happens."""
        if not self._timer.isActive():
            return
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    @Slot()
    def tidy(self) -> None:
        """Collect the oldest generation that is due, as Python counts."""
        for generation in range(OLDEST, -1, -1):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return
