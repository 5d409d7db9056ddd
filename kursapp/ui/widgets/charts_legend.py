"""What the colours of a chart mean, in a row that wraps."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme

SWATCH = 14


class Legend(QWidget):
    """A square of each colour with its words, from the left as in the bars."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._entries: tuple[tuple[QColor, str], ...] = ()
        self._lengths: tuple[float, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._measure)

    def show_entries(self, colours: Sequence[QColor], words: Sequence[str]) -> None:
        """Show colours and their words."""
        self._entries = tuple(zip(colours, words, strict=True))
        self._measure()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        places = self._places(width)
        return round(places[-1].y() + self._line()) if places else 0

    def sizeHint(self) -> QSize:
        width = round(sum(length + self._apart() for length in self._lengths))
        return QSize(width, round(self._line()) if self._entries else 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(round(min(max(self._lengths, default=0.0), 240.0)), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._theme.font(scale.META))
        side = float(self._theme.px(SWATCH))
        for (colour, words), place in zip(self._entries, self._places(self.width()), strict=True):
            top = place.y() + (self._line() - side) / 2
            painter.setPen(QPen(self._theme.color("border"), 1))
            painter.setBrush(colour)
            painter.drawRect(QRectF(place.x() + 0.5, top, side - 1, side - 1))
            painter.setPen(self._theme.color("text"))
            beside = place.x() + side + scale.S8
            box = QRectF(beside, place.y(), max(1.0, self.width() - beside), self._line())
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)
        painter.end()

    def _places(self, width: int) -> list[QPointF]:
        places: list[QPointF] = []
        x = y = 0.0
        for length in self._lengths:
            if x and x + length > width:
                x, y = 0.0, y + self._line()
            places.append(QPointF(x, y))
            x += length + self._apart()
        return places

    def _apart(self) -> float:
        return float(self._theme.px(scale.S16))

    def _line(self) -> float:
        return self._theme.metrics(scale.META).height() + scale.S4

    @Slot()
    def _measure(self) -> None:
        # A layout asks for the height in many widths; how long the words are is measured once.
        metrics, square = self._theme.metrics(scale.META), self._theme.px(SWATCH) + scale.S8
        self._lengths = tuple(square + metrics.horizontalAdvance(words) + 1 for _colour, words in self._entries)
        self.updateGeometry()
        self.update()
