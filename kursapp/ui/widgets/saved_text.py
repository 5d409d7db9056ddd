"""A field for a person's own words: plain text that grows as she writes."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QFontMetrics, QResizeEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from kursapp.ui.theme.theme import Theme

LONGEST = 20_000
DRESSED_FRAME = 9
"""The edge and the padding that the style sheets put around a field, in px on each side."""


class SavedText(QPlainTextEdit):
    """Grows with its words; ``edited`` tells of every change a person makes, ``left`` that she has gone elsewhere.

    Whoever owns it saves: at ``left`` at once, after ``edited`` when it is quiet. Tab goes to the next field.
    """

    edited = Signal(str)
    left = Signal()

    def __init__(
        self, theme: Theme, *, name: str, lines: int = 4, placeholder: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines = lines
        self._showing = False
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._on_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        theme.changed.connect(self._grow)
        self._grow()

    def text(self) -> str:
        """Return the words as they stand."""
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Show words that were written before, without telling anyone."""
        if text == self.toPlainText():
            return
        self._showing = True
        self.setPlainText(text)
        self._showing = False

    def caret(self) -> int:
        """Return where the caret stands, in characters."""
        return self.textCursor().position()

    def set_caret(self, position: int) -> None:
        """Put the caret back; a position past the end is the end."""
        cursor = self.textCursor()
        cursor.setPosition(min(position, len(self.toPlainText())))
        self.setTextCursor(cursor)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(64), self.minimumHeight())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            # Words that wrap anew make more lines or fewer, and Qt tells nobody.
            self._grow()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @Slot()
    def _grow(self) -> None:
        line = QFontMetrics(self.font()).lineSpacing()
        shown = max(round(self.document().size().height()), self._lines)
        # Before it is dressed, the frame has no padding yet: it is counted all the same, and later not twice.
        frame = 2 * max(self.frameWidth(), DRESSED_FRAME) + round(2 * self.document().documentMargin()) + 2
        height = shown * line + frame
        if self.height() != height or self.minimumHeight() != height:
            self.setFixedHeight(height)
            self.updateGeometry()

    @Slot()
    def _on_changed(self) -> None:
        if self._showing:
            return
        if len(self.toPlainText()) > LONGEST:
            self._cut()
        self.edited.emit(self.toPlainText())

    def _cut(self) -> None:
        """Take back what is past the longest text that is kept."""
        cursor = self.textCursor()
        cursor.setPosition(LONGEST)
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        self._showing = True
        cursor.removeSelectedText()
        self._showing = False
