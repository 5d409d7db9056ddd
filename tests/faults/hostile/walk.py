"""Opens hostile courses in the window and turns every page: ``python -m tests.faults.hostile.walk COURSE … ANSWER``.

What the screen's thread was away at the most on each page goes to ANSWER, as JSON.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from kursapp import paths
from kursapp.app.program import open_program
from kursapp.app.start import make_application
from kursapp.app.trying import sit_down
from kursapp.demo.driver import Driver
from kursapp.demo.waiting import let_go
from kursapp.services.open_course import CourseReader, OpenedCourse
from kursapp.settings import Settings
from kursapp.ui.navigation import page
from kursapp.ui.participant.page import PageScreen
from kursapp.ui.workspaces import PARTICIPANT
from kursapp.worker import Worker
from tests.faults.hostile.watchdog import Watchdog

PAGES = 12
"""Pages that are turned of each session."""
BUILT_IN = 10.0
"""Seconds a page of much too much may take until its last line is there; the first is there at once."""
AT_REST = 0.25
"""Seconds the window is let be after a page is there: what is put off for a moment must not hold the screen either."""


def main() -> None:
    """Walk through the courses, one after another, in one program each."""
    *folders, answer = map(Path, sys.argv[1:])
    sit_down(Settings(workspace=PARTICIPANT))
    application = make_application()
    seen: list[tuple[str, float]] = []
    with Worker() as worker:
        reader = CourseReader(worker, paths.cache_folder())
        for folder in folders:
            opened = reader.open(folder)
            driver = Driver(application, partial(open_program, tried=opened))
            driver.open()
            seen += [(f"{folder.name}/{where}", away) for where, away in turned(driver, opened)]
            driver.close()
            opened.close()
    answer.write_text(json.dumps(seen), "utf-8")
    application.shutdown()


def turned(driver: Driver, opened: OpenedCourse) -> Iterator[tuple[str, float]]:
    """Turn the pages of a course, and yield where and how long the screen was away at the most."""
    watchdog = Watchdog()
    watchdog.start()
    for head in opened.course.sessions():
        for each in head.pages[:PAGES]:
            watchdog.reset()
            driver.rest.navigator.go(page(opened.course.id, head.id, each.id))
            there = is_soon(partial(is_there, driver, each.id))
            rest(AT_REST)
            yield f"{head.file}#{each.id}{'' if there else ' (ikke ferdig)'}", watchdog.longest


def is_there(driver: Driver, page_id: str) -> bool:
    """Say whether a page is shown, and all of it."""
    screen = driver.window.stack.currentWidget()
    view = screen.view() if isinstance(screen, PageScreen) else None
    return view is not None and view.is_built and view.ground.page.id == page_id


def is_soon(holds: Callable[[], bool]) -> bool:
    """Let the window work until something holds, or for as long as a page may take to be all there."""
    until = time.monotonic() + BUILT_IN
    while not holds() and time.monotonic() < until:
        let_go()
    return holds()


def rest(seconds: float) -> None:
    """Let the window do what it puts off."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        let_go()


if __name__ == "__main__":
    main()
