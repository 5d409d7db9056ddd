"""About how many questions each of the days to come holds, as columns with their numbers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kursapp.domain.review import DayLoad
from kursapp.ui.i18n import _
from kursapp.ui.participant.practice.words import questions, weekday_mark, when
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.charts_table import Numbers

TALLEST = 96
GAP = 6
SMALLEST = 2.0
"""Height of a column that holds anything, so that little is more than nothing."""


class DaysChart(QWidget):
    """Fourteen columns, today first. What was put before is filled, what is new stands on top with an outline only."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._days: tuple[DayLoad, ...] = ()
        self.setAccessibleName(_("Omtrent så mange spørsmål kommer de neste dagene"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._fit)

    def show_days(self, days: Sequence[DayLoad], today: date) -> None:
        """Show what the days hold."""
        self._days = tuple(days)
        self.setAccessibleDescription(". ".join(f"{when(load.day, today)}: {questions(load.total)}" for load in days))
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(480), self._theme.px(TALLEST) + 2 * self._line() + 2 * GAP)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        most = max((load.total for load in self._days), default=0)
        wide = self.width() / max(len(self._days), 1)
        floor = self._line() + GAP + self._theme.px(TALLEST)
        for number, load in enumerate(self._days):
            self._paint_day(painter, QRectF(number * wide, 0, wide, floor), load, most)
        painter.setPen(QPen(self._theme.color("border"), 1))
        painter.drawLine(0, round(floor), self.width(), round(floor))
        painter.end()

    def _paint_day(self, painter: QPainter, place: QRectF, load: DayLoad, most: int) -> None:
        reviews, new = (self._height(count, most) for count in (load.reviews, load.new))
        column = place.adjusted(place.width() * 0.18, 0, -place.width() * 0.18, 0)
        filled = QRectF(column.left(), place.bottom() - reviews, column.width(), reviews)
        added = QRectF(column.left(), filled.top() - new, column.width(), new)
        painter.setPen(QPen(self._theme.color("primary"), 1.5))
        painter.setBrush(self._theme.color("primary"))
        painter.drawRect(filled) if reviews else None
        painter.setBrush(self._theme.color("primary_subtle"))
        painter.drawRect(added) if new else None
        painter.setPen(self._theme.color("text"))
        painter.setFont(self._theme.font(scale.META, scale.SEMIBOLD))
        above = QRectF(place.left(), added.top() - self._line() - 2, place.width(), self._line())
        painter.drawText(above, Qt.AlignmentFlag.AlignCenter, str(load.total))
        painter.setPen(self._theme.color("muted"))
        painter.setFont(self._theme.font(scale.META))
        below = QRectF(place.left(), place.bottom() + GAP, place.width(), self._line())
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, weekday_mark(load.day))

    def _height(self, count: int, most: int) -> float:
        return max(count / most * self._theme.px(TALLEST), SMALLEST) if count else 0.0

    def _line(self) -> int:
        return round(self._theme.metrics(scale.META).height())

    @Slot()
    def _fit(self) -> None:
        self.setFixedHeight(self.sizeHint().height())
        self.update()


def numbers(days: Sequence[DayLoad], today: date) -> Numbers:
    """Return the same as a table."""
    rows = tuple((when(load.day, today), str(load.reviews), str(load.new), str(load.total)) for load in days)
    return Numbers((_("Dag"), _("Øvd på før"), _("Nye"), _("I alt")), rows)
