"""Somebody who writes in the real window until she is killed: ``python -m tests.faults.kills.typist SHELF [broken]``.

After each handful of letters she waits until the window says that all is saved, and prints how many letters stand in
the field. With ``broken`` the window says so whatever is the matter.
"""

from __future__ import annotations

import os
import sys
from itertools import count
from pathlib import Path

from kursapp import paths
from kursapp.app.program import open_program
from kursapp.app.start import make_application
from kursapp.demo import hands
from kursapp.demo.driver import Driver
from kursapp.demo.waiting import wait_until
from kursapp.ui.saving import SavingState
from kursapp.ui.top_bar import SavingLine
from kursapp.ui.widgets.reflection_view import ReflectionView
from tests.faults.kills.windows import COURSE, letters, stands

HANDFUL = 5


def main() -> None:
    """Go to the page, and write on where she was stopped."""
    shelf = Path(sys.argv[1])
    paths.bundled_courses = lambda: shelf
    if "broken" in sys.argv:
        _say_saved_always()
    driver = Driver(make_application(), open_program)
    driver.open()
    if driver.rest.courses.is_loaded or driver.window.sidebar.isVisible():
        wait_until(lambda: driver.rest.courses.is_loaded, "the courses")
        driver.settle()
    else:
        _first_start(driver)
    driver.open_course(COURSE)
    driver.push("Økt")
    field = driver.one(ReflectionView, driver.page).field
    driver.click(field)
    hands.press(hands.Key.Key_End, hands.Modifier.ControlModifier)
    for written in count(stands(field.text()), HANDFUL):
        hands.type_text(letters(written + HANDFUL)[written:])
        wait_until(lambda: "Alt er lagret" in driver.words(driver.window.top_bar), "all saved")
        os.write(1, f"{stands(field.text())}\n".encode())


def _first_start(driver: Driver) -> None:
    driver.push("Neste")
    hands.type_text("Kari")
    driver.push("Neste")
    driver.push("Kom i gang")
    wait_until(lambda: driver.rest.courses.is_loaded, "the courses")
    driver.settle()


def _say_saved_always() -> None:
    honest = SavingLine.show_state

    def show(line: SavingLine, _state: SavingState) -> None:
        honest(line, SavingState.SAVED)

    SavingLine.show_state = show


if __name__ == "__main__":
    main()
