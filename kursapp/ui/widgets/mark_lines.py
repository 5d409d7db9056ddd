"""The lines under marked words, each of its own kind: what tells the looks of marks apart without colour."""

from __future__ import annotations

import enum
import math
from typing import Final, NamedTuple

from PySide6.QtCore import QLine, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from kursapp.ui.theme.theme import Theme

WAVE_LENGTH, WAVE_HEIGHT = 6, 5
_DASHES = (3.0, 2.0)


class Line(enum.Enum):
    """The line under marked words."""

    SOLID = "solid"
    DOUBLE = "double"
    DASHED = "dashed"
    WAVY = "wavy"
    FRAME = "frame"
    THICK = "thick"


_WIDTHS: Final = {Line.DOUBLE: 1, Line.THICK: 3}


class MarkLook(NamedTuple):
    """A look: the token of the tint behind the words, the token of the line under them, and its kind."""

    tint: str
    colour: str
    line: Line


class LinePainter:
    """Draws lines with one painter, straight ones of a look together at ``finish``: a page may have hundreds."""

    def __init__(self, painter: QPainter, theme: Theme) -> None:
        self._painter = painter
        self._theme = theme
        self._straight: dict[MarkLook, list[QLine]] = {}
        self._waves: dict[MarkLook, QPixmap] = {}
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def draw(self, rect: QRectF, look: MarkLook) -> None:
        """Draw the line of a look under words that stand in ``rect``; a frame around them."""
        left, right, base = round(rect.left()), round(rect.right()), round(rect.bottom() - 1)
        painter = self._painter
        if look.line is Line.WAVY:
            painter.drawTiledPixmap(left, base - 2, max(right - left, 1), WAVE_HEIGHT, self._wave(look), left, 0)
            return
        if look.line is Line.FRAME:
            painter.setPen(self._pen(look))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 1), 3, 3)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            return
        straight = self._straight.setdefault(look, [])
        straight.append(QLine(left, base, right, base))
        if look.line is Line.DOUBLE:
            straight.append(QLine(left, base + 3, right, base + 3))

    def finish(self) -> None:
        """Draw what has been put together."""
        for look, lines in self._straight.items():
            self._painter.setPen(self._pen(look))
            self._painter.drawLines(lines)

    def _pen(self, look: MarkLook) -> QPen:
        pen = QPen(self._theme.color(look.colour), _WIDTHS.get(look.line, 2))
        if look.line is Line.DASHED:
            pen.setDashPattern(_DASHES)
        return pen

    def _wave(self, look: MarkLook) -> QPixmap:
        """Return a piece of a wave that goes on into the next."""
        if look not in self._waves:
            device = self._painter.device()
            self._waves[look] = _wave(self._theme.color(look.colour), device.devicePixelRatioF())
        return self._waves[look]


def _wave(colour: QColor, sharpness: float) -> QPixmap:
    tile = QPixmap(math.ceil(WAVE_LENGTH * sharpness), math.ceil(WAVE_HEIGHT * sharpness))
    tile.setDevicePixelRatio(sharpness)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.6))
    half = WAVE_LENGTH / 2
    ends = [(-half, 3.8), (0.0, 1.0), (half, 3.8), (WAVE_LENGTH, 1.0), (WAVE_LENGTH + half, 3.8)]
    painter.drawPolyline([QPointF(x, y) for x, y in ends])
    # What is not drawn whole at either edge is drawn again by the piece beside it.
    painter.end()
    return tile
