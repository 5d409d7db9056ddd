"""The lines around the cursor, as services read them, and places in the text as people see them."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from kursapp.ui.author.editor.places import characters, from_document


def lines_around(code: QPlainTextEdit, reach: int) -> tuple[list[str], int]:
    """Return the lines from ``reach`` before the cursor's to ``reach`` after it, and the number of the first."""
    document, here = code.document(), code.textCursor().blockNumber()
    first = max(0, here - reach)
    block, texts = document.findBlockByNumber(first), []
    while block.isValid() and block.blockNumber() <= here + reach:
        texts.append(from_document(block.text()))
        block = block.next()
    return texts, first + 1


def column_of(code: QPlainTextEdit) -> int:
    """Return the cursor's column in its line, in characters, from 1."""
    cursor = code.textCursor()
    return characters(cursor.block().text(), cursor.positionInBlock()) + 1


def cursor_place(code: QPlainTextEdit, over: QWidget) -> QRect:
    """Return where the cursor stands, in the coordinates of a widget that holds the text."""
    box = code.cursorRect()
    return QRect(code.viewport().mapTo(over, box.topLeft()), box.size())
