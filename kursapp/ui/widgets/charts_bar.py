"""One bar of a distribution, painted: a colour and a printed count for every step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt, Slot
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kursapp.domain.chart import Bar
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.charts_colours import ink_on
from kursapp.ui.widgets.charts_words import percent

BAR = 28
DETAILED_BAR = 48
GAP = 2.0
"""Logical pixels between printed numbers that had no room inside their segments."""


@dataclass(frozen=True, slots=True)
class Print:
    """Numbers as they are printed: where they are centred, in px from the left, and what they say."""

    middle: float
    text: str


class BarView(QWidget):
    """Paints a :class:`Bar` on a common axis. Numbers without room in their segment stand on a line below.

    What it says is said in words by the chart around it; the picture itself is hidden from screen readers by having no
    name. ``detailed`` bars are taller and print the share under the count.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, detailed: bool = False) -> None:
        super().__init__(parent)
        self._theme = theme
        self._detailed = detailed
        self._bar = Bar((), 0)
        self._axis = (0.0, 1.0)
        self._colours: tuple[QColor, ...] = ()
        self._words: tuple[str, ...] = ()
        self._below: tuple[Print, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(scale.S64)
        theme.changed.connect(self._fit)
        self._fit()

    def show_bar(
        self, bar: Bar, axis: tuple[float, float], colours: Sequence[QColor], words: Sequence[str] = ()
    ) -> None:
        """Show a bar; ``words`` are printed in place of the counts where given, one for each step."""
        self._bar, self._axis = bar, axis
        self._colours, self._words = tuple(colours), tuple(words)
        self._fit()

    def place_of(self, share: float) -> float:
        """Return how many px from the left a point of the axis lies."""
        low, high = self._axis
        # Half a pixel on either side keeps the outline of the outermost segments inside.
        return 0.5 + (share - low) / (high - low) * (self.width() - 1)

    def printed_below(self) -> tuple[Print, ...]:
        """Return the numbers that had no room in their segments, moved apart so that all can be read."""
        return self._below

    def _laid_out_below(self) -> tuple[Print, ...]:
        wanted = [
            Print((self.place_of(each.start) + self.place_of(each.end)) / 2, self._print(each.step, each.count))
            for each in self._bar.segments
            if each.count and not self._has_room(self._print(each.step, each.count), each.start, each.end)
        ]
        return _moved_apart(wanted, self._metrics(), float(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font(scale.META, scale.SEMIBOLD))
        edge = QPen(self._theme.color("border"), 1)
        for each in self._bar.segments:
            if not each.count:
                continue
            left, right = self.place_of(each.start), self.place_of(each.end)
            box = QRectF(left, 0.5, right - left, self._thickness() - 1)
            ground = self._colours[each.step - 1]
            painter.setPen(edge)
            painter.setBrush(ground)
            painter.drawRect(box)
            self._paint_number(painter, box, ground, each.step, each.count)
        self._paint_below(painter)
        painter.end()

    def _paint_number(self, painter: QPainter, box: QRectF, ground: QColor, step: int, count: int) -> None:
        text = self._print(step, count)
        metrics = self._metrics()
        if metrics.horizontalAdvance(text) + 2 * GAP > box.width():
            return
        painter.setPen(ink_on(ground))
        share = percent(count / self._bar.total)
        if self._detailed and not self._words and metrics.horizontalAdvance(share) < box.width() - GAP:
            text = f"{text}\n{share}"
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_below(self, painter: QPainter) -> None:
        painter.setPen(self._theme.color("text"))
        metrics = self._metrics()
        baseline = self._thickness() + GAP + metrics.ascent()
        for each in self._below:
            painter.drawText(QPointF(each.middle - metrics.horizontalAdvance(each.text) / 2, baseline), each.text)

    def _has_room(self, text: str, start: float, end: float) -> bool:
        width = self.place_of(end) - self.place_of(start)
        return self._metrics().horizontalAdvance(text) + 2 * GAP <= width

    def _print(self, step: int, count: int) -> str:
        return self._words[step - 1] if self._words else str(count)

    def _metrics(self) -> QFontMetricsF:
        return self._theme.metrics(scale.META, scale.SEMIBOLD)

    def _thickness(self) -> int:
        return self._theme.px(DETAILED_BAR if self._detailed else BAR)

    @Slot()
    def _fit(self) -> None:
        self._below = self._laid_out_below()
        below = self._metrics().height() + GAP if self._below else 0
        self.setFixedHeight(round(self._thickness() + below))
        self.update()


def _moved_apart(wanted: Sequence[Print], metrics: QFontMetricsF, width: float) -> tuple[Print, ...]:
    """Push numbers that would overlap to the right, then all that went over the edge back to the left."""
    halves = [metrics.horizontalAdvance(each.text) / 2 for each in wanted]
    middles: list[float] = []
    edge = 0.0
    for each, half in zip(wanted, halves, strict=True):
        middles.append(max(each.middle, edge + half))
        edge = middles[-1] + half + 3 * GAP
    edge = width
    for number in reversed(range(len(middles))):
        middles[number] = min(middles[number], edge - halves[number])
        edge = middles[number] - halves[number] - 3 * GAP
    return tuple(Print(middle, each.text) for middle, each in zip(middles, wanted, strict=True))
