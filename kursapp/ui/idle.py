"""Notices that nobody is at the machine: no key and no mouse for a while, or the machine was asleep."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal, Slot

LOOK_EVERY = 5_000
"""Milliseconds between looks at the clock."""

ASLEEP = 60.0
"""Seconds by which the clock on the wall is ahead of the machine's own when the machine has slept."""

_SIGNS_OF_LIFE = frozenset(
    kind.value
    for kind in (
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.InputMethod,
    )
)


class Idleness(QObject):
    """``due`` tells that nobody has been here for as long as was said; it is told again at each look until stopped.

    ``wall`` and ``steady`` give seconds: of the day, and of a clock that stands still while the machine sleeps.
    """

    due = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        wall: Callable[[], float] = time.time,
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._wall, self._steady = wall, steady
        self._after = 0.0
        self._seen = self._looked = (0.0, 0.0)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY)
        self._timer.timeout.connect(self.look)

    @property
    def is_watching(self) -> bool:
        """Say whether it looks."""
        return self._timer.isActive()

    def watch(self, minutes: int) -> None:
        """Begin to look, from now; 0 stops it. Every event of the program passes by only while it looks."""
        self._after = minutes * 60.0
        self._seen = self._looked = self._now()
        application = QCoreApplication.instance()
        assert application is not None
        application.removeEventFilter(self)
        self._timer.stop()
        if minutes:
            application.installEventFilter(self)
            self._timer.start()

    @Slot()
    def look(self) -> None:
        """Tell where nobody has been here for long enough, or the machine has slept meanwhile."""
        now = self._now()
        slept = (now[0] - self._looked[0]) - (now[1] - self._looked[1])
        self._looked = now
        if slept > ASLEEP or now[1] - self._seen[1] >= self._after:
            self.due.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type().value in _SIGNS_OF_LIFE:
            self._seen = self._now()
        return False

    def _now(self) -> tuple[float, float]:
        return self._wall(), self._steady()
