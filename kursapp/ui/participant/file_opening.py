"""The buttons that open a file somebody has sent, on every screen where one may look for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from kursapp.ui.navigation import Location, Navigator
from kursapp.ui.picking import Picker


class FileOpening(QObject):
    """Asks which file, and goes to it. ``title`` and ``kind`` are the dialog's; ``place`` makes the location."""

    def __init__(
        self, window: QWidget, navigator: Navigator, title: str, kind: str, place: Callable[[str], Location]
    ) -> None:
        super().__init__(window)
        self._navigator = navigator
        self._title, self._kind, self._place = title, kind, place
        self.picker = Picker(window)

    @Slot()
    def ask(self) -> None:
        """Ask which file."""
        self.picker.file(self._title, self._kind, self._on_chosen)

    def _on_chosen(self, path: Path) -> None:
        self._navigator.go(self._place(str(path)))
