"""What stands between a page's heading and its Forrige and Neste, whatever kind of page it is."""

from __future__ import annotations

import enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kursapp.services.changes import Changes
from kursapp.services.participant import PageState
from kursapp.ui.participant.page_ground import PageGround
from kursapp.ui.widgets.block_column import Part


class NavLook(enum.Enum):
    """How Forrige and Neste stand under a body: NEXT is the main step; QUIET, the body has one of its own; HIDDEN."""

    NEXT = "next"
    QUIET = "quiet"
    HIDDEN = "hidden"


class PageBody(QWidget):
    """The body of a page. It scrolls with the page and tells what it needs by its signals.

    ``nav_changed``: Forrige and Neste are to stand otherwise (``nav_look``); ``shown_part`` asks for a widget to be
    brought to the top of the view; ``link_activated`` takes any address of ``Rich.html``; ``media_wanted`` a listed
    sound or film file.
    """

    link_activated = Signal(str)
    link_hovered = Signal(str)
    media_wanted = Signal(str)
    nav_changed = Signal()
    shown_part = Signal(object)

    def __init__(self, ground: PageGround, state: PageState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ground = ground
        self.state = state

    def build_next(self) -> bool:
        """Build one more part of the body; say whether there was one to build."""
        return False

    def nav_look(self) -> NavLook:
        """Return how Forrige and Neste are to stand now."""
        return NavLook.NEXT

    def change(self, ground: PageGround, state: PageState) -> bool:
        """Show the page as it has been written since; False where a new body is to be made instead."""
        return False

    def parts(self) -> list[Part]:
        """Return the parts the reading place is measured against, from the top."""
        return [Part(0, self)]

    def item(self, item_id: str) -> QWidget | None:
        """Return the view of an item of the page, None where it has none (yet)."""
        return None

    def enter(self, target: str) -> None:
        """Be shown; ``target`` is the id of the item to begin at, or empty."""

    def leave(self) -> None:
        """Save what is unsaved, now."""

    def refresh(self, changes: Changes) -> None:
        """Show what has changed while the page was shown."""

    def first_focus(self) -> QWidget | None:
        """Return what gets the keyboard when the page is shown; None leaves it to the page."""
        return None

    def set_narrow(self, narrow: bool) -> None:
        """Lay the body out for a narrow reading column, or the usual one."""

    def set_sides(self, left: int, right: int) -> bool:
        """Take the whole width of the view and keep these distances itself; False leaves them to the page."""
        return False
