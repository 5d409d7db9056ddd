"""Run as a program: opens the window, goes on in the course, and prints how long after ``argv[1]`` each was there.

``argv[1]`` is the monotonic clock, in seconds, from before the process was started.
"""

from __future__ import annotations

import json
import sys
import time

# What is needed is imported where it is needed: a worker started from here imports this module again.


def run(started: float) -> dict[str, float]:
    """Return seconds until the first paint and until the page is whole and painted, and the peak of memory at paint."""
    from benchmarks.in_window import Driven, Paint
    from benchmarks.peak_memory import peak_memory

    driven = Driven()
    told: dict[str, float] = {}

    def on_painted() -> None:
        told.setdefault("painted", time.monotonic() - started)
        told.setdefault("memory", peak_memory())

    driven.program.window.painted.connect(on_painted)
    driven.wait_for(lambda: told, "the first paint")
    # One press, at once: it is remembered until there is somebody to take one there.
    driven.first_home.card.go_on.click()
    driven.wait_for(lambda: driven.program.rest and driven.navigator.here.screen == "page", "the page")
    driven.wait_for(lambda: (view := driven.page_screen.view()) and view.is_built, "the page to be built")
    view = driven.page_screen.view()
    assert view is not None
    paint = Paint(view.viewport())
    driven.wait_for(lambda: paint.seen, "the page to be painted")
    told["interactive"], told["cpu"] = time.monotonic() - started, time.process_time()
    driven.close()
    return told


if __name__ == "__main__":
    print(json.dumps(run(float(sys.argv[1]))))
