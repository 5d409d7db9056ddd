"""One item of an ordering: its number, its text, and buttons that move it up and down."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from kursapp.domain.question import OrderItem
from kursapp.ui.i18n import _
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.pictures import Pictures
from kursapp.ui.widgets.rich_label import RichLabel
from kursapp.ui.widgets.verdict import Verdict, VerdictLine

RADIUS = 6


class OrderRow(QWidget):
    """An item that can be moved by its buttons, and as an extra by dragging it."""

    move_wanted = Signal(int)
    dragged_to = Signal(int)
    link_activated = Signal(str)

    def __init__(self, item: OrderItem, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.part_id = item.id
        self.plain = item.text.plain
        self._theme = theme
        self._verdict: Verdict | None = None
        self._line: VerdictLine | None = None
        self._locked = False
        self._drag_from: int | None = None
        self._number = QLabel()
        self.label = RichLabel(item.text, theme, pictures)
        self.label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, "<a " not in item.text.html)
        self.label.link_activated.connect(self.link_activated)
        self.up = self._mover("arrow-up", _("Flytt opp: {text}"))
        self.down = self._mover("arrow-down", _("Flytt ned: {text}"))
        self.up.clicked.connect(self._up)
        self.down.clicked.connect(self._down)
        self._lay_out()
        theme.changed.connect(self._dress)
        self._dress()

    def set_place(self, place: int, count: int) -> None:
        """Say where the item stands: ``place`` from 1."""
        self._number.setText(f"{place}.")
        self._number.setAccessibleName(_("Plass {place} av {count}").format(place=place, count=count))

    def lock(self, locked: bool) -> None:
        """Let the item only be read, or open again."""
        self._locked = locked
        self.up.setVisible(not locked)
        self.down.setVisible(not locked)
        self.setCursor(Qt.CursorShape.ArrowCursor if locked else Qt.CursorShape.OpenHandCursor)

    def mark(self, verdict: Verdict | None, more: str = "") -> None:
        """Say whether the item stands right; None takes it away."""
        if self._line is not None:
            self._line.hide()
            self._line.deleteLater()
        self._line = None
        self._verdict = verdict
        if verdict is not None:
            self._line = VerdictLine(verdict, self._theme, more)
            self._texts.insertWidget(2, self._line)
        self.update()

    # Dragging

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._locked and event.button() == Qt.MouseButton.LeftButton:
            self._drag_from = self.y()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag_from is not None:
            self.dragged_to.emit(self.mapToParent(event.position().toPoint()).y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._drag_from is not None:
            self._drag_from = None
            self.setCursor(Qt.CursorShape.OpenHandCursor)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        verdict = self._verdict
        held = self._drag_from is not None
        ground = verdict.tint if verdict else "primary_subtle" if held else "surface"
        line = verdict.token if verdict else "primary" if held else "hairline"
        painter.setBrush(self._theme.color(ground))
        painter.setPen(QPen(self._theme.color(line), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.end()

    @Slot()
    def _dress(self) -> None:
        self._number.setFont(self._theme.font(18, 600))
        self._number.setMinimumWidth(self._theme.px(24))
        for button, icon in ((self.up, "arrow-up"), (self.down, "arrow-down")):
            button.setIcon(self._theme.icon(icon))
            button.setIconSize(QSize(self._theme.px(20), self._theme.px(20)))
        self.update()

    def _mover(self, icon: str, name: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", "icon")
        button.setAccessibleName(name.format(text=self.plain))
        button.setToolTip(name.format(text=self.plain))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setCursor(Qt.CursorShape.ArrowCursor)
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(self._number)
        self._texts = QVBoxLayout()
        row.addLayout(self._texts, 1)
        self._texts.setSpacing(4)
        self._texts.addStretch(1)
        self._texts.addWidget(self.label)
        self._texts.addStretch(1)
        row.addWidget(self.up)
        row.addWidget(self.down)

    @Slot()
    def _up(self) -> None:
        self.move_wanted.emit(-1)

    @Slot()
    def _down(self) -> None:
        self.move_wanted.emit(1)
