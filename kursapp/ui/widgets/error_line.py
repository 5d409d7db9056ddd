"""The line that says why it did not work: shown while there is something to say, and said aloud."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.early import PLAIN_TEXT, put


class ErrorLine(QLabel):
    """Hidden until it is told what to say; an empty text hides it again."""

    def __init__(self) -> None:
        super().__init__()
        put(self, PLAIN_TEXT)
        self.setWordWrap(True)
        self.setProperty("role", "error")
        self.hide()

    def say(self, text: str) -> None:
        """Say why, or nothing any more."""
        self.setText(text)
        self.setVisible(bool(text))
        if text:
            announce(self, text)
