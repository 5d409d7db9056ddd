"""The axes of a case side by side: where each stands, and which way the last choice moved it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from kursapp.domain.path import AxisValue
from kursapp.ui.participant.case_words import axis_name, axis_spoken, signed
from kursapp.ui.theme.theme import Theme

TRACK = 8
USUAL_REACH = 3
"""How far tracks without a range of their own reach each way before they must stretch."""


class AxisMeter(QWidget):
    """One axis: its name, its number, and a track with a middle line. Colour says nothing the number does not."""

    def __init__(self, shown: AxisValue, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown = shown
        self._reach = USUAL_REACH
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.show_value(shown, USUAL_REACH)
        theme.changed.connect(self._measure)
        self._measure()

    def show_value(self, shown: AxisValue, reach: int) -> None:
        """Show where the axis stands now; ``reach`` is how far its track goes each way where it has no range."""
        self._shown = shown
        self._reach = reach
        self.setAccessibleName(axis_spoken(shown))
        self.setToolTip(axis_spoken(shown))
        self.update()

    def text(self) -> str:
        """Return the number shown. What moved it stands in words under the axes."""
        return signed(self._shown.value)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(128), self._theme.px(22) + 12 + TRACK)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = QRectF(0, 0, self.width(), self._theme.px(22))
        painter.setPen(self._theme.color("text"))
        painter.setFont(self._theme.font(14, 600))
        number = self.text()
        room = painter.fontMetrics().horizontalAdvance(number) + 8
        painter.drawText(line, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), number)
        painter.setFont(self._theme.font(14))
        name = QFontMetrics(painter.font()).elidedText(
            axis_name(self._shown.axis), Qt.TextElideMode.ElideRight, int(line.width() - room)
        )
        painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), name)
        self._paint_track(painter, QRectF(0.5, line.bottom() + 4.5, self.width() - 1, TRACK))
        painter.end()

    def _paint_track(self, painter: QPainter, track: QRectF) -> None:
        low, high = self._range()
        painter.setPen(QPen(self._theme.color("border"), 1))
        painter.setBrush(self._theme.color("surface"))
        painter.drawRoundedRect(track, TRACK / 2, TRACK / 2)
        zero = track.left() + track.width() * (0 - low) / (high - low)
        at = track.left() + track.width() * (self._shown.value - low) / (high - low)
        if self._shown.value:
            painter.setBrush(self._theme.color("primary" if self._shown.value > 0 else "accent"))
            bar = QRectF(QPointF(min(zero, at), track.top()), QPointF(max(zero, at), track.bottom()))
            painter.drawRoundedRect(bar, TRACK / 2, TRACK / 2)
        painter.setPen(QPen(self._theme.color("text"), 2))
        painter.drawLine(QPointF(zero, track.top() - 2), QPointF(zero, track.bottom() + 2))

    def _range(self) -> tuple[int, int]:
        axis, reach = self._shown.axis, self._reach
        low = -reach if axis.low is None else min(axis.low, 0)
        high = reach if axis.high is None else max(axis.high, 0)
        return (low, high) if low < high else (low - 1, high + 1)

    @Slot()
    def _measure(self) -> None:
        self.updateGeometry()
        self.update()


class AxisStrip(QWidget):
    """All the axes, as many beside each other as there is room for."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._meters: dict[str, AxisMeter] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(12)

    def show_axes(self, axes: tuple[AxisValue, ...]) -> None:
        """Show where the axes stand."""
        columns = 2 if self._theme.look.zoom > 130 else max(1, min(4, len(axes)))
        # One measure for all, so that equal bars say equal numbers.
        reach = max([USUAL_REACH, *(abs(shown.value) for shown in axes)])
        for index, shown in enumerate(axes):
            meter = self._meters.get(shown.axis.id)
            if meter is None:
                meter = self._meters[shown.axis.id] = AxisMeter(shown, self._theme)
            meter.show_value(shown, reach)
            self._grid.addWidget(meter, index // columns, index % columns)
        self.setVisible(bool(axes))

    def meter(self, axis_id: str) -> AxisMeter:
        """Return the meter of one axis."""
        return self._meters[axis_id]
