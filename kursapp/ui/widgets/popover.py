"""A small box over what one is reading or writing, beside what it is about. Esc closes it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme

GAP = 6
EDGE = 2


class Popover(QFrame):
    """Stands over ``parent``, as wide as ``width`` and as high as it must, and gives the keyboard back when it goes.

    Fill ``column``, which scrolls where there is no room for all of it; ``head`` and ``foot`` are always seen.
    ``closed`` tells that it was put away.
    """

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget, width: int) -> None:
        super().__init__(parent)
        self._theme, self.over, self._width = theme, parent, width
        self._beside = QRect()
        self._before: QWidget | None = None
        self.setProperty("look", "popover")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(scale.S8, scale.S8, scale.S8, scale.S8)
        outer.setSpacing(scale.S8)
        self.head, self.foot = QHBoxLayout(), QVBoxLayout()
        outer.addLayout(self.head)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer.addWidget(self.area, 1)
        outer.addLayout(self.foot)
        self._inside = QWidget()
        self.column = QVBoxLayout(self._inside)
        self.column.setContentsMargins(scale.S4, scale.S4, scale.S4, scale.S4)
        self.column.setSpacing(scale.S8)
        self.area.setWidget(self._inside)
        parent.installEventFilter(self)
        theme.changed.connect(self.place)
        self.hide()

    def open_beside(self, beside: QRect, focus: QWidget | None = None) -> None:
        """Show it beside a place in the parent; ``focus`` gets the keyboard, the box itself where nothing is named."""
        if self.isHidden():
            self._before = self.window().focusWidget()
        self._beside = beside
        self.show()
        self.place()
        self.raise_()
        (focus or self).setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot()
    def dismiss(self) -> None:
        """Put it away, and give the keyboard back to what had it."""
        if self.isHidden():
            return
        held = self.isAncestorOf(self.window().focusWidget()) or self.hasFocus()
        before, self._before = self._before, None
        self.hide()
        if held and before is not None:
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.over and event.type() is QEvent.Type.Resize and not self.isHidden():
            self.place()
        return False

    @Slot()
    def place(self) -> None:
        """Find room beside the place it is about: below it where it can be, else above, and never out of the parent."""
        over, width = self.over, self._wide()
        self.setFixedWidth(width)
        height = max(0, min(self.wanted_height(width), over.height() - 2 * GAP))
        self.resize(width, height)
        left = max(GAP, min(self._beside.left(), over.width() - width - GAP))
        below, above = self._beside.bottom() + EDGE, self._beside.top() - EDGE - height
        top = below if below + height <= over.height() - GAP else above
        self.move(QPoint(left, max(GAP, min(top, over.height() - height - GAP))))

    def has_room_beside(self, beside: QRect) -> bool:
        """Say whether it can stand below or above a place in the parent without covering it."""
        height = self.wanted_height(self._wide()) + EDGE + GAP
        return beside.bottom() + height <= self.over.height() or beside.top() >= height

    def _wide(self) -> int:
        return max(0, min(self._theme.px(self._width), self.over.width() - 2 * GAP))

    def wanted_height(self, width: int) -> int:
        """Return how high it would be if there were room for all of it."""
        outer = self.layout()
        assert outer is not None
        margins = outer.contentsMargins()
        inner = width - margins.left() - margins.right()
        wanted = self.column.totalHeightForWidth(inner) if self.column.hasHeightForWidth() else -1
        parts = [wanted if wanted > 0 else self._inside.sizeHint().height()]
        parts += [part.sizeHint().height() for part in (self.head, self.foot) if part.count()]
        return sum(parts) + outer.spacing() * (len(parts) - 1) + margins.top() + margins.bottom() + 2
