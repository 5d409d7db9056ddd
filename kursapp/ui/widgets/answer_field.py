"""What every kind of answer has in common, so that a question can be put without knowing its kind."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kursapp.domain.response import Response
from kursapp.domain.scoring import Score


class AnswerField(QWidget):
    """The part of a question one answers in. Each question kind has its own.

    ``changed`` comes with every change a person makes, never from ``show_response``. Where ``is_typed`` that is every
    key, so that whoever saves waits until it is quiet.
    """

    changed = Signal()
    link_activated = Signal(str)
    is_typed = False

    def response(self) -> Response | None:
        """Return what stands in the field, None while nothing has been answered."""
        raise NotImplementedError

    def show_response(self, response: Response | None) -> None:
        """Put an earlier answer in the field; None empties it."""
        raise NotImplementedError

    def lock(self, locked: bool) -> None:
        """Let the field be read only, or open again."""
        raise NotImplementedError

    def mark(self, score: Score | None, *, reveal: bool) -> None:
        """Show which parts were right; ``reveal`` also shows the key. None takes the marks away."""
        raise NotImplementedError

    def missing(self) -> str:
        """Return the sentence that says what is missing before this can be answered, empty when nothing is."""
        raise NotImplementedError

    def pick(self, number: int) -> bool:
        """Do what the key ``number`` (1–9) does; say whether it did anything."""
        return False

    def focus_first(self) -> None:
        """Put the keyboard focus where answering begins."""
        self.setFocus()

    def set_narrow(self, narrow: bool) -> None:
        """Lay the field out for a narrow column."""
