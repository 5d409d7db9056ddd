"""Somebody who opens Rediger and types without a pause until she is stopped; run as a program of its own.

Every line it prints is a number: how many letters the window has said are saved.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from kursapp import paths
from kursapp.app.program import open_program
from kursapp.app.start import make_application
from kursapp.demo import hands
from kursapp.demo.driver import Driver
from kursapp.demo.waiting import wait_until
from kursapp.ui.author.edit import EditScreen
from kursapp.ui.navigation import edit

LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Reporting(QObject):
    """Prints how many of the letters are saved, each time some are."""

    def __init__(self, driver: Driver) -> None:
        super().__init__(driver.window)
        self._draft = driver.rest.draft
        self._draft.file_saved.connect(self._tell)

    @Slot()
    def _tell(self) -> None:
        card = self._draft.card
        assert card is not None
        sys.stdout.write(f"{letters_in((card.folder / FILE).read_text('utf-8'))}\n")
        sys.stdout.flush()


FILE = "dag-1/01-slik-skriver-du.md"


def letters_in(text: str) -> int:
    """Return how many letters of the endless row stand at the end of a text. ValueError where others stand there."""
    row = text.rpartition("\n")[2]
    if row != (LETTERS * (len(row) // len(LETTERS) + 1))[: len(row)]:
        raise ValueError(row)
    return len(row)


def main() -> None:
    """Type on; the courses of the shelf are in the folder given."""
    shelf = Path(sys.argv[1])
    paths.bundled_courses = lambda: shelf
    driver = Driver(make_application(), open_program)
    driver.open()
    driver.rest.navigator.go(edit("", FILE, 10_000))
    wait_until(lambda: isinstance(driver.window.stack.currentWidget(), EditScreen), "Rediger")
    driver.settle()
    screen = driver.screen
    assert isinstance(screen, EditScreen)
    wait_until(lambda: screen.editor.file() == FILE, "the file")
    screen.editor.code.setFocus()
    hands.press(hands.Key.Key_End, hands.Modifier.ControlModifier)
    Reporting(driver)
    while True:
        for letter in LETTERS:
            hands.type_text(letter)


if __name__ == "__main__":
    sys.exit(main())
