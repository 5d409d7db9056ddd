"""Commands on whole lines and on words: move, copy, put in and out, make bold."""

from __future__ import annotations

import re

from PySide6.QtGui import QTextCursor

from kursapp.ui.author.editor import pairs
from kursapp.ui.author.editor.at_cursor import AtCursor
from kursapp.ui.author.editor.next_line import shifted
from kursapp.ui.author.editor.places import units

_ONLY_ID = re.compile(r" *<!-- *id: *[\w.-]+ *-->")
_ID = re.compile(r"(?<=<!--) *id: *[\w.-]+ *[|;]| *[|;] *id: *[\w.-]+(?= *(?:[|;]|-->))")


def shift_lines(here: AtCursor, step: int) -> None:
    """Put the lines chosen one step further in (1) or out (-1). What was chosen stays chosen."""
    first, last = here.chosen_lines()
    document = here.block.document()
    change = QTextCursor(document)
    change.beginEditBlock()
    for number in range(first, last + 1):
        block = document.findBlockByNumber(number)
        old = block.text()
        new = shifted(old, step)
        change.setPosition(block.position())
        if len(new) > len(old):
            change.insertText(" " * (len(new) - len(old)))
        elif len(new) < len(old):
            change.setPosition(block.position() + len(old) - len(new), QTextCursor.MoveMode.KeepAnchor)
            change.removeSelectedText()
    change.endEditBlock()


def move_lines(here: AtCursor, step: int) -> None:
    """Move the lines chosen one up (-1) or down (1), past the line there. What was chosen stays chosen."""
    first, last = here.chosen_lines()
    document = here.block.document()
    if first + step < 0 or last + step >= document.blockCount():
        return
    anchor, position = here.cursor.anchor(), here.cursor.position()
    other = document.findBlockByNumber(last + 1 if step > 0 else first - 1).text()
    lines = here.lines(first, last)
    top = min(first, first + step)
    here.cursor.beginEditBlock()
    here.replace_lines(top, last + max(step, 0), [other, *lines] if step > 0 else [*lines, other])
    here.cursor.endEditBlock()
    by = step * (units(other, len(other)) + 1)
    here.cursor.setPosition(anchor + by)
    here.cursor.setPosition(position + by, QTextCursor.MoveMode.KeepAnchor)
    here.show()


def copy_lines(here: AtCursor) -> None:
    """Write the lines chosen once more, under themselves; the cursor goes to the copy. Its ids are left out: they
    belong to the original, and the copy gets its own."""
    first, last = here.chosen_lines()
    anchor, position = here.cursor.anchor(), here.cursor.position()
    lines = here.lines(first, last)
    by = sum(units(line, len(line)) + 1 for line in lines)
    change = QTextCursor(here.block.document().findBlockByNumber(last))
    change.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    change.insertText("\n" + "\n".join(_ID.sub("", _ONLY_ID.sub("", line)) for line in lines))
    end = change.position()
    here.cursor.setPosition(min(anchor + by, end))
    here.cursor.setPosition(min(position + by, end), QTextCursor.MoveMode.KeepAnchor)
    here.show()


def toggle_mark(here: AtCursor, mark: str) -> None:
    """Put ``**`` or ``*`` around what is chosen, or the word under the cursor; or take it away. Within a line only."""
    if not here.cursor.hasSelection():
        here.cursor.select(QTextCursor.SelectionType.WordUnderCursor)
    chosen = here.chosen_in_line()
    if chosen is None:
        return
    start, end, text = pairs.around(here.line, *chosen, mark)
    inner = len(mark) if text.startswith(mark) and len(text) > chosen[1] - chosen[0] else 0
    here.put(start, end, text, (inner, len(text) - inner))
