"""What every scene plays with."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from kursapp.demo import hands
from kursapp.demo.answering import Answering
from kursapp.demo.camera import Camera
from kursapp.demo.driver import Driver
from kursapp.demo.summary import Summary
from kursapp.demo.writing import Writing


@dataclass(frozen=True, slots=True)
class Stage:
    """The person at the program, the camera, and the notes."""

    driver: Driver
    camera: Camera
    answering: Answering
    writing: Writing
    summary: Summary

    def picture(self, name: str, top: QWidget | None = None) -> None:
        """Take a motif in light and dark, with ``top`` near the top of the page if it is given."""
        self._bring_to_top(top)
        self.camera.both(name)

    def glimpse(self, name: str, top: QWidget | None = None) -> None:
        """Take a motif in the light that is on: there is another like it."""
        self._bring_to_top(top)
        self.camera.one(name)

    def _bring_to_top(self, top: QWidget | None) -> None:
        if top is not None:
            hands.bring_to_top(top, self.driver.page)
