"""A chart of bars below one another on one axis, each with its words before and its numbers after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSizePolicy, QWidget

from kursapp.domain.chart import Bar
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.charts_bar import BarView
from kursapp.ui.widgets.text import label

BESIDE_FROM = 640
"""Narrower than this (at 100 %), words stand above their bar, not beside it."""
OVERHANG = 4
LINES = 4
"""Lines of the grid that a row has room for: air, then words, bar and numbers where they stand below one another."""


@dataclass(frozen=True, slots=True)
class ChartRow:
    """One bar: its words, the numbers after it, and all of it as one sentence for the ear.

    ``bar`` None means there is none to show, and ``hidden`` says why, in words, where the bar would be. ``prints`` are
    printed in the segments in place of the counts. ``key`` is what ``opened`` carries, empty where nothing opens.
    ``colours`` are the row's own where it has other steps than the rest.
    """

    words: str
    spoken: str
    bar: Bar | None = None
    aside: str = ""
    hidden: str = ""
    key: str = ""
    prints: tuple[str, ...] = ()
    colours: tuple[QColor, ...] = ()


class RowLink(QPushButton):
    """A row's words, where they lead on to more about it. They wrap, which a plain button's do not."""

    asked = Signal(str)

    def __init__(self, key: str, words: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self.setProperty("role", "chart-row")
        self.setAutoDefault(True)
        self.setAccessibleName(words)
        self.setAccessibleDescription(spoken)
        self.words = label(words)
        self.words.setProperty("role", "chart-link")
        self.words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout = QGridLayout(self)
        layout.setContentsMargins(scale.S4, scale.S4, scale.S4, scale.S4)
        layout.addWidget(self.words, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._ask)

    def sizeHint(self) -> QSize:
        return QSize(self.words.sizeHint().width() + 2 * scale.S4, self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(2 * scale.S64, self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def _height(self) -> int:
        """Return how high the words are in the width there is: a button asks no layout about that."""
        words = self.words.heightForWidth(max(2 * scale.S64, self.width()) - 2 * scale.S4)
        return max(scale.LEAST_TARGET, words + 2 * scale.S4)

    @Slot()
    def _ask(self) -> None:
        self.asked.emit(self._key)


@dataclass(slots=True)
class _Shown:
    """The widgets of one row. ``starts`` is False where it belongs to the row above."""

    words: QWidget
    body: QWidget
    aside: QLabel
    starts: bool


class BarRows(QWidget):
    """Rows of bars; ``opened`` tells which row is asked about. ``middle`` draws the line the bars lie around."""

    opened = Signal(str)

    def __init__(
        self, theme: Theme, name: str, *, middle: bool = False, detailed: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._middle, self._detailed = middle, detailed
        self._rows: list[_Shown] = []
        self._is_beside: bool | None = None
        self.setAccessibleName(name)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(scale.S16)
        self._grid.setVerticalSpacing(scale.S4)
        theme.changed.connect(self._on_theme)

    def show_rows(self, rows: Sequence[ChartRow], axis: tuple[float, float], colours: Sequence[QColor]) -> None:
        """Show these rows in place of those before."""
        for shown in self._rows:
            for widget in (shown.words, shown.body, shown.aside):
                self._grid.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        self._rows = [self._shown(row, axis, colours) for row in rows]
        # The whole picture is one stop of the keyboard, unless its rows are stops themselves.
        links = any(row.key for row in rows)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if links else Qt.FocusPolicy.TabFocus)
        self.setAccessibleDescription(" ".join(row.spoken for row in rows))
        self._is_beside = None
        self._arrange()

    def bars(self) -> tuple[BarView, ...]:
        """Return the bars shown, from the top; hidden rows have none."""
        return tuple(shown.body for shown in self._rows if isinstance(shown.body, BarView))

    def links(self) -> tuple[RowLink, ...]:
        """Return the rows that lead on, from the top."""
        return tuple(shown.words for shown in self._rows if isinstance(shown.words, RowLink))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._middle:
            return
        painter = QPainter(self)
        painter.setPen(QPen(self._theme.color("border"), 1))
        for bar in self.bars():
            x = bar.x() + round(bar.place_of(0.0))
            painter.drawLine(x, bar.y() - OVERHANG, x, bar.y() + bar.height() + OVERHANG)
        painter.end()

    def _shown(self, row: ChartRow, axis: tuple[float, float], colours: Sequence[QColor]) -> _Shown:
        words: QWidget
        if row.key:
            words = RowLink(row.key, row.words, row.spoken)
            words.asked.connect(self.opened)
        else:
            words = label(row.words)
        body: QWidget
        if row.bar is None:
            body = label(row.hidden, "muted")
        else:
            body = BarView(self._theme, detailed=self._detailed)
            body.show_bar(row.bar, axis, row.colours or colours, row.prints)
            body.setToolTip(row.spoken)
        return _Shown(words, body, label(row.aside, "meta"), bool(row.words))

    def _arrange(self) -> None:
        beside = self.width() >= self._theme.px(BESIDE_FROM)
        if beside == self._is_beside:
            return
        self._is_beside = beside
        for number, shown in enumerate(self._rows):
            for widget in (shown.words, shown.body, shown.aside):
                self._grid.removeWidget(widget)
            # A row without words belongs to the one above: only the others have air before them.
            self._grid.setRowMinimumHeight(LINES * number, scale.S8 if number and shown.starts else 0)
            self._place(shown, LINES * number + 1, beside=beside)
            shown.aside.setVisible(bool(shown.aside.text()))
            shown.words.setVisible(beside or shown.starts)
        for column, share in enumerate((5, 8, 3) if beside else (1, 1, 1)):
            self._grid.setColumnStretch(column, share)

    def _place(self, shown: _Shown, line: int, *, beside: bool) -> None:
        if beside:
            middle = Qt.AlignmentFlag.AlignVCenter
            for column, widget in enumerate((shown.words, shown.body, shown.aside)):
                self._grid.addWidget(widget, line, column, middle)
        else:
            for below, widget in enumerate((shown.words, shown.body, shown.aside)):
                self._grid.addWidget(widget, line + below, 0, 1, 3)

    @Slot()
    def _on_theme(self) -> None:
        self._arrange()
        self.update()
