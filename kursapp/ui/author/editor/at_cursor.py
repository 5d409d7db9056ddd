"""The line a cursor is at, in characters, and changes to it as one step to undo."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from kursapp.ui.author.editor.places import characters, to_document, units


class AtCursor:
    """Reads and writes around the cursor of a text. Made anew for every key: it does not follow the cursor."""

    def __init__(self, code: QPlainTextEdit) -> None:
        self._code = code
        self.cursor = code.textCursor()
        self.block = self.cursor.block()
        self.line = self.block.text()
        self.at = characters(self.line, self.cursor.positionInBlock())

    @property
    def number(self) -> int:
        """The line's number, from 0."""
        return self.block.blockNumber()

    def chosen_lines(self) -> tuple[int, int]:
        """Return the first and last line of which something is chosen, or the cursor's own."""
        document = self.block.document()
        first = document.findBlock(self.cursor.selectionStart())
        last = document.findBlock(self.cursor.selectionEnd())
        if last != first and self.cursor.selectionEnd() == last.position():
            last = last.previous()
        return first.blockNumber(), last.blockNumber()

    def chosen_in_line(self) -> tuple[int, int] | None:
        """Return what is chosen within the line, in characters; None where more than one line is."""
        start, end = self.cursor.selectionStart(), self.cursor.selectionEnd()
        if self.block.document().findBlock(start) != self.block.document().findBlock(end):
            return None
        begin = self.block.position()
        return characters(self.line, start - begin), characters(self.line, end - begin)

    def put(self, start: int, end: int, text: str, chosen: tuple[int, int] | None = None) -> None:
        """Put a text in place of characters of the line; the cursor goes after it, or ``chosen`` in it is chosen."""
        self.cursor.beginEditBlock()
        begin = self.block.position() + units(self.line, start)
        self.cursor.setPosition(begin)
        self.cursor.setPosition(self.block.position() + units(self.line, end), QTextCursor.MoveMode.KeepAnchor)
        self.cursor.insertText(to_document(text))
        self.cursor.endEditBlock()
        if chosen is not None:
            self.cursor.setPosition(begin + units(text, chosen[0]))
            self.cursor.setPosition(begin + units(text, chosen[1]), QTextCursor.MoveMode.KeepAnchor)
        self.show()

    def choose(self, line: int, start: int, end: int) -> None:
        """Choose characters of a line, from 0."""
        block = self.block.document().findBlockByNumber(line)
        text = block.text()
        self.cursor.setPosition(block.position() + units(text, start))
        self.cursor.setPosition(block.position() + units(text, end), QTextCursor.MoveMode.KeepAnchor)
        self.show()

    def add_line(self, after: int, text: str) -> None:
        """Put a line of its own under another."""
        self.cursor.setPosition(self.block.document().findBlockByNumber(after).position())
        self.cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        self.cursor.insertText("\n" + to_document(text))

    def replace_lines(self, first: int, last: int, texts: list[str]) -> None:
        """Put other lines in place of lines, where they are others."""
        document = self.block.document()
        start, end = document.findBlockByNumber(first), document.findBlockByNumber(last)
        change = QTextCursor(start)
        change.setPosition(end.position() + end.length() - 1, QTextCursor.MoveMode.KeepAnchor)
        change.insertText("\n".join(texts))

    def lines(self, first: int, last: int) -> list[str]:
        """Return the texts of lines."""
        found, block = [], self.block.document().findBlockByNumber(first)
        while block.isValid() and block.blockNumber() <= last:
            found.append(block.text())
            block = block.next()
        return found

    def show(self) -> None:
        """Let the text have the cursor."""
        self._code.setTextCursor(self.cursor)
