"""What every screen is to the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kursapp.ui.navigation import Location

if TYPE_CHECKING:
    from kursapp.services.changes import Changes


class Screen(QWidget):
    """One screen of the window, made at its first visit and kept.

    The window calls down; a screen goes elsewhere through the navigator it was given. ``title_changed`` tells that its
    title or trail came later than the screen.
    """

    title_changed = Signal()

    def enter(self, location: Location) -> None:
        """Show ``location``: read fresh what is shown, for it may have changed since the last visit."""

    def leave(self) -> None:
        """Save what is unsaved now. Called before another screen, when the window loses focus, and at quit."""

    def refresh(self, changes: Changes) -> None:
        """Show what has changed while this screen was the one shown."""

    def regions(self) -> tuple[QWidget, ...]:
        """Return the parts that F6 steps through."""
        return (self,)

    def title(self) -> str:
        """Return the screen's name, for the window's title and for the screen reader."""
        return ""

    def trail(self) -> tuple[tuple[str, Location], ...]:
        """Return the places above this one, outermost first, as they stand in the top bar."""
        return ()

    def first_focus(self) -> QWidget | None:
        """Return what gets the keyboard when the screen is shown."""
        regions = self.regions()
        return regions[0] if regions else None
