"""Waiting for what must come: the window works on meanwhile, and nobody waits for ever."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

LIMIT_SECONDS = 60.0
LOOK_AGAIN_MILLISECONDS = 10
A_MOMENT = 100
"""Milliseconds: what the window puts off for longer is not waited for."""


class StuckError(Exception):
    """What had to come did not."""


def wait_until(holds: Callable[[], object], what: str, seconds: float = LIMIT_SECONDS) -> None:
    """Let the window work until something holds. Raises StuckError, naming ``what``, after ``seconds``."""
    deadline = QDeadlineTimer(round(seconds * 1000))
    loop = QEventLoop()
    # Wakes the loop: what is waited for may come from another thread without an event.
    waker = QTimer()
    waker.start(LOOK_AGAIN_MILLISECONDS)
    while not holds():
        if deadline.hasExpired():
            raise StuckError(what)
        loop.processEvents(QEventLoop.ProcessEventsFlag.AllEvents | QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    waker.stop()


def let_go() -> None:
    """Let the window do all it has in line, and delete what it has put away."""
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()


def is_soon(timer: QTimer) -> bool:
    """Say whether a timer is about to do what was put off for a moment only, as an outline that follows its page."""
    return timer.isActive() and timer.isSingleShot() and timer.interval() <= A_MOMENT
