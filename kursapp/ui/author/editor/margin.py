"""The margin beside the text: line numbers, and a mark at every line with a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from kursapp.domain.problem import Severity
from kursapp.ui.i18n import _
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme

if TYPE_CHECKING:
    from kursapp.ui.author.editor.code_edit import CodeEdit

ICONS = {Severity.ERROR: ("circle-x", "danger"), Severity.WARNING: ("triangle-alert", "warning")}
ICON = 16
LEAST_DIGITS = 3


class Margin(QWidget):
    """Shows numbers and marks for the lines on screen. ``line_clicked`` tells of a click at a line with a finding."""

    line_clicked = Signal(int)

    def __init__(self, code: CodeEdit, theme: Theme) -> None:
        super().__init__(code)
        self._code, self._theme = code, theme
        self.setAccessibleName(_("Linjenummer og funn"))
        self.setMouseTracking(True)

    def wanted_width(self) -> int:
        """Return how wide the margin is: a mark, and the digits of the last line."""
        digits = max(LEAST_DIGITS, len(str(self._code.blockCount())))
        width = self._theme.metrics(scale.META).horizontalAdvance("0") * digits
        return round(width) + self._theme.px(ICON) + scale.S8 + scale.S8 + scale.S4

    def sizeHint(self) -> QSize:
        return QSize(self.wanted_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.color("sidebar"))
        here = self._code.textCursor().blockNumber()
        painter.setFont(self._theme.font(scale.META))
        painter.setPen(self._theme.color("muted"))
        for block, box in self._code.lines_on_screen():
            if box.bottom() < event.rect().top() or box.top() > event.rect().bottom():
                continue
            number = block.blockNumber()
            if number == here:
                painter.save()
                painter.setFont(self._theme.font(scale.META, scale.SEMIBOLD))
                painter.setPen(self._theme.color("text"))
            self._paint_line(painter, number + 1, box)
            if number == here:
                painter.restore()
        painter.end()

    def _paint_line(self, painter: QPainter, number: int, box: QRect) -> None:
        place = QRect(0, box.top(), self.width() - scale.S8, box.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(number))
        worst = self._code.findings.worst(number)
        if worst is not None:
            icon, colour = ICONS[worst]
            side = self._theme.px(ICON)
            top = box.top() + (box.height() - side) // 2
            painter.drawPixmap(scale.S4, top, self._theme.pixmap(icon, colour, ICON))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self._code.findings.at(self._line_at(event.position().toPoint()))
        self.setCursor(Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        line = self._line_at(event.position().toPoint())
        if line and event.button() is Qt.MouseButton.LeftButton:
            self.line_clicked.emit(line)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._code.findings.words(self._line_at(event.pos())), self)
            return True
        return super().event(event)

    def _line_at(self, point: QPoint) -> int:
        """Return the number of the line at a height, 0 where there is none."""
        for block, box in self._code.lines_on_screen():
            whole = round(self._code.height_of(block))
            if box.top() <= point.y() < box.top() + whole:
                return block.blockNumber() + 1
        return 0
