"""Edits of lines, made in a document as one step that can be undone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from PySide6.QtGui import QTextCursor, QTextDocument

from kursapp.ui.author.editor.places import to_document, units
from kursapp.ui.author.editor.sheet import Sheet

TAB_STOP = 4


class LineEdit(Protocol):
    """Put ``text`` in place of the characters from column ``start`` up to before column ``end`` of a line.

    Lines and columns count from 1; the columns are those of the line with its tabs expanded to stops of 4, as findings
    have them. ``start == end`` inserts; a text may hold line ends.
    """

    @property
    def line(self) -> int:
        """The line's number."""

    @property
    def start(self) -> int:
        """The column of the first character that goes."""

    @property
    def end(self) -> int:
        """The column after the last character that goes."""

    @property
    def text(self) -> str:
        """What comes instead."""


def make_edits(document: QTextDocument, edits: Iterable[LineEdit]) -> None:
    """Make edits from the last to the first, as one undo step. One that overlaps another, or is past the end, is not.

    Cursors stay at the words they were at.
    """
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    begun = document.characterCount()
    for edit in sorted(edits, key=lambda edit: (edit.line, edit.start, edit.end), reverse=True):
        first, last = position(document, edit.line, edit.start), position(document, edit.line, edit.end)
        if first is None or last is None or last > begun:
            continue
        cursor.setPosition(first)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(to_document(edit.text))
        begun = first
    cursor.endEditBlock()


def position(document: QTextDocument, line: int, column: int) -> int | None:
    """Return the position of a line and a column; a column past the end is the end. None for a line there is not."""
    block = document.findBlockByNumber(line - 1)
    if not block.isValid():
        return None
    text = block.text()
    return block.position() + units(text, min(as_written(text, column), len(text)))


def as_written(text: str, column: int) -> int:
    """Return the index of the character at a column of the line with its tabs expanded."""
    if "\t" not in text:
        return column - 1
    expanded = 0
    for index, character in enumerate(text):
        if expanded >= column - 1:
            return index
        expanded += TAB_STOP - expanded % TAB_STOP if character == "\t" else 1
    return len(text)


def replace_all(sheet: Sheet, text: str) -> None:
    """Make a sheet say something else as one undo step, leaving alone what begins and ends alike."""
    before = sheet.text()
    if text == before:
        return
    new, old = to_document(text), to_document(before)
    first = _common(old, new)
    last = _common(old[first:][::-1], new[first:][::-1])
    cursor = QTextCursor(sheet)
    cursor.beginEditBlock()
    cursor.setPosition(units(old, first))
    cursor.setPosition(units(old, len(old) - last), QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(new[first : len(new) - last])
    cursor.endEditBlock()


def _common(one: str, other: str) -> int:
    """Return how many characters two texts begin with in common."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
