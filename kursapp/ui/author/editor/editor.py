"""The Markdown editor: the text of one file of a draft at a time, each with its own steps to undo."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kursapp.domain.problem import Problem
from kursapp.ui.actions import Actions
from kursapp.ui.author.editor.code_edit import CodeEdit
from kursapp.ui.author.editor.editor_actions import add_editor_actions
from kursapp.ui.author.editor.edits import LineEdit, make_edits, position, replace_all
from kursapp.ui.author.editor.find_bar import FindBar
from kursapp.ui.author.editor.line_bar import LineBar
from kursapp.ui.author.editor.places import characters
from kursapp.ui.author.editor.sheet import Sheet
from kursapp.ui.i18n import _
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.announce import announce

PAUSE_MILLISECONDS = 150


class _Place(NamedTuple):
    """Where one was in a file that is not shown now: the cursor, its anchor, and the row at the top."""

    position: int = 0
    anchor: int = 0
    top: int = 0


class MarkdownEditor(QWidget):
    """Writes one file at a time. A file keeps its steps to undo, its cursor and its scroll until it is closed.

    ``edited`` comes at every change of the words but not when a file is opened, ``paused`` when the keys have been
    quiet for 150 ms after one, ``line_changed`` when the cursor goes to another line, ``finding_chosen`` when a
    finding's mark is clicked or its key pressed.
    """

    edited = Signal()
    paused = Signal()
    line_changed = Signal(int)
    finding_chosen = Signal(object)
    names_changed = Signal(object)

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheets: dict[str, Sheet] = {}
        self._places: dict[str, _Place] = {}
        self._file = ""
        self._opening = False
        self._line = 1
        self._names: object = None
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(PAUSE_MILLISECONDS)
        self._quiet.timeout.connect(self.paused)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.code = CodeEdit(theme)
        self.find_bar = FindBar(theme, self.code)
        self.line_bar = LineBar(theme, self.code)
        column.addWidget(self.find_bar)
        column.addWidget(self.line_bar)
        column.addWidget(self.code, 1)
        self.setFocusProxy(self.code)
        self._sheets[""] = self.code.sheet
        self.code.typed.connect(self._on_typed)
        self.code.cursorPositionChanged.connect(self._on_cursor)
        self.code.finding_line_chosen.connect(self._on_finding_line)
        self.line_bar.wanted.connect(self.go_to)
        add_editor_actions(self, actions)

    def open(self, file: str, text: str) -> None:
        """Show a file. One that has been open keeps its steps to undo; where its text is another now, that is one more.

        Findings are taken away: those of the file come with the next ``set_findings``.
        """
        self._opening = True
        self._remember_place()
        before, sheet, known = self.code.sheet, self._sheets.get(file), file in self._sheets
        if sheet is None:
            sheet = self._sheets[file] = self.code.new_sheet(text)
        self._file = file
        self.code.findings.show(())
        self.code.show_sheet(sheet)
        if before not in self._sheets.values():
            before.deleteLater()
        if known:
            replace_all(sheet, text)
        self._return_to_place()
        self._opening = False
        self._quiet.stop()
        self._tell_line()

    def set_text(self, text: str) -> None:
        """Show a text from its beginning, with nothing to undo, as the file that is shown now."""
        file, self._file = self._file, ""
        self.close_file(file)
        self.open(file, text)

    def close_file(self, file: str) -> None:
        """Forget a file that was removed or renamed: its steps to undo, and where one was in it."""
        self._places.pop(file, None)
        sheet = self._sheets.pop(file, None)
        if sheet is not None and sheet is not self.code.sheet:
            sheet.deleteLater()

    def close_files(self) -> None:
        """Forget all files: another draft is opened."""
        for file in tuple(self._sheets):
            self.close_file(file)
        self._file = ""
        self.open("", "")

    def file(self) -> str:
        """Return the file shown now."""
        return self._file

    def text(self) -> str:
        """Return the text as it stands, with ``\\n`` at the end of lines."""
        return self.code.sheet.text()

    def edit(self, edits: Sequence[LineEdit], label: str = "") -> None:
        """Make edits as one step to undo. The cursor stays at its words; ``label`` is said to a screen reader."""
        self.code.sheet.finish()
        with self.code.staying():
            make_edits(self.code.sheet, edits)
        if label:
            announce(self.code, label)

    def replace_text(self, text: str) -> None:
        """Show what the file has become elsewhere, as one step to undo. What is seen stays, and the cursor in it."""
        with self.code.staying():
            replace_all(self.code.sheet, text)

    def set_findings(self, problems: Iterable[Problem]) -> None:
        """Mark the findings of the file shown in the margin."""
        self.code.findings.show(problems)
        self.code.margin.update()

    def set_names(self, names: object) -> None:
        """Take the names that can be completed; ``names_changed`` tells of them."""
        self._names = names
        self.names_changed.emit(names)

    def names(self) -> object:
        """Return the names that can be completed, None before there are any."""
        return self._names

    def go_to(self, line: int, column: int = 1) -> None:
        """Put the cursor at a line and column, in the middle of what is seen unless it is seen already."""
        sheet = self.code.sheet
        if line > sheet.blockCount():
            sheet.finish()
        at = position(sheet, max(1, min(line, sheet.blockCount())), max(1, column))
        cursor = self.code.textCursor()
        cursor.setPosition(at or 0)
        seen = [block.blockNumber() for block, _box in self.code.lines_on_screen()]
        self.code.setTextCursor(cursor)
        if cursor.blockNumber() not in seen[:-1]:
            self.code.centerCursor()

    @Slot()
    def next_finding(self) -> None:
        """Go to the next line with a finding, from the first again after the last."""
        self._to_finding(1)

    @Slot()
    def finding_before(self) -> None:
        """Go to the line with a finding before this one, from the last again before the first."""
        self._to_finding(-1)

    @Slot()
    def choose_finding(self) -> None:
        """Choose the finding of the line the cursor is at."""
        self._on_finding_line(self.line())

    def _to_finding(self, step: int) -> None:
        lines, here = self.code.findings.lines(), self.line()
        if not lines:
            announce(self.code, _("Ingen funn i denne fila"))
            return
        ahead = [line for line in lines if (line - here) * step > 0]
        self.go_to((ahead or lines)[0 if step > 0 else -1])
        announce(self.code, self.code.findings.words(self.line()))

    def line(self) -> int:
        """Return the number of the line the cursor is at."""
        return self.code.line()

    def column(self) -> int:
        """Return the column of the cursor in its line, from 1."""
        cursor = self.code.textCursor()
        return characters(cursor.block().text(), cursor.positionInBlock()) + 1

    def _remember_place(self) -> None:
        cursor = self.code.textCursor()
        self._places[self._file] = _Place(cursor.position(), cursor.anchor(), self.code.verticalScrollBar().value())

    def _return_to_place(self) -> None:
        place = self._places.get(self._file, _Place())
        last = self.code.sheet.characterCount() - 1
        cursor = self.code.textCursor()
        cursor.setPosition(min(place.anchor, last))
        cursor.setPosition(min(place.position, last), QTextCursor.MoveMode.KeepAnchor)
        self.code.setTextCursor(cursor)
        self.code.verticalScrollBar().setValue(place.top)

    @Slot()
    def _on_typed(self) -> None:
        if self._opening:
            return
        self._quiet.start()
        self.edited.emit()

    @Slot()
    def _on_cursor(self) -> None:
        if not self._opening and self.code.line() != self._line:
            self._tell_line()

    def _tell_line(self) -> None:
        self._line = self.code.line()
        self.line_changed.emit(self._line)

    @Slot(int)
    def _on_finding_line(self, line: int) -> None:
        found = self.code.findings.at(line)
        if found:
            self.finding_chosen.emit(found[0])
