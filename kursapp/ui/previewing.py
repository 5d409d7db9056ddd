"""What the author's wing knows of a preview; the participant's wing makes it, of the participant's own widgets."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from kursapp.services.live_course import LivePage


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
