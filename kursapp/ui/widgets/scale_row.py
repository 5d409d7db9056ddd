"""A row of steps as a native radio group, each step named by question and label."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QLabel, QRadioButton, QWidget

from kursapp.ui.i18n import _
from kursapp.ui.theme.scale import RADIUS_CONTROL
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.text import label as text_label

APART = 0
SPACE = 4
SPACE_APART = 16
SPACE_BESIDE = 16
MOST_LINES = 3
_ACROSS = QBoxLayout.Direction.LeftToRight
_DOWN = QBoxLayout.Direction.TopToBottom


class ScaleRow(QWidget):
    """Steps 1…n from the left, and perhaps one that stands apart ("Vet ikke"), whose value is 0.

    Where the labels do not fit side by side, in large type or a narrow window, the steps stand under each other.
    ``shown`` False leaves the labels to a heading above (a table); the screen reader always gets them.
    """

    changed = Signal(object)

    def __init__(
        self,
        labels: Sequence[str],
        theme: Theme,
        *,
        name: str,
        apart: str = "",
        shown: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown = shown
        self._showing = False
        self._group = QButtonGroup(self)
        self._row = QBoxLayout(_ACROSS, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SPACE)
        self._cells = [self._cell(step, label, name) for step, label in enumerate(labels, start=1)]
        if apart:
            self._row.addSpacing(SPACE_APART)
            self._cells.append(self._cell(APART, apart, name))
        self._count = len(labels)
        self.setAccessibleName(name)
        self._group.idToggled.connect(self._on_toggled)
        theme.changed.connect(self.fit)

    @property
    def is_stacked(self) -> bool:
        """Say whether the steps stand under each other."""
        return self._row.direction() == _DOWN

    def value(self) -> int | None:
        """Return the step chosen (1…n, 0 for the one apart), None where none is."""
        chosen = self._group.checkedId()
        return None if chosen < 0 else chosen

    def set_value(self, value: int | None) -> None:
        """Choose a step without telling anyone; None chooses none."""
        self._showing = True
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(self._group.id(button) == value)
        self._group.setExclusive(True)
        self._showing = False
        self.update()

    def buttons(self) -> list[QRadioButton]:
        """Return the radio buttons from the left."""
        return [button for button in self._group.buttons() if isinstance(button, QRadioButton)]

    def set_locked(self, locked: bool) -> None:
        """Let the row only be read, or open again."""
        for button in self._group.buttons():
            button.setEnabled(not locked)

    # Laying out

    @Slot()
    def fit(self) -> None:
        """Stand side by side where the labels have room for that."""
        direction = _ACROSS if self._fits(self.width()) else _DOWN
        if direction != self._row.direction():
            self._row.setDirection(direction)
            for cell in self._cells:
                cell.turn(upright=direction == _ACROSS)
            self.updateGeometry()

    def _fits(self, width: int) -> bool:
        if not self._shown or not self._cells:
            return True
        gaps = SPACE * (len(self._cells) - 1) + (SPACE_APART if len(self._cells) > self._count else 0)
        room = (width - gaps) / len(self._cells) - 2 * SPACE
        return all(cell.fits(room) for cell in self._cells)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def minimumSizeHint(self) -> QSize:
        # Narrow enough that the row never makes its page wider than the window: then the steps stack.
        return QSize(min(super().minimumSizeHint().width(), self._theme.px(160)), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line the steps stand on, and a ground behind the one chosen. The radio button says it too."""
        if not self._shown:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for cell in self._cells:
            if cell.button.isChecked():
                painter.setBrush(self._theme.color("primary_subtle"))
                painter.setPen(QPen(self._theme.color("primary"), 1))
                box = QRectF(cell.geometry()).adjusted(0.5, 0.5, -0.5, -0.5)
                painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        if not self.is_stacked:
            self._paint_line(painter)
        painter.end()

    def _paint_line(self, painter: QPainter) -> None:
        painter.setPen(QPen(self._theme.color("border"), 1))
        stops = [cell.button.geometry().translated(cell.pos()) for cell in self._cells[: self._count]]
        for one, other in itertools.pairwise(stops):
            painter.drawLine(one.right() + SPACE, one.center().y(), other.left() - SPACE, one.center().y())

    def _cell(self, step: int, label: str, name: str) -> _Cell:
        button = QRadioButton()
        # Without room for words of its own: those would move the circle out of the middle of its step.
        button.setProperty("look", "bare")
        button.setAccessibleName(_("{question}: {step}").format(question=name, step=label))
        button.setToolTip(label)
        self._group.addButton(button, step)
        cell = _Cell(button, label if self._shown else "", self._theme)
        self._row.addWidget(cell, 1)
        return cell

    @Slot(int, bool)
    def _on_toggled(self, step: int, checked: bool) -> None:
        self.update()
        if checked and not self._showing:
            self.changed.emit(step)


class _Cell(QWidget):
    """One step: its radio button, and its words under it or beside it. A click anywhere on it chooses it."""

    def __init__(self, button: QRadioButton, words: str, theme: Theme) -> None:
        super().__init__()
        self.button = button
        self._theme = theme
        self._words: QLabel | None = None
        self._box = QBoxLayout(_DOWN, self)
        self._box.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        self._box.setSpacing(SPACE)
        self._box.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        if words:
            self._words = text_label(words, "step")
            self._box.addWidget(self._words, 1)
            self.turn(upright=True)

    def turn(self, *, upright: bool) -> None:
        """Put the words under the button, or beside it."""
        if self._words is None:
            return
        top = Qt.AlignmentFlag.AlignTop
        self._box.setDirection(_DOWN if upright else _ACROSS)
        self._box.setSpacing(SPACE if upright else SPACE_BESIDE)
        self._box.setAlignment(self.button, Qt.AlignmentFlag.AlignHCenter if upright else top)
        beside = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter | top if upright else beside)

    def fits(self, room: float) -> bool:
        """Say whether the words can stand under the button in so many px: no word is cut, and the lines are few."""
        if self._words is None:
            return True
        metrics = self._words.fontMetrics()
        words = self._words.text().split()
        longest = max((metrics.horizontalAdvance(word) for word in words), default=0)
        lines = math.ceil(metrics.horizontalAdvance(self._words.text()) / room) if room > 0 else MOST_LINES + 1
        return longest <= room and lines <= MOST_LINES

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if inside and event.button() == Qt.MouseButton.LeftButton and self.button.isEnabled():
            self.button.setFocus(Qt.FocusReason.MouseFocusReason)
            self.button.click()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
