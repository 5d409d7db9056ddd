"""A small box over what one is reading or writing, beside what it is about. Esc closes it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme

GAP = 6
EDGE = 2


class Popover(QFrame):
    """Stands over ``parent``, as wide as ``width`` and as high as it must, and gives the keyboard back when it goes.

    Fill ``column``. ``closed`` tells that it was put away.
    """

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget, width: int) -> None:
        super().__init__(parent)
        self._theme, self._over, self._width = theme, parent, width
        self._beside = QRect()
        self._before: QWidget | None = None
        self.setProperty("look", "popover")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(scale.S8, scale.S8, scale.S8, scale.S8)
        self.column.setSpacing(scale.S8)
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
        if watched is self._over and event.type() is QEvent.Type.Resize and not self.isHidden():
            self.place()
        return False

    @Slot()
    def place(self) -> None:
        """Find room beside the place it is about: below it where it can be, else above, and never out of the parent."""
        over = self._over
        width = min(self._theme.px(self._width), over.width() - 2 * GAP)
        self.setFixedWidth(max(width, 0))
        height = min(self.wanted_height(width), over.height() - 2 * GAP)
        self.resize(width, max(height, 0))
        left = max(GAP, min(self._beside.left(), over.width() - width - GAP))
        below, above = self._beside.bottom() + EDGE, self._beside.top() - EDGE - height
        top = below if below + height <= over.height() - GAP else above
        self.move(QPoint(left, max(GAP, min(top, over.height() - height - GAP))))

    def wanted_height(self, width: int) -> int:
        """Return how high it would be if there were room for all of it."""
        wanted = self.column.totalHeightForWidth(width) if self.column.hasHeightForWidth() else -1
        return wanted if wanted > 0 else self.sizeHint().height()
