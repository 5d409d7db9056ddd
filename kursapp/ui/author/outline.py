"""The outline of a draft beside its text: modules, sessions, pages and items, and the commands that restructure it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kursapp.domain.course import Course
from kursapp.services.restructure import Step
from kursapp.ui.theme.theme import Theme


class OutlinePane(QWidget):
    """Shows how a course is built up; says what is chosen and what is wished for.

    ``place_chosen(file, line)``: go there. ``wished(Wish)``: plan it on the looking lane and apply it on the files
    lane (``services.restructure``). ``undo_wanted`` and ``redo_wanted`` concern restructurings only.
    """

    place_chosen = Signal(str, int)
    wished = Signal(object)
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def show_course(self, course: Course, places: Mapping[str, int], loose: tuple[str, ...] = ()) -> None:
        """Show a course as it is now; what is folded and chosen stays so.

        ``places`` gives the first line of each page and item by id (as far as known); ``loose`` are the Markdown
        files no list names.
        """

    def show_place(self, file: str, line: int) -> None:
        """Mark the page the cursor is on."""

    def show_steps(self, undo: Step | None, redo: Step | None) -> None:
        """Say what the undo and redo of restructurings would do; None where there is nothing."""
