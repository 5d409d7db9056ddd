"""Run as a program: turns pages of a course in the real window and prints how long each turn took.

``COURSE PAGES``: its id, and at most how many pages are turned to with Neste.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Callable
from functools import partial
from itertools import islice, takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.in_window import Driven
    from kursapp.ui.participant.page_trail import Stop

SETTLING_SECONDS = 0.05
JUMPS = 24
WALKS = 2
LAST_DAY = 2
"""Two days have pages of every kind, and more of them than a percentile needs."""

# What is needed is imported where it is needed: a worker started from here imports this module again.


Turn = tuple[float, float]
"""Milliseconds by the wall clock, and of work on the screen's thread, from a turn until its page has been painted."""


def time_turn(driven: Driven, turn: Callable[[], object], page_id: str) -> Turn:
    """Make a turn and return what it took."""
    from benchmarks.in_window import Paint

    start, work = time.perf_counter(), time.thread_time()
    turn()
    driven.wait_for(lambda: driven.view_of(page_id), f"the page {page_id}")
    view = driven.view_of(page_id)
    assert view is not None
    paint = Paint(view.viewport())
    driven.wait_for(lambda: paint.seen, f"the page {page_id} to be painted")
    return (time.perf_counter() - start) * 1000, (time.thread_time() - work) * 1000


def run(course_id: str, pages: int) -> dict[str, list[object]]:
    """Turn every page with Neste, then jump about; return kind of page and what each took, and the stalls between."""
    from benchmarks.in_window import Driven
    from kursapp.ui.participant.page_trail import stops

    driven = Driven()
    way = stops(driven.course(course_id).course)
    days = takewhile(lambda stop: (stop.module.day or 0) <= LAST_DAY, way)
    walk = Walk(driven, course_id, list(islice(days, pages + 1)))
    turned, jumped = walk.all_pages(), walk.jumps()
    driven.close()
    return {"turned": turned, "jumped": jumped, "stalls": [gap * 1000 for gap, _ in walk.pulse.gaps]}


class Walk:
    """Ways through a course in the window."""

    def __init__(self, driven: Driven, course_id: str, way: list[Stop]) -> None:
        from benchmarks.in_window import Pulse

        self._driven = driven
        self._course_id = course_id
        self._way = way
        self.pulse = Pulse()

    def all_pages(self) -> list[tuple[str, Turn]]:
        """Turn every page of the course with Neste, more than once, and return the quickest turn to each.

        What another program held up is not there every time; what this one does is.
        """
        took: dict[int, list[Turn]] = {}
        for _ in range(WALKS):
            self._go_to(0)
            for at in range(1, len(self._way)):
                took.setdefault(at, []).append(self._next(at))
        for at in [at for at in took if kind_of(self._way[at]) == "prose"] * WALKS:
            self._go_to(at - 1)
            took[at].append(self._next(at))
        return [(kind_of(self._way[at]), min(turns)) for at, turns in took.items()]

    def jumps(self) -> list[tuple[str, Turn]]:
        """Go to pages here and there that nothing has been made ready of."""
        chance = random.Random(1)
        return [
            (kind_of(self._way[at]), self._go_to(at))
            for at in chance.sample(range(len(self._way)), min(JUMPS, len(self._way)))
        ]

    def _go_to(self, at: int) -> Turn:
        from kursapp.ui.navigation import page

        stop = self._way[at]
        go = partial(self._driven.navigator.go, page(self._course_id, stop.session.id, stop.page.id))
        took = time_turn(self._driven, go, stop.page.id)
        self._read(at)
        return took

    def _next(self, at: int) -> Turn:
        stop = self._way[at]
        took = time_turn(self._driven, self._driven.page_screen.next_page, stop.page.id)
        self.pulse.start()
        self._read(at)
        self.pulse.stop()
        return took

    def _read(self, at: int) -> None:
        """Stay on a page until it is whole and the next one has been made ready, as it is for one who reads a line."""
        for place in (at, at + 1):
            if place < len(self._way):
                page_id = self._way[place].page.id
                self._driven.wait_for(lambda page_id=page_id: self._is_ready(page_id), page_id)
        self._driven.work_for(SETTLING_SECONDS)

    def _is_ready(self, page_id: str) -> bool:
        from kursapp.ui.participant.page_view import PageView

        views = self._driven.page_screen.findChildren(PageView)
        return any(view.is_built and view.ground.page.id == page_id for view in views)


def kind_of(stop: Stop) -> str:
    """Return ``prose`` for a page of words and pictures only, ``items`` for one with something to answer."""
    return "items" if stop.page.items or stop.page.kind != "text" else "prose"


if __name__ == "__main__":
    print(json.dumps(run(sys.argv[1], int(sys.argv[2]))))
