"""How far one is in a row of steps: a short bar for each, with the same said in words beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kursapp.ui.theme.theme import Theme

BAR = 6
FLAG = 5
GAP = 4
HERE = 2


@dataclass(frozen=True, slots=True)
class Step:
    """One step: whether it is done, and whether it is flagged."""

    done: bool = False
    flagged: bool = False


class StepBar(QWidget):
    """A decoration: done steps are filled, the present one is underlined, flagged ones carry a small flag."""

    def __init__(self, steps: Sequence[Step], here: int, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._steps = list(steps)
        self._here = here
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._repaint)

    def show_here(self, step: Step) -> None:
        """Show the present step otherwise."""
        self._steps[self._here] = step
        self.update()

    def step(self) -> Step:
        """Return the present step."""
        return self._steps[self._here]

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(120), FLAG + 2 + BAR + 2 + HERE)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = (self.width() - GAP * (len(self._steps) - 1)) / len(self._steps)
        for place, step in enumerate(self._steps):
            bar = QRectF(place * (width + GAP), FLAG + 2, width, BAR).adjusted(0.5, 0.5, -0.5, -0.5)
            self._paint_step(painter, bar, step, here=place == self._here)
        painter.end()

    def _paint_step(self, painter: QPainter, bar: QRectF, step: Step, *, here: bool) -> None:
        painter.setPen(QPen(self._theme.color("primary" if step.done else "border"), 1))
        painter.setBrush(self._theme.color("primary" if step.done else "surface"))
        painter.drawRoundedRect(bar, BAR / 2, BAR / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        if here:
            painter.setBrush(self._theme.color("text"))
            painter.drawRect(QRectF(bar.left(), bar.bottom() + 2, bar.width(), HERE))
        if step.flagged:
            painter.setBrush(self._theme.color("accent"))
            painter.drawEllipse(QRectF(bar.center().x() - FLAG / 2, 0, FLAG, FLAG))

    @Slot()
    def _repaint(self) -> None:
        self.update()
