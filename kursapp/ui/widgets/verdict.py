"""Right and wrong as a small line of its own: an icon and words, never colour alone."""

from __future__ import annotations

import enum

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from kursapp.ui.i18n import _
from kursapp.ui.theme.theme import Theme


class Verdict(enum.Enum):
    """What is said about one part of an answer. Value: the theme's colour token, its tint and the icon."""

    RIGHT = ("success", "success_tint", "circle-check")
    WRONG = ("danger", "danger_tint", "circle-x")
    KEY = ("success", "surface", "check")
    CHOSEN = ("on_primary_subtle", "primary_subtle", "circle-dot")

    @property
    def token(self) -> str:
        """Return the colour of its words."""
        return self.value[0]

    @property
    def tint(self) -> str:
        """Return the colour behind it."""
        return self.value[1]

    @property
    def icon(self) -> str:
        """Return the name of its icon."""
        return self.value[2]


def verdict_words(verdict: Verdict) -> str:
    """Return the words of a verdict."""
    words = {
        Verdict.RIGHT: _("Riktig"),
        Verdict.WRONG: _("Ikke riktig"),
        Verdict.KEY: _("Riktig svar"),
        Verdict.CHOSEN: _("Du valgte"),
    }
    return words[verdict]


class VerdictLine(QWidget):
    """An icon and the words of a verdict, with room for more words after them."""

    def __init__(self, verdict: Verdict, theme: Theme, more: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._verdict = verdict
        self._theme = theme
        self._icon = QLabel()
        words = verdict_words(verdict)
        self._words = QLabel(f"{words}: {more}" if more else words)
        self._words.setWordWrap(bool(more))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        self._dress()
        theme.changed.connect(self._dress)

    def words(self) -> str:
        """Return what the line says."""
        return self._words.text()

    @Slot()
    def _dress(self) -> None:
        self._icon.setPixmap(self._theme.pixmap(self._verdict.icon, self._verdict.token, 16))
        self._words.setFont(self._theme.font(14, 600))
        palette = self._words.palette()
        palette.setColor(self._words.foregroundRole(), self._theme.color(self._verdict.token))
        self._words.setPalette(palette)
