"""Small drawings: sharp at every screen scale, in a token's colour."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer


def draw_icon(file: Path, colour: str, size: int) -> QPixmap:
    """Draw one Lucide icon ``size`` logical pixels square in ``colour`` (``#RRGGBB``)."""
    return draw_svg(file.read_text(encoding="utf-8").replace("currentColor", colour), size, size)


def draw_svg(drawing: str, width: int, height: int) -> QPixmap:
    """Draw SVG text of our own making, ``width`` by ``height`` logical pixels."""
    scale = max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
    pixmap = QPixmap(round(width * scale), round(height * scale))
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap
