"""Colours of scales in charts, and the ink that can be read on each of them, as the theme has them."""

from __future__ import annotations

from PySide6.QtGui import QColor

from kursapp.domain import colours
from kursapp.ui.theme.theme import Theme


def scale_colours(theme: Theme, steps: int) -> tuple[QColor, ...]:
    """Return one colour for each of 2–11 steps, ochre to petrol; an odd scale has the neutral grey in the middle."""
    five = [theme.hex(f"likert5_{number}") for number in range(1, 6)]
    six = [theme.hex(f"likert6_{number}") for number in range(1, 7)]
    return tuple(QColor(colour) for colour in colours.scale_colours(five, six, steps))


def ink_on(ground: QColor) -> QColor:
    """Return black or white, whichever is read best; one of them has at least 4.58 : 1 on any ground."""
    return QColor(colours.ink_on(ground.name()))
