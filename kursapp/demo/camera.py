"""Takes numbered pictures of the window, each in light and in dark."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from kursapp.demo import hands
from kursapp.demo.driver import Driver
from kursapp.ui.theme.theme import Look

LIGHT, DARK, CONTRAST = "light", "dark", "contrast"
QUALITY = 80
"""Of Qt's scale for PNG: nearly as small as its usual, and written in two thirds of the time."""
SUFFIX = {LIGHT: "lys", DARK: "mork", CONTRAST: "kontrast"}


class Camera:
    """Leaves ``NNN-name-lys.png`` and ``NNN-name-mork.png`` in a folder.

    The theme is changed for the picture as the light in a room is: the person's own choice stays as it was.
    """

    def __init__(self, driver: Driver, folder: Path) -> None:
        self._driver = driver
        self._folder = folder
        self._number = 0
        # The tour goes on while a picture is packed and written.
        self._writer = ThreadPoolExecutor(1)
        self._on_the_way: list[Future[None]] = []
        self.taken: list[str] = []

    def put_away(self) -> None:
        """Wait until every picture is written. Raises OSError where one could not be."""
        self._writer.shutdown()
        for each in self._on_the_way:
            each.result()

    def both(self, name: str) -> None:
        """Take a motif in light and in dark, beginning with the one that is worn."""
        hands.lay_mouse_aside(self._driver.window)
        self._number += 1
        first = DARK if self._driver.program.theme.name == DARK else LIGHT
        for theme in (first, LIGHT if first == DARK else DARK):
            self._take(name, theme)

    def one(self, name: str) -> None:
        """Take a motif as the window stands."""
        hands.lay_mouse_aside(self._driver.window)
        self._number += 1
        self._take(name, self._driver.program.theme.name)

    def window(self, window: QWidget, name: str) -> None:
        """Take a picture of another window as it stands."""
        self._number += 1
        self._driver.rest_a_moment()
        self._save(window, f"{self._number:03}-{name}-{SUFFIX[self._driver.program.theme.name]}.png")

    def _take(self, name: str, theme: str) -> None:
        worn = self._driver.program.theme.look
        if self._driver.program.theme.name != theme:
            self._driver.program.theme.wear(Look(theme, worn.zoom, worn.face))
        self._driver.rest_a_moment()
        self._save(self._driver.window, f"{self._number:03}-{name}-{SUFFIX[theme]}.png")

    def _save(self, window: QWidget, file: str) -> None:
        # An image, unlike what a window is drawn on, may be used on another thread.
        image = window.grab().toImage()
        self._on_the_way.append(self._writer.submit(_write, image, self._folder / file))
        self.taken.append(file)


def _write(image: QImage, path: Path) -> None:
    if not image.save(str(path), "PNG", QUALITY):  # type: ignore[call-overload]
        raise OSError(f"the picture {path.name} could not be written")
