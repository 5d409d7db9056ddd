"""What keys do in kurs-Markdown beyond writing their letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from kursapp.ui.author.editor import pairs
from kursapp.ui.author.editor.at_cursor import AtCursor
from kursapp.ui.author.editor.line_commands import shift_lines
from kursapp.ui.author.editor.next_line import (
    INDENT,
    begins_item,
    break_line,
    feedback_instead,
    soft_break,
)
from kursapp.ui.author.editor.table_keys import begin_table, break_row, next_cell, steps_over_pipe, table_at

if TYPE_CHECKING:
    from kursapp.ui.author.editor.code_edit import CodeEdit

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def take_key(code: CodeEdit, event: QKeyEvent) -> bool:
    """Do what a key does here beyond the usual, and say whether it did. Inside a fence only Tab and pairs are."""
    key, shift = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    # Right Alt is Ctrl and Alt at once on some keyboards, and writes brackets.
    if event.modifiers() & _MODIFIERS and not (event.text().isprintable() and event.text()):
        return False
    here = AtCursor(code)
    if key in _ENTER:
        return _enter(code, here, shift)
    if key is Qt.Key.Key_Tab:
        return _tab(here, 1)
    if key is Qt.Key.Key_Backtab:
        return _tab(here, -1)
    if key is Qt.Key.Key_Backspace:
        return _backspace(here)
    return len(event.text()) == 1 and _letter(code, here, event.text())


def _enter(code: CodeEdit, here: AtCursor, shift: bool) -> bool:
    if here.cursor.hasSelection():
        if shift:
            here.cursor.insertText("\n")
            here.show()
        return shift
    if _is_literal(code, here):
        here.put(here.at, here.at, "\n" + " " * (len(here.line) - len(here.line.lstrip(" ")) if here.at else 0))
        return True
    table = table_at(here.block)
    if not shift and (break_row(here, table) if table is not None else begin_table(here)):
        return True
    if not shift and pairs.is_done_with_comment(here.line, here.at):
        here.put(len(here.line), len(here.line), "\n")
        return True
    if pairs.ends_link(here.line, here.at):
        here.put(*(soft_break if shift else break_line)(here.line, here.at + 1))
        return True
    here.put(*(soft_break if shift else break_line)(here.line, here.at))
    return True


def _tab(here: AtCursor, step: int) -> bool:
    first, last = here.chosen_lines()
    if first != last:
        shift_lines(here, step)
        return True
    table = table_at(here.block)
    if table is not None:
        next_cell(here, table, step)
    elif step < 0 or begins_item(here.line):
        shift_lines(here, step)
    else:
        here.cursor.insertText(" " * (INDENT - here.at % INDENT))
        here.show()
    return True


def _backspace(here: AtCursor) -> bool:
    if here.cursor.hasSelection() or not pairs.is_empty_pair(here.line, here.at):
        return False
    here.put(here.at - 1, here.at + 1, "")
    return True


def _letter(code: CodeEdit, here: AtCursor, typed: str) -> bool:
    if here.cursor.hasSelection():
        return _wrap(here, typed)
    if pairs.is_space_there(typed, here.line, here.at):
        return True
    if pairs.ends_comment(typed, here.line, here.at):
        here.put(here.at, len(here.line), typed)
        return True
    if pairs.steps_over(typed, here.line, here.at):
        here.put(here.at, here.at + 1, typed)
        return True
    if typed == "|" and not _is_literal(code, here) and steps_over_pipe(here):
        return True
    if typed == ">" and here.at == len(here.line):
        feedback = None if _is_literal(code, here) else feedback_instead(here.line)
        if feedback is not None:
            here.put(0, len(here.line), feedback)
            return True
    closing = pairs.closes_itself(typed, here.line, here.at)
    if not closing:
        return False
    at = 1 + (closing.startswith(" "))
    here.put(here.at, here.at, typed + closing, (at, at))
    return True


def _wrap(here: AtCursor, typed: str) -> bool:
    chosen = here.chosen_in_line()
    if chosen is None or typed not in pairs.WRAPPING:
        return False
    start, end = chosen
    words = here.line[start:end]
    here.put(start, end, typed + words + pairs.WRAPPING[typed], (1, 1 + len(words)))
    return True


def _is_literal(code: CodeEdit, here: AtCursor) -> bool:
    """Say whether the cursor stands in a code fence, where lists and quotes are only letters."""
    return bool(code.sheet.above(here.number).fence)
