"""The face one writes in: every letter as wide as the next, so that tables stand in columns."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme


def writing_font(theme: Theme) -> QFont:
    """Return the system's own face of this kind, at the size of the interface."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPixelSize(theme.px(scale.BODY - 1))
    return font
