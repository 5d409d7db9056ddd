"""How long one reading of a course may take: each file its own time, and all of them what one may take too much."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator

from kursapp.worker import WorkerLimitError

SPARE = 6.5
"""Seconds that the files of a course, and joining them, may together take beyond what such files take."""
JOINING_SPARE = 2.0
"""Seconds of it that joining them may take."""
LOST_WORKER = 1.0
"""Seconds that a file which takes the worker down counts at least: another must be started."""


class ReadingTime:
    """Hands out seconds. Many heavy files take hardly longer than one: when the spare time is used, none gets any more.

    What a file takes honestly is reckoned generously from its bytes, some twenty times what a usual one is measured to
    take, so that a slow laptop that is busy with other things never uses the spare time up on a sound course.
    """

    def __init__(self) -> None:
        self._spare = SPARE

    @property
    def is_used_up(self) -> bool:
        """Say whether a file more would take too long."""
        return self._spare <= 0

    @contextlib.contextmanager
    def spend(self, honest: float, most: float) -> Iterator[float]:
        """Give the seconds something may take, at most ``most``, and count what it takes beyond ``honest``."""
        began = time.monotonic()
        try:
            yield min(most, honest + max(self._spare, 0.0))
        except WorkerLimitError:
            # Stopped, it has cost all its time for nothing.
            self._spare -= max(time.monotonic() - began, LOST_WORKER)
            raise
        self._spare -= max(time.monotonic() - began - honest, 0.0)


def honest_reading(size: int) -> float:
    """Return the seconds a file of ``size`` bytes may take before it counts as heavy (measured: 1.5 µs a byte)."""
    return 0.5 + 4e-6 * size


def honest_joining(size: int) -> float:
    """Return the seconds joining parsed files of ``size`` bytes may take (measured: 0.13 µs a byte)."""
    return 2.0 + 3e-6 * size
