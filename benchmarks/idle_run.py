"""Run as a program: opens the window, leaves it alone, and prints what it cost meanwhile, with all its processes."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

from benchmarks.scale import of

if TYPE_CHECKING:
    import psutil

SETTLE_MILLISECONDS, WATCHED_MILLISECONDS = of(15_000, 2_000), of(20_000, 2_000)

# What is needed is imported where it is needed: a worker started from here imports this module again.


def run() -> dict[str, dict[str, float]]:
    """Return per cent of a core and times woken a second, on Hjem and on a page."""
    from benchmarks.flagship import FLAGSHIP
    from benchmarks.in_window import Driven

    driven = Driven()
    driven.course(FLAGSHIP)
    told = {"Hjem": _idle()}
    driven.home_screen.card.go_on.click()
    driven.wait_for(lambda: driven.navigator.here.screen == "page", "the page")
    driven.wait_for(lambda: (view := driven.page_screen.view()) and view.is_built, "the page to be built")
    told["a page"] = _idle()
    driven.close()
    return told


def _idle() -> dict[str, float]:
    """Wait until what begins by itself has been done, then watch."""
    import psutil

    _sleep(SETTLE_MILLISECONDS)
    processes = [psutil.Process(), *psutil.Process().children(recursive=True)]
    before, start = _spent(processes), time.perf_counter()
    _sleep(WATCHED_MILLISECONDS)
    seconds, after = time.perf_counter() - start, _spent(processes)
    return {"processor": 100 * (after[0] - before[0]) / seconds, "woken": (after[1] - before[1]) / seconds}


def _sleep(milliseconds: int) -> None:
    """Let the program wait as it does by itself: by its own event loop, which the pulse of no benchmark wakes."""
    from PySide6.QtCore import QEventLoop, QTimer

    # Not the application's own exec: to end that is to close its windows.
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _spent(processes: list[psutil.Process]) -> tuple[float, int]:
    """Return seconds of processor, and how often a thread has gone to sleep."""
    # Of this process to the nanosecond, of the others by the system's ticks.
    others = [process.cpu_times() for process in processes[1:]]
    spent = time.process_time() + sum(each.user + each.system for each in others)
    return spent, sum(process.num_ctx_switches().voluntary for process in processes)


if __name__ == "__main__":
    print(json.dumps(run()))
