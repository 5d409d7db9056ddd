"""The ring around what has the keyboard: 2 px, with a gap of 2 px, drawn once for every kind of control."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTextBrowser,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from kursapp.ui.theme.theme import Theme

WIDTH, GAP = 2, 2
REACH = WIDTH + GAP
NO_RING = "noRing"
WRITTEN_IN = (QLineEdit, QPlainTextEdit, QTextEdit)


class FocusRing(QWidget):
    """Follows the keyboard around the window.

    As in a browser, one who uses the mouse sees no ring, except at fields one writes in; the first key brings it out.
    """

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self._by_keyboard = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)
        # The window's own handle gets every key and click first, and few other events.
        window.windowHandle().installEventFilter(self)

    @Slot(QWidget, QWidget)
    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._let_go()
        # A window that is taken apart moves the keyboard once more, from within.
        if isValid(self._window):
            self._ring(new)

    def bring_out(self) -> None:
        """Show the ring from now on: somebody is using the keyboard."""
        self._on_input(by_keyboard=True)

    def _on_input(self, by_keyboard: bool) -> None:
        if by_keyboard != self._by_keyboard:
            self._by_keyboard = by_keyboard
            self._let_go()
            self._ring(QApplication.focusWidget())

    def _ring(self, new: QWidget | None) -> None:
        if new is None or not self._window.isAncestorOf(new) or not self._wants_ring(new):
            return
        self._target = new
        self._watch(new)
        self._place()

    def _wants_ring(self, widget: QWidget) -> bool:
        if widget.property(NO_RING):
            return False
        if isinstance(widget, WRITTEN_IN) and not isinstance(widget, QTextBrowser):
            return True
        return self._by_keyboard

    def _watch(self, target: QWidget) -> None:
        """Listen to the target and all around it, up to what clips it: whatever moves, the ring moves along."""
        home = self._home(target)
        widget: QWidget | None = target
        while widget is not None and widget is not home:
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = widget.parentWidget()
        self.setParent(home)

    def _home(self, target: QWidget) -> QWidget:
        """Return the content of the scroll area around the target, or the window: where the ring is drawn."""
        widget, viewport = target, target.parentWidget()
        while viewport is not None and viewport is not self._window:
            area = viewport.parentWidget()
            if isinstance(area, QAbstractScrollArea) and area.viewport() is viewport and widget is not target:
                return widget
            widget, viewport = viewport, area
        return self._window

    def _let_go(self) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched.clear()
        self._target = None
        self.hide()
        # A page that is taken away must not take the ring along.
        if isValid(self._window) and self.parentWidget() is not self._window:
            self.setParent(self._window)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        # A key that is a shortcut never arrives as a press, only as a release.
        if kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            self._on_input(by_keyboard=True)
        elif kind is QEvent.Type.MouseButtonPress:
            self._on_input(by_keyboard=False)
        elif watched not in self._watched:
            return super().eventFilter(watched, event)
        elif kind in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show):
            self._place()
        elif kind in (QEvent.Type.Hide, QEvent.Type.ParentChange, QEvent.Type.Destroy):
            self._let_go()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        target, home = self._target, self.parentWidget()
        if target is None or home is None or not target.isVisible():
            return
        frame = QRect(target.mapTo(home, target.rect().topLeft()), target.size())
        inside = isinstance(target, QTextBrowser | QScrollArea | QAbstractItemView)
        frame = frame if inside else frame.adjusted(-REACH, -REACH, REACH, REACH)
        self.setGeometry(frame.intersected(home.rect()) if home is self._window else frame)
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("focus"), WIDTH))
        half = WIDTH / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 8, 8)
        painter.end()
