"""Edits of lines, made in a document as one step that can be undone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple, Protocol

from PySide6.QtGui import QTextCursor, QTextDocument

from kursapp.ui.author.editor.places import to_document, units
from kursapp.ui.author.editor.sheet import Sheet

TAB_STOP = 4
MOST_COMPARED = 500
"""Lines that are compared one with another, where some went and some came; of more, all go and all come."""


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
    """Make a sheet say something else as one undo step. What is alike is left alone, and the cursors in it."""
    before = sheet.text()
    if text == before:
        return
    cursor = QTextCursor(sheet)
    cursor.beginEditBlock()
    for hunk in reversed(list(_hunks(_lines(before), _lines(text)))):
        _replace(cursor, hunk)
    cursor.endEditBlock()


class _Hunk(NamedTuple):
    """The lines that go, the first counted from 0, and those that come in their place; each with its line end."""

    first: int
    gone: list[str]
    came: list[str]


def _lines(text: str) -> list[str]:
    *lines, last = to_document(text).split("\n")
    return [*(line + "\n" for line in lines), last]


def _hunks(old: list[str], new: list[str]) -> Iterator[_Hunk]:
    """Yield what is different, in order."""
    head = _alike(old, new)
    tail = _alike(old[head:][::-1], new[head:][::-1])
    gone, came = old[head : len(old) - tail], new[head : len(new) - tail]
    if len(gone) == len(came):
        pairs = zip(gone, came, strict=True)
        yield from (_Hunk(at, [one], [other]) for at, (one, other) in enumerate(pairs, head) if one != other)
    elif max(len(gone), len(came)) > MOST_COMPARED:
        yield _Hunk(head, gone, came)
    else:
        for kind, first, last, start, end in SequenceMatcher(None, gone, came, autojunk=False).get_opcodes():
            if kind != "equal":
                yield _Hunk(head + first, gone[first:last], came[start:end])


def _replace(cursor: QTextCursor, hunk: _Hunk) -> None:
    gone, came = "".join(hunk.gone), "".join(hunk.came)
    head = _alike(gone, came)
    tail = _alike(gone[head:][::-1], came[head:][::-1])
    block = cursor.document().findBlockByNumber(hunk.first)
    cursor.setPosition(block.position() + units(gone, head))
    cursor.setPosition(block.position() + units(gone, len(gone) - tail), QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(came[head : len(came) - tail])


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many lines, or characters, two texts begin with in common."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
