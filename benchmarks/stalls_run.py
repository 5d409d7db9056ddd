"""Run as a program: opens the window, goes to a page, and prints how long the screen's thread stood still meanwhile."""

from __future__ import annotations

import json
import sys
import threading

STILL_SECONDS = 0.3

# What is needed is imported where it is needed: a worker started from here imports this module again.


def run() -> dict[str, float]:
    """Open the window and return the longest stalls, in milliseconds: while the rest loads, and going to a page."""
    from benchmarks.flagship import FLAGSHIP
    from benchmarks.in_window import Driven, Pulse

    driven = Driven()
    loading, turning = Pulse(), Pulse()
    driven.program.window.painted.connect(loading.start)
    driven.course(FLAGSHIP)
    driven.wait_for(lambda: not any(thread.name == "loading" for thread in threading.enumerate()), "the rest to load")
    driven.work_for(STILL_SECONDS)
    loading.stop()
    turning.start()
    driven.home_screen.card.go_on.click()
    driven.wait_for(lambda: driven.navigator.here.screen == "page", "the page")
    driven.wait_for(lambda: (view := driven.page_screen.view()) and view.is_built, "the page to be built")
    driven.work_for(STILL_SECONDS)
    turning.stop()
    if "-v" in sys.argv:
        print(sorted(loading.gaps)[-5:], sorted(turning.gaps)[-5:], file=sys.stderr)
    driven.close()
    return {"loading": loading.longest(), "first page": turning.longest()}


if __name__ == "__main__":
    print(json.dumps(run()))
