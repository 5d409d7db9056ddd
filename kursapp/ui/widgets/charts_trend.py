"""Shares over time: a point with its interval for every cohort, joined where they may be compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kursapp.domain.chart import runs
from kursapp.ui.i18n import _
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.charts_words import percent

HEIGHT = 240
QUARTERS = (0.0, 0.25, 0.5, 0.75, 1.0)
DOT = 5.0
CAP = 5.0


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """One cohort in a trend: what stands below it in one or two lines, and its sentence for the ear.

    ``share``, ``low`` and ``high`` (0 to 1) are the value and its interval; ``share`` None where it is hidden.
    ``joined`` says whether it may be compared with the one before: not where the words changed between them.
    """

    name: str
    under: str
    spoken: str
    share: float | None
    low: float = 0.0
    high: float = 0.0
    joined: bool = True


class TrendView(QWidget):
    """Paints points in the order given, equally far apart, each over its number and, where there is room, its name.

    A broken line and an upright dashed one say that the words changed between two points.
    """

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._points: tuple[TrendPoint, ...] = ()
        self._left = 0.0
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._fit)

    def show_points(self, points: Sequence[TrendPoint]) -> None:
        """Show a trend; the first point is joined to nothing."""
        self._points = tuple(points)
        self.setAccessibleDescription(" ".join(point.spoken for point in self._points))
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(480), round(self._theme.px(HEIGHT) + self._foot()))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self.sizeHint().height())

    def lines(self) -> tuple[tuple[int, ...], ...]:
        """Return which points are joined by one line, by number from 0; hidden ones are in none."""
        every = self._points
        links = [
            number > 0 and point.joined and point.share is not None and every[number - 1].share is not None
            for number, point in enumerate(every)
        ]
        return tuple(
            tuple(number for number in run if every[number].share is not None)
            for run in runs(links)
            if any(every[number].share is not None for number in run)
        )

    def breaks(self) -> tuple[int, ...]:
        """Return the points before which the words changed."""
        return tuple(number for number, point in enumerate(self._points) if number and not point.joined)

    def place_of(self, number: int, share: float = 0.0) -> QPointF:
        """Return where a point of this share lies."""
        box = self._box()
        across = box.left() + box.width() * (number + 0.5) / max(1, len(self._points))
        return QPointF(across, box.bottom() - share * box.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font(scale.META))
        self._paint_scale(painter)
        self._paint_breaks(painter)
        self._paint_lines(painter)
        has_room = self._has_room_for_names()
        for number, point in enumerate(self._points):
            self._paint_point(painter, number, point)
            self._paint_foot(painter, number, (str(number + 1), *(point.under.split("\n") if has_room else ())))
        painter.end()

    def _paint_scale(self, painter: QPainter) -> None:
        box = self._box()
        for share in QUARTERS:
            y = round(box.bottom() - share * box.height()) + 0.5
            painter.setPen(QPen(self._theme.color("border" if share == 0 else "hairline"), 1))
            painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
            painter.setPen(self._theme.color("muted"))
            line = self._metrics().height()
            room = QRectF(0, y - line / 2, box.left() - scale.S8, line)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), percent(share))

    def _paint_breaks(self, painter: QPainter) -> None:
        box = self._box()
        for number in self.breaks():
            x = (self.place_of(number - 1).x() + self.place_of(number).x()) / 2
            painter.setPen(QPen(self._theme.color("accent"), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
            painter.setPen(self._theme.color("accent"))
            words = _("Ny ordlyd")
            width = self._metrics().horizontalAdvance(words)
            left = min(max(box.left(), x - width / 2), box.right() - width)
            painter.drawText(QPointF(left, self._metrics().ascent()), words)

    def _paint_lines(self, painter: QPainter) -> None:
        painter.setPen(QPen(self._theme.color("primary"), 2))
        for run in self.lines():
            painter.drawPolyline([self.place_of(number, self._points[number].share or 0.0) for number in run])

    def _paint_point(self, painter: QPainter, number: int, point: TrendPoint) -> None:
        if point.share is None:
            painter.setPen(self._theme.color("muted"))
            line = self._metrics().height()
            at = self.place_of(number)
            room = QRectF(at.x() - self._slot() / 2, at.y() - line - scale.S4, self._slot(), line)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), self._fitting((_("Skjult"), "–")))
            return
        top, bottom = self.place_of(number, point.high), self.place_of(number, point.low)
        painter.setPen(QPen(self._theme.color("text"), 1.5))
        painter.drawLine(top, bottom)
        for end in (top, bottom):
            painter.drawLine(QPointF(end.x() - CAP, end.y()), QPointF(end.x() + CAP, end.y()))
        painter.setBrush(self._theme.color("primary"))
        painter.setPen(QPen(self._theme.color("surface"), 1.5))
        painter.drawEllipse(self.place_of(number, point.share), DOT, DOT)

    def _paint_foot(self, painter: QPainter, number: int, lines: Sequence[str]) -> None:
        line = self._metrics().height()
        at = self.place_of(number)
        top = at.y() + scale.S4
        painter.setPen(self._theme.color("text"))
        for text in lines:
            painter.drawText(
                QRectF(at.x() - self._slot() / 2, top, self._slot(), line), int(Qt.AlignmentFlag.AlignHCenter), text
            )
            top += line
            painter.setPen(self._theme.color("muted"))

    def _has_room_for_names(self) -> bool:
        """Say whether there is room for names below the numbers: for every one, or they are all left out."""
        lines = [line for each in self._points for line in each.under.split("\n")]
        return bool(lines) and self._fits(*lines)

    def _fitting(self, choices: Sequence[str]) -> str:
        return next((words for words in choices if self._fits(words)), choices[-1])

    def _fits(self, *words: str) -> bool:
        metrics = self._metrics()
        return max(metrics.horizontalAdvance(each) for each in words) + scale.S4 <= self._slot()

    def _slot(self) -> float:
        return self._box().width() / max(1, len(self._points))

    def _box(self) -> QRectF:
        left, top = self._left, self._metrics().height() + scale.S8
        return QRectF(left, top, max(1.0, self.width() - left), max(1.0, self.height() - top - self._foot()))

    def _foot(self) -> float:
        return 3 * self._metrics().height() + scale.S8

    def _metrics(self) -> QFontMetricsF:
        return self._theme.metrics(scale.META)

    @Slot()
    def _fit(self) -> None:
        # Every point asks where the picture begins: its words are measured once.
        self._left = self._metrics().horizontalAdvance(percent(1.0)) + scale.S12
        self.updateGeometry()
        self.setFixedHeight(self.sizeHint().height())
        self.update()
