"""The time left of an attempt: a clock and words, which stand out when there is little."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kursapp.ui.i18n import _
from kursapp.ui.participant.quiz import words
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.text import IconLabel, label, set_role

HURRY_SECONDS = 120
"""From here the time left stands out, and is said aloud."""
SPOKEN_SECONDS = (600, HURRY_SECONDS, 30)


class ClockLabel(QWidget):
    """Shows nothing where there is no limit."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seconds: float | None = None
        self._icon = IconLabel(theme, "clock", "muted", 16)
        self._words = label("", "meta", wrap=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._icon)
        row.addWidget(self._words)
        self.hide()

    def text(self) -> str:
        """Return what it says."""
        return self._words.text()

    def show_time(self, seconds: float | None) -> None:
        """Show how much time is left."""
        before, self._seconds = self._seconds, seconds
        self.setVisible(seconds is not None)
        if seconds is None:
            return
        self._words.setText(words.time_left(seconds) if seconds > 0 else _("Tiden er ute"))
        hurry = seconds <= HURRY_SECONDS
        self._icon.show_icon("clock", "danger" if hurry else "muted")
        set_role(self._words, "role", "hurry" if hurry else "meta")
        if before is not None and any(seconds <= mark < before for mark in SPOKEN_SECONDS):
            announce(self, self._words.text())
