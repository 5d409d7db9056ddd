"""What the author's wing knows of a preview; the participant's wing makes it, of the participant's own widgets."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from kursapp.services.live_course import LivePage
    from kursapp.ui.theme.theme import Theme


class PreviewPane(QWidget):
    """A page as participants will see it, to be answered and thrown away.

    ``page_wanted`` carries the file and line that Forrige or Neste, or a link within the course, leads to. Links that
    leave the program are asked about as in the participant's window.
    """

    page_wanted = Signal(str, int)

    def show_page(self, live: LivePage) -> None:
        """Show a page: where it is the one shown already, its place and its answers are kept."""
        raise NotImplementedError

    def show_nothing(self, reason: str) -> None:
        """Show a sentence instead of a page: why there is none."""
        raise NotImplementedError

    def forget_answers(self) -> None:
        """Throw away everything answered, and show the page as one who comes to it for the first time."""
        raise NotImplementedError


MakePreview = Callable[[], PreviewPane]


class RoomPane(QWidget):
    """A page for the room to look at, in large type: its questions are covered until they are asked for.

    ``changed`` tells that what can be revealed is another, ``page_wanted`` that a link leads to a file and line.
    """

    changed = Signal()
    page_wanted = Signal(str, int)

    def show_page(self, live: LivePage) -> None:
        """Show a page from its top, its questions covered."""
        raise NotImplementedError

    def reveal(self) -> bool:
        """Show the next thing the page holds back: a question, then its answer. False where nothing is left."""
        raise NotImplementedError

    def held_back(self) -> int:
        """Return how many things are not shown yet."""
        raise NotImplementedError

    def turn(self, forward: bool) -> bool:
        """Go on by a screenful, or back by one; False where there is no more of the page."""
        raise NotImplementedError


MakeRoom = Callable[["Theme"], RoomPane]
