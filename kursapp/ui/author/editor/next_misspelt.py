"""Goes from one word that may be misspelt to the next, also beyond what one sees."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from kursapp.services.prose_words import Word
from kursapp.ui.actions import Actions
from kursapp.ui.author.editor.at_cursor import AtCursor
from kursapp.ui.author.editor.places import characters
from kursapp.ui.author.editor.sheet import Sheet
from kursapp.ui.author.editor.spelling import Spelling, is_code
from kursapp.ui.i18n import _
from kursapp.ui.messages import Messages
from kursapp.ui.widgets.announce import announce

if TYPE_CHECKING:
    from kursapp.ui.author.editor.editor import MarkdownEditor

LINES_AT_ONCE = 300
"""Lines looked through in one go: the screen's thread is held for some milliseconds."""


@dataclass(frozen=True, slots=True)
class _Search:
    """Where a search goes on: a line and a character of it, both from 0, and how many lines are left to look at."""

    sheet: Sheet
    line: int
    at: int
    left: int


class NextMisspelt(QObject):
    """Looks from the cursor to the end, and from the beginning to the cursor."""

    def __init__(self, editor: MarkdownEditor, spelling: Spelling, messages: Messages, actions: Actions) -> None:
        super().__init__(editor)
        self._code, self._spelling, self._messages = editor.code, spelling, messages
        name = _("Neste ord som kan være feilstavet")
        actions.add(editor, "editor-spelling", name, "F7", self.find, _("Skrive"))

    @Slot()
    def find(self) -> None:
        """Choose the next word that may be misspelt, or say that there is none."""
        sheet, end = self._code.sheet, self._code.textCursor().selectionEnd()
        sheet.finish()
        block = sheet.findBlock(end)
        at = characters(block.text(), end - block.position())
        # The cursor's own line is looked at twice: from the cursor, and last of all from its beginning.
        self._go_on(_Search(sheet, block.blockNumber(), at, sheet.blockCount() + 1))

    def _go_on(self, search: _Search) -> None:
        sheet = search.sheet
        if sheet is not self._code.sheet:
            return
        if search.left <= 0:
            self._messages.tell(_("Ingen ord ser feilstavet ut."), about="spelling")
            return
        line = search.line if search.line < sheet.blockCount() else 0
        lines = range(line, min(line + min(LINES_AT_ONCE, search.left), sheet.blockCount()))
        texts = {number: sheet.line_text(number) for number in lines if not is_code(sheet.above(number))}
        unknown = self._spelling.unknown_in(texts.values())
        if unknown:
            self._spelling.look_up(unknown, partial(self._go_on, search))
            return
        for number, text in texts.items():
            for word in self._spelling.misspelt(text, sheet.above(number)):
                if number > line or word.start >= search.at:
                    self._choose(number, word)
                    return
        after = replace(search, line=lines.stop, at=0, left=search.left - len(lines))
        QTimer.singleShot(0, self, partial(self._go_on, after))

    def _choose(self, line: int, word: Word) -> None:
        AtCursor(self._code).choose(line, word.start, word.start + len(word.text))
        self._code.ensureCursorVisible()
        announce(self._code, _("«{word}» står ikke i ordlista").format(word=word.text))
