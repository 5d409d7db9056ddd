"""The rows of a list of findings: the findings as a Qt model, and how a row is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Slot,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kursapp.domain.problem import Problem
from kursapp.ui.author.finding_words import ICONS, line_words, spoken, told
from kursapp.ui.i18n import _
from kursapp.ui.theme.scale import BODY, LEAST_TARGET, META, RADIUS_CONTROL, S4, S8, S12, S16, SEMIBOLD
from kursapp.ui.theme.theme import Theme

AnyIndex = QModelIndex | QPersistentModelIndex


class Heading(NamedTuple):
    """The words above some findings: of a group (``level`` 1), or of a part of one (2)."""

    words: str
    level: int = 2


Row = Problem | Heading

ROW = Qt.ItemDataRole.UserRole + 1
_NOWHERE = QModelIndex()
_MARK = 16
_TALLEST = 10_000
_WRAP = int(Qt.TextFlag.TextWordWrap)


class FindingRows(QAbstractListModel):
    """Headings and findings, in the order they are shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """Return what is shown."""
        return self._rows

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def finding(self, index: AnyIndex) -> Problem | None:
        """Return the finding on a row, None for a heading or no row."""
        row = self._rows[index.row()] if index.isValid() else None
        return row if isinstance(row, Problem) else None

    def row_of(self, found: Problem) -> int:
        """Return the row of a finding, of one like it nearest to its line where it has gone; -1 where there is none."""
        alike = [
            (abs(row.line - found.line), number)
            for number, row in enumerate(self._rows)
            if isinstance(row, Problem) and (row.file, row.code) == (found.file, found.code)
        ]
        return min(alike, default=(0, -1))[1]

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if self.finding(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words if isinstance(row, Heading) else told(row).message
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index.row())
        return None

    def _spoken(self, number: int) -> str:
        """Return a row as it is said aloud; the first under a heading says the heading too, for none can stop at it."""
        row = self._rows[number]
        if isinstance(row, Heading):
            return row.words
        words = spoken(row)
        while number and isinstance(above := self._rows[number - 1], Heading):
            words, number = f"{above.words}. {words}", number - 1
        return words


class FindingPainter(QStyledItemDelegate):
    """Draws a row: its icon, its sentence, which wraps, and at the end its line, after a tool if it can be mended."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view
        self._heights: dict[tuple[str, int, int], int] = {}
        theme.changed.connect(self._forget)

    @Slot()
    def _forget(self) -> None:
        self._heights.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        width = self._view.viewport().width()
        row = index.data(ROW)
        words = index.data(Qt.ItemDataRole.DisplayRole)
        room = max(width - self._around(row), LEAST_TARGET)
        level = row.level if isinstance(row, Heading) else 0
        key = (words, level, room)
        if key not in self._heights:
            metrics = QFontMetrics(self._font(row))
            box = metrics.boundingRect(QRect(0, 0, room, _TALLEST), _WRAP, words)
            air = S16 if level == 1 else S12
            self._heights[key] = max(box.height() + air, self._theme.px(LEAST_TARGET) + S8)
        return QSize(width, self._heights[key])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        row = index.data(ROW)
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Heading):
            token = "text" if row.level == 1 else "muted"
            self._paint_words(painter, box.adjusted(S8, S4, -S8, 0), row.words, self._font(row), token)
        else:
            self._paint_ground(painter, box, option)
            self._paint_finding(painter, box, row, index.data(Qt.ItemDataRole.DisplayRole))
        painter.restore()

    def _paint_finding(self, painter: QPainter, box: QRectF, found: Problem, words: str) -> None:
        icon, token = ICONS[found.severity]
        mark = self._theme.pixmap(icon, token, _MARK)
        height = mark.height() / mark.devicePixelRatio()
        painter.drawPixmap(QPointF(box.left() + S8, box.center().y() - height / 2), mark)
        self._paint_words(painter, box.adjusted(self._left(), 0, -self._end(), 0), words, self._theme.font(), "text")
        right = box.right() - S8
        end = QRectF(box.right() - self._end(), box.top(), self._end() - S8, box.height())
        self._paint_words(painter, end, line_words(found), self._theme.font(META), "muted", Qt.AlignmentFlag.AlignRight)
        if found.fixable:
            line = QFontMetrics(self._theme.font(META)).horizontalAdvance(line_words(found))
            tool = self._theme.pixmap("wrench", "primary", _MARK)
            painter.drawPixmap(QPointF(right - line - S8 - self._theme.px(_MARK), box.center().y() - height / 2), tool)

    def _paint_words(
        self,
        painter: QPainter,
        box: QRectF,
        words: str,
        font: QFont,
        token: str,
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        option = QTextOption(Qt.AlignmentFlag.AlignVCenter | side)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        painter.setFont(font)
        painter.setPen(self._theme.color(token))
        painter.drawText(box, words, option)

    def _paint_ground(self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem) -> None:
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        inside = box.adjusted(2, 1, -2, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(self._theme.color("primary_subtle" if chosen else "hover"))
            painter.drawRoundedRect(inside, RADIUS_CONTROL, RADIUS_CONTROL)
        if state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            pen = painter.pen()
            pen.setStyle(Qt.PenStyle.SolidLine)
            pen.setColor(self._theme.color("focus"))
            pen.setWidth(2)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inside.adjusted(1, 1, -1, -1), RADIUS_CONTROL, RADIUS_CONTROL)

    def _font(self, row: Row) -> QFont:
        if isinstance(row, Heading):
            return self._theme.font(BODY if row.level == 1 else META, SEMIBOLD)
        return self._theme.font(BODY)

    def _around(self, row: Row) -> int:
        return 2 * S8 if isinstance(row, Heading) else self._left() + self._end()

    def _left(self) -> int:
        return S8 + self._theme.px(_MARK) + S12

    def _end(self) -> int:
        """Return the width of what stands at the end of a row, with the air around it."""
        metrics = QFontMetrics(self._theme.font(META))
        return metrics.horizontalAdvance(_("Linje {n}").format(n=99999)) + self._theme.px(_MARK) + 3 * S8
