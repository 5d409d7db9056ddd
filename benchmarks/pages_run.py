"""Run as a program: turns the pages of the flagship course in the real window and prints how long each turn took."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.in_window import Driven
    from kursapp.ui.participant.page_trail import Stop

READING_SECONDS = 0.2
"""How long each page is read before the next: enough for the next one to be made ready, as it is in real reading."""
JUMPS = 24
ROUNDS_OF_PROSE = 4

# What is needed is imported where it is needed: a worker started from here imports this module again.


def time_turn(driven: Driven, turn: Callable[[], object], page_id: str) -> float:
    """Return the milliseconds from a turn until its page has been painted, all of it the program's own work."""
    from benchmarks.in_window import Paint

    start = time.perf_counter()
    turn()
    driven.wait_for(lambda: driven.view_of(page_id), f"the page {page_id}")
    view = driven.view_of(page_id)
    assert view is not None
    paint = Paint(view.viewport())
    driven.wait_for(lambda: paint.seen, f"the page {page_id} to be painted")
    return (time.perf_counter() - start) * 1000


def run() -> dict[str, list[tuple[str, float]]]:
    """Turn every page with Neste, then jump about; return kind of page and milliseconds of each."""
    from benchmarks.in_window import Driven
    from benchmarks.participant import FLAGSHIP
    from kursapp.ui.participant.page_trail import stops

    driven = Driven()
    walk = Walk(driven, stops(driven.course(FLAGSHIP).course))
    told = {"turned": walk.all_pages() + walk.prose_again(), "jumped": walk.jumps()}
    told["stalls"] = [("", gap * 1000) for gap, _ in walk.pulse.gaps]
    driven.close()
    return told


class Walk:
    """Ways through a course in the window."""

    def __init__(self, driven: Driven, way: list[Stop]) -> None:
        from benchmarks.in_window import Pulse

        self._driven = driven
        self._way = way
        self.pulse = Pulse()

    def all_pages(self) -> list[tuple[str, float]]:
        """Turn every page of the course with Neste, twice: what another program held up is not there both times."""
        walks = []
        for _ in range(2):
            self._go_to(0)
            walks.append([self._next(at) for at in range(1, len(self._way))])
        return [min(pair) for pair in zip(*walks, strict=True)]

    def prose_again(self) -> list[tuple[str, float]]:
        """Turn to the pages of prose some more, for there are few of them."""
        prose = [at for at, stop in enumerate(self._way) if at and kind_of(stop) == "prose"]
        found = []
        for at in prose * ROUNDS_OF_PROSE:
            self._go_to(at - 1)
            found.append(self._next(at))
        return found

    def jumps(self) -> list[tuple[str, float]]:
        """Go to pages here and there that nothing has been made ready of."""
        chance = random.Random(1)
        return [(kind_of(self._way[at]), self._go_to(at)) for at in chance.sample(range(len(self._way)), JUMPS)]

    def _go_to(self, at: int) -> float:
        from benchmarks.participant import FLAGSHIP
        from kursapp.ui.navigation import page

        stop = self._way[at]
        go = partial(self._driven.navigator.go, page(FLAGSHIP, stop.session.id, stop.page.id))
        took = time_turn(self._driven, go, stop.page.id)
        self._read(stop)
        return took

    def _next(self, at: int) -> tuple[str, float]:
        stop = self._way[at]
        took = time_turn(self._driven, self._driven.page_screen.next_page, stop.page.id)
        self.pulse.start()
        self._read(stop)
        self.pulse.stop()
        return kind_of(stop), took

    def _read(self, stop: Stop) -> None:
        self._driven.wait_for(lambda: (view := self._driven.view_of(stop.page.id)) and view.is_built, stop.page.id)
        self._driven.work_for(READING_SECONDS)


def kind_of(stop: Stop) -> str:
    """Return ``prose`` for a page of words and pictures only, ``items`` for one with something to answer."""
    return "items" if stop.page.items or stop.page.kind != "text" else "prose"


if __name__ == "__main__":
    print(json.dumps(run()))
