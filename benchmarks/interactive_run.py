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
    from benchmarks.flagship import FLAGSHIP
    from benchmarks.in_window import Driven, Paint
    from benchmarks.peak_memory import peak_memory

    driven = Driven()
    told: dict[str, float] = {}

    def on_painted() -> None:
        told.setdefault("painted", time.monotonic() - started)
        told.setdefault("memory", peak_memory())

    driven.program.window.painted.connect(on_painted)
    driven.wait_for(lambda: told, "the first paint")
    driven.course(FLAGSHIP)

    def is_on_page() -> bool:
        # The button is there from the first paint, and leads on as soon as it is known where to: so one presses again.
        if driven.navigator.here.screen == "home" and driven.rest.steering.screen is not None:
            driven.home_screen.card.go_on.click()
        return driven.navigator.here.screen == "page"

    driven.wait_for(is_on_page, "the page")
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
