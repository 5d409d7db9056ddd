"""How the lines of the outline are drawn: words that wrap, a mark for how far one is, a bar at the page one is on."""

from __future__ import annotations

import enum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from kursapp.domain.progress import State
from kursapp.ui.theme.scale import BODY, LEAST_TARGET, META, RADIUS_CONTROL, REGULAR, SEMIBOLD
from kursapp.ui.theme.theme import Theme

KIND = Qt.ItemDataRole.UserRole + 1
STATE = Qt.ItemDataRole.UserRole + 2
HERE = Qt.ItemDataRole.UserRole + 3

AnyIndex = QModelIndex | QPersistentModelIndex
_SIDE = 12
_MARK = 16
_BETWEEN = 8
_MARKS = {
    State.NEW: ("circle", "muted"),
    State.STARTED: ("circle-dot", "primary"),
    State.DONE: ("circle-check", "success"),
}


class Kind(enum.IntEnum):
    """What a line is."""

    SESSION = 0
    PAGE = 1
    HEADING = 2
    SUBHEADING = 3


_STEPS = {Kind.SESSION: 0, Kind.PAGE: 12, Kind.HEADING: 16, Kind.SUBHEADING: 28}


class OutlineRows(QStyledItemDelegate):
    """Draws the lines and measures them, since they wrap."""

    def __init__(self, theme: Theme, tree: QTreeView) -> None:
        super().__init__(tree)
        self._theme = theme
        self._tree = tree
        self._fonts: dict[tuple[Kind, bool], QFont] = {}
        self._heights: dict[tuple[str, Kind, bool, int], int] = {}
        theme.changed.connect(self._forget)

    @Slot()
    def _forget(self) -> None:
        self._fonts.clear()
        self._heights.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        width = self._tree.viewport().width()
        kind, here = Kind(index.data(KIND)), bool(index.data(HERE))
        key = (index.data(Qt.ItemDataRole.DisplayRole), kind, here, width)
        if key not in self._heights:
            self._heights[key] = self._height(*key)
        return QSize(width, self._heights[key])

    def _height(self, words: str, kind: Kind, here: bool, width: int) -> int:
        room = max(width - self._left(kind) - _SIDE, 40)
        metrics = QFontMetrics(self._font(kind, here=here))
        box = metrics.boundingRect(QRect(0, 0, room, 10_000), int(Qt.TextFlag.TextWordWrap), words)
        return max(box.height() + (16 if kind is Kind.SESSION else 10), LEAST_TARGET + 4)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        kind, here = Kind(index.data(KIND)), bool(index.data(HERE))
        row = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, row, option, here=here)
        if kind in (Kind.SESSION, Kind.PAGE):
            self._paint_mark(painter, row, kind, index.data(STATE))
        painter.setFont(self._font(kind, here=here))
        painter.setPen(self._theme.color("on_primary_subtle" if here else "text" if kind < Kind.HEADING else "muted"))
        words = QTextOption(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        words.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        painter.drawText(row.adjusted(self._left(kind), 0, -_SIDE, 0), index.data(Qt.ItemDataRole.DisplayRole), words)
        painter.restore()

    def _paint_ground(self, painter: QPainter, row: QRectF, option: QStyleOptionViewItem, *, here: bool) -> None:
        state = option.state
        focused = bool(state & QStyle.StateFlag.State_HasFocus) and self._tree.hasFocus()
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        inside = row.adjusted(4, 1, -4, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if here or hovered:
            painter.setBrush(self._theme.color("primary_subtle" if here else "hover"))
            painter.drawRoundedRect(inside, RADIUS_CONTROL, RADIUS_CONTROL)
        if here:
            painter.setBrush(self._theme.color("primary"))
            painter.drawRoundedRect(QRectF(inside.left(), inside.top() + 4, 3, inside.height() - 8), 1.5, 1.5)
        if focused:
            pen = painter.pen()
            pen.setStyle(Qt.PenStyle.SolidLine)
            pen.setColor(self._theme.color("focus"))
            pen.setWidth(2)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inside.adjusted(1, 1, -1, -1), RADIUS_CONTROL, RADIUS_CONTROL)

    def _paint_mark(self, painter: QPainter, row: QRectF, kind: Kind, state: State) -> None:
        icon, token = _MARKS[State(state)]
        mark = self._theme.pixmap(icon, token, _MARK)
        height = mark.height() / mark.devicePixelRatio()
        left = self._left(kind) - self._theme.px(_MARK) - _BETWEEN
        painter.drawPixmap(QPointF(left, row.center().y() - height / 2), mark)

    def _left(self, kind: Kind) -> int:
        mark = self._theme.px(_MARK) + _BETWEEN
        return _SIDE + mark + _STEPS[kind]

    def _font(self, kind: Kind, *, here: bool = False) -> QFont:
        if (kind, here) not in self._fonts:
            size = BODY if kind < Kind.HEADING else META
            weight = SEMIBOLD if kind is Kind.SESSION or here else REGULAR
            self._fonts[kind, here] = self._theme.font(size, weight)
        return self._fonts[kind, here]
