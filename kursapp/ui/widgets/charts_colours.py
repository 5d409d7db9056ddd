"""Colours of scales in charts, and the ink that can be read on each of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QColor

from kursapp.ui.theme.theme import Theme
from kursapp.ui.theme.tokens import contrast

BLACK, WHITE = "#000000", "#FFFFFF"
ODD = tuple(f"likert5_{number}" for number in range(1, 6))
EVEN = tuple(f"likert6_{number}" for number in range(1, 7))


def scale_colours(theme: Theme, steps: int) -> tuple[QColor, ...]:
    """Return one colour for each of 2–11 steps, ochre to petrol; an odd scale has the neutral grey in the middle.

    Five and six steps are the design's own; up to four leave some of them out, more lie between them.
    """
    fewer = {1: ODD[-1:], 2: ODD[::4], 3: ODD[::2], 4: ODD[:2] + ODD[3:], 5: ODD, 6: EVEN}
    if steps in fewer:
        return tuple(theme.color(token) for token in fewer[steps])
    anchors = [theme.color(token) for token in (ODD if steps % 2 else EVEN)]
    return tuple(_between(anchors, number / (steps - 1)) for number in range(steps))


def _between(anchors: Sequence[QColor], place: float) -> QColor:
    """Return the colour at ``place`` (0 first anchor, 1 last), mixed of its two neighbours."""
    along = place * (len(anchors) - 1)
    first = min(int(along), len(anchors) - 2)
    part = along - first
    one, other = anchors[first], anchors[first + 1]
    mixed = (
        round(a + (b - a) * part)
        for a, b in zip((one.red(), one.green(), one.blue()), (other.red(), other.green(), other.blue()), strict=True)
    )
    return QColor(*mixed)


def ink_on(ground: QColor) -> QColor:
    """Return black or white, whichever is read best; one of them has at least 4.58 : 1 on any ground."""
    return QColor(max((BLACK, WHITE), key=lambda ink: contrast(ink, ground.name())))
