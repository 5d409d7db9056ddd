"""Run as a program: a coordinator's work in the real window, and how long each action held up the screen's thread.

``COHORT ANSWERS``: the cohort whose folder of answer files is collected. The data folder is KURSAPP_DATA.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from benchmarks.in_window import Driven
    from kursapp.ui.coordinator.collecting import CollectingScreen
    from kursapp.ui.coordinator.comments import CommentsScreen
    from kursapp.ui.coordinator.compare import ComparisonScreen
    from kursapp.ui.coordinator.results import ResultsScreen
    from kursapp.ui.navigation import Location
    from kursapp.ui.screen import Screen

STILL_SECONDS = 0.3

S = TypeVar("S", bound="Screen")
Told = dict[str, list[tuple[float, float]]]

# What is needed is imported where it is needed: a worker started from here imports this module again.


def run(cohort_id: str, answers: Path) -> Told:
    """Open the window and do everything once; return what ``benchmarks.desk`` judges."""
    from benchmarks.flagship import FLAGSHIP
    from benchmarks.in_window import Driven

    driven = Driven()
    driven.course(FLAGSHIP)
    driven.wait_for(lambda: not any(thread.name == "loading" for thread in threading.enumerate()), "the rest to load")
    driven.work_for(STILL_SECONDS)
    day = Day(driven, cohort_id)
    day.open_safe()
    day.collect(answers)
    day.close_round()
    day.results()
    day.comments()
    day.comparison()
    driven.close()
    return day.told


class Day:
    """One thing after another at the coordinator's desk; ``told`` is what each took."""

    def __init__(self, driven: Driven, cohort_id: str) -> None:
        self._driven = driven
        self._cohort_id = cohort_id
        self.told: Told = {}

    def open_safe(self) -> None:
        """Open the safe of made-up cohorts and show the list."""
        from kursapp.ui.navigation import cohorts

        desk = self._driven.rest.desk
        self._driven.navigator.go(cohorts())
        self._time("open the safe", desk.open_simulated, lambda: self._shown() if desk.is_open else None)

    def collect(self, answers: Path) -> None:
        """Go to Innsamling and drop the folder on it."""
        from benchmarks.desk import FILES
        from kursapp.ui.navigation import collecting

        self._time(
            "open Innsamling",
            partial(self._go, collecting(self._cohort_id)),
            lambda: next(iter(self._collecting().rounds.views.values()), None),
        )
        screen = self._collecting()
        self._time(
            f"collect {FILES:,} files",
            lambda: screen.zone.given.emit((answers,)),
            lambda: screen.report if screen.work.outcomes and screen.report.isVisible() else None,
        )
        assert len(screen.work.outcomes) == FILES

    def close_round(self) -> None:
        """Close the round, and say yes when asked."""
        from benchmarks.coordinator import FORM
        from benchmarks.desk import FILES
        from kursapp.services.cohort_cards import RoundState

        screen = self._collecting()
        screen.rounds.views[FORM].close_asked.emit(FORM)
        question = screen._asking.question
        assert question is not None
        self._driven.work_for(STILL_SECONDS)
        closed = RoundState.CLOSED
        self._time(
            f"close a round of {FILES:,}",
            question.buttons()[0].click,
            lambda: screen.rounds.views[FORM] if screen._rounds[FORM].state is closed else None,
        )

    def results(self) -> None:
        """Look at the front page, at every theme, and at every question; one after another."""
        from benchmarks.coordinator import FORM
        from kursapp.ui import navigation
        from kursapp.ui.coordinator.results import THEME_PREFIX

        front = navigation.results(self._cohort_id, FORM)
        self._visit("Resultater, the first time", [front])
        found = self._results()._results
        assert found is not None
        themes = dict.fromkeys(item.theme for item in found.form.items if not item.background)
        places = [navigation.results_theme(self._cohort_id, FORM, THEME_PREFIX + theme) for theme in themes]
        self._visit("Resultater, a theme", places)
        items = [item.id for item in found.form.items]
        self._visit("Resultater, a question", [navigation.results(self._cohort_id, FORM, item) for item in items])
        self._visit("Resultater, its front again", [front])

    def comments(self) -> None:
        """Look at the comments."""
        from benchmarks.coordinator import FORM
        from kursapp.ui.navigation import comments

        def queue() -> QWidget | None:
            screen = cast("CommentsScreen", self._shown())
            return screen.queue if screen.queue.isVisible() else None

        self._time("Kommentarer", partial(self._go, comments(self._cohort_id, FORM)), queue)

    def comparison(self) -> None:
        """Compare all cohorts in one question after another."""
        from benchmarks.coordinator import FORM
        from benchmarks.desk import COHORTS
        from kursapp.ui.navigation import comparison

        def page() -> QWidget | None:
            return cast("ComparisonScreen", self._shown()).page

        self._time(f"compare {COHORTS} cohorts", partial(self._go, comparison(FORM)), page)
        screen = cast("ComparisonScreen", self._shown())
        assert len(screen.cohorts.ticked()) == COHORTS
        self._each(
            f"compare {COHORTS} cohorts, next question",
            [screen.next.click] * (screen.items.count() - 1),
            page,
        )

    def _visit(self, name: str, places: Iterable[Location]) -> None:
        self._each(name, [partial(self._go, place) for place in places], lambda: self._results().page)

    def _each(self, name: str, acts: Iterable[Callable[[], object]], shown: Callable[[], QWidget | None]) -> None:
        """Do one like thing after another."""
        for act in acts:
            before = shown() if "first" not in name else None
            self._time(name, act, lambda before=before: now if (now := shown()) is not before else None)

    def _time(self, name: str, act: Callable[[], object], shown: Callable[[], QWidget | None]) -> None:
        """Act, and wait until what is shown then has been painted and the lane is at rest."""
        from benchmarks.in_window import Paint, Pulse

        pulse = Pulse()
        pulse.start()
        start = time.perf_counter()
        act()
        self._driven.wait_for(shown, name)
        widget = shown()
        assert widget is not None
        paint = Paint(widget)
        self._driven.wait_for(lambda: paint.seen, f"{name} to be painted")
        took = time.perf_counter() - start
        self._driven.work_for(STILL_SECONDS)
        pulse.stop()
        if "-v" in sys.argv:
            gaps = " ".join(f"{gap * 1000:.0f}@{when:.2f}" for gap, when in sorted(pulse.gaps)[-6:])
            print(f"{name:<40} {took * 1000:6.0f} ms  stalls {gaps}", file=sys.stderr, flush=True)
        self.told.setdefault(name, []).append((pulse.longest(), took * 1000))

    def _go(self, place: Location) -> None:
        self._driven.navigator.go(place)

    def _shown(self) -> QWidget | None:
        return self._driven.rest.steering.screen

    def _collecting(self) -> CollectingScreen:
        return cast("CollectingScreen", self._shown())

    def _results(self) -> ResultsScreen:
        return cast("ResultsScreen", self._shown())


if __name__ == "__main__":
    print(json.dumps(run(sys.argv[1], Path(sys.argv[2]))))
