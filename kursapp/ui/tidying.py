"""Collects reference cycles on the screen's thread, and nowhere else.

Python collects them on whichever thread happens to ask for memory. A widget that is part of one would then be destroyed
on a thread that works on a file, which ends the program without a word.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

TICK_MILLISECONDS = 500
LONGEST_MILLISECONDS = 8_000
"""Between ticks where nothing happens: a program that nobody touches does not keep the machine awake."""


class Tidying(QObject):
    """Collects as often as Python itself would, a little at a time, between ``start`` and ``stop``.

    As long as nothing is due it looks more and more seldom.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.tidy)

    def start(self) -> None:
        """Take over from Python; what there is already, above all modules, is looked through no more."""
        gc.disable()
        gc.freeze()
        self._timer.start(TICK_MILLISECONDS)

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
        due = _due()
        if due is not None:
            gc.collect(due)
        if self._timer.isActive():
            self._timer.setInterval(TICK_MILLISECONDS if due is not None else self._longer())

    def _longer(self) -> int:
        return min(2 * self._timer.interval(), LONGEST_MILLISECONDS)


def _due() -> int | None:
    """Return the oldest generation that Python would collect now; None where it would collect none."""
    counted = zip(gc.get_count(), gc.get_threshold(), strict=True)
    full = [generation for generation, (count, threshold) in enumerate(counted) if count > threshold]
    return max(full, default=None)
