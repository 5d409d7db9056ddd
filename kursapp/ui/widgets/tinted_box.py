"""The box behind a call-out or a verdict: a tint, a bar of its colour at the left, an outline in high contrast."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from kursapp.ui.theme.scale import RADIUS_CARD
from kursapp.ui.theme.theme import Theme

BAR = 4


def paint_tinted_box(painter: QPainter, box: QRectF, theme: Theme, *, tint: str, token: str) -> None:
    """Paint the box; ``tint`` and ``token`` are names of the theme's colours."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(theme.color("border") if theme.name == "contrast" else Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(tint))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CARD, RADIUS_CARD)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(token))
    bar = QRectF(box.left(), box.top() + RADIUS_CARD, BAR, box.height() - 2 * RADIUS_CARD)
    painter.drawRoundedRect(bar, BAR / 2, BAR / 2)
