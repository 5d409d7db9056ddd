"""One comment as it was written, with what is taken out struck through."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from kursapp.services.cohort_cards import CommentEntry
from kursapp.ui.coordinator.comments_state import from_utf16, to_utf16, word_at
from kursapp.ui.i18n import _
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.saved_text import SavedText


class CommentText(SavedText):
    """Cannot be changed, but has a caret, so that places are marked by keyboard as by mouse."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, name=_("Kommentaren slik den ble skrevet"), parent=parent)
        self._entry: CommentEntry | None = None
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        theme.changed.connect(self._strike)

    def show_entry(self, entry: CommentEntry) -> None:
        """Show a comment; the caret stays where it is while it is the same one."""
        if self._entry is None or self._entry.id != entry.id:
            self.set_text(entry.text)
            self.moveCursor(QTextCursor.MoveOperation.Start)
        self._entry = entry
        self._strike()

    def marked(self) -> tuple[int, int]:
        """Return the place marked, as characters (start, end); the word at the caret where nothing is marked."""
        text, cursor = self._written(), self.textCursor()
        if cursor.hasSelection():
            return from_utf16(text, cursor.selectionStart()), from_utf16(text, cursor.selectionEnd())
        return word_at(text, from_utf16(text, cursor.position()))

    def caret_character(self) -> int:
        """Return which character the caret stands before."""
        return from_utf16(self._written(), self.textCursor().position())

    def unmark(self) -> None:
        """Let nothing be marked; the caret stands where the mark ended."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def _written(self) -> str:
        """Return the words as written; the widget's own have other spaces, though as many."""
        return self._entry.text if self._entry is not None else ""

    @Slot()
    def _strike(self) -> None:
        entry = self._entry
        look = QTextCharFormat()
        look.setFontStrikeOut(True)
        look.setBackground(self._theme.color("accent_tint"))
        look.setForeground(self._theme.color("text"))
        struck = []
        for start, end in entry.redacted if entry is not None else ():
            mark = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(to_utf16(self._written(), start))
            cursor.setPosition(to_utf16(self._written(), end), QTextCursor.MoveMode.KeepAnchor)
            mark.cursor, mark.format = cursor, look
            struck.append(mark)
        self.setExtraSelections(struck)
