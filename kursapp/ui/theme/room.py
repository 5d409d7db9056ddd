"""The theme of a screen many look at from afar: the look one has chosen, in larger type."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import APPLICATION_SHEETS, OWN_THEME, Look, Theme

LEAST, MOST, STEP = 100, 320, 20
"""Text in per cent; at 100 the letters are as large as in the window one writes in."""


class RoomTheme(Theme):
    """Dresses one window and nothing else; follows the colours and the face of the theme it was made after."""

    def __init__(self, application: QApplication, assets: Path, follows: Theme, zoom: int) -> None:
        super().__init__(application, assets, follows.look._replace(zoom=zoom))
        self._follows = follows
        self._window: QWidget | None = None
        follows.changed.connect(self._on_followed)
        if follows.draws:
            self._draws = True

    def dress_room(self, window: QWidget) -> None:
        """Let ``window`` wear this theme, whatever the application wears."""
        self._window = window
        window.setProperty(OWN_THEME, True)
        self._dress_room()

    def zoom(self, zoom: int) -> None:
        """Show text at another size, within what a room has a use for."""
        self.wear(self._look._replace(zoom=min(max(zoom, LEAST), MOST)))

    def dress_application(self) -> None:
        """Dress the one window anew."""
        self._forget_look()
        self._dressed = [(widget, names) for widget, names in self._dressed if isValid(widget)]
        self._dress_room()
        for widget, names in self._dressed:
            widget.setStyleSheet(self._sheets(names))
        self.changed.emit()

    def _dress_room(self) -> None:
        if self._window is not None and isValid(self._window):
            self._window.setFont(self.font(scale.BODY))
            self._window.setStyleSheet(self._sheets(("05-room", *APPLICATION_SHEETS)))

    @Slot()
    def _on_followed(self) -> None:
        look = self._follows.look
        self._draws = self._follows.draws
        self.wear(Look(look.theme, self._look.zoom, look.face))
