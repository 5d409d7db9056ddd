"""The document of one file: its text with its steps to undo, and what stands above every line."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QFont, QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout

from kursapp.services.colouring import Above
from kursapp.ui.author.editor.line_states import LineStates
from kursapp.ui.author.editor.places import from_document, to_document

SLICE = 60_000
"""Characters that are read in at a time: the screen's thread is held for about five milliseconds."""


class Sheet(QTextDocument):
    """Holds a file's text. A long one is read in slices; whoever needs the whole asks ``finish`` for the rest first.

    ``changed(first, gone, came)`` tells that from a line on (from 0) so many lines are others: so many went, so many
    came. Colours are no change.
    """

    changed = Signal(int, int, int)

    def __init__(self, text: str, font: QFont, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.states = LineStates()
        self.setDocumentLayout(QPlainTextDocumentLayout(self))
        self.setDefaultFont(font)
        self.setUndoRedoEnabled(False)
        self._rest, self._at = to_document(text), 0
        self._revision, self._lines = self.revision(), self.blockCount()
        # Whoever saves, checks and shows the text asks for it at the same moment.
        self._text: str | None = None
        self._reading = QTimer(self)
        self._reading.setInterval(0)
        self._reading.timeout.connect(self._read_slice)
        self.contentsChange.connect(self._on_contents)
        self._whole = self._reading_in = False
        self._reading.start()
        self._read_slice()

    @property
    def is_whole(self) -> bool:
        """Say whether all of the text has been read in."""
        return self._whole

    def finish(self) -> None:
        """Read in what is left."""
        while not self.is_whole:
            self._read_slice()

    def above(self, line: int) -> Above:
        """Return what stands above a line, from 0: whether it is in a fence, a comment or the front matter."""
        self.states.read_to(line, self.line_text)
        return self.states.above(line)

    def line_text(self, line: int) -> str:
        """Return the text of a line, from 0, as the document holds it."""
        return self.findBlockByNumber(line).text()

    def text(self) -> str:
        """Return the text, with ``\\n`` at the end of lines."""
        self.finish()
        if self._text is None:
            self._text = from_document(self.toRawText())
        return self._text

    @Slot()
    def _read_slice(self) -> None:
        end = min(self._at + SLICE, len(self._rest))
        if end < len(self._rest):
            end = self._rest.rfind("\n", self._at, end) + 1 or self._rest.find("\n", end) + 1 or len(self._rest)
        piece, self._at = self._rest[self._at : end], end
        cursor = QTextCursor(self)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        self._reading_in = True
        cursor.insertText(piece)
        self._reading_in = False
        self.states.append(piece.split("\n"))
        self._revision, self._lines = self.revision(), self.blockCount()
        if end == len(self._rest):
            self._begin()

    def _begin(self) -> None:
        """Begin to remember steps: all has been read in."""
        self._reading.stop()
        self._rest, self._at, self._whole = "", 0, True
        self.setUndoRedoEnabled(True)

    @Slot(int, int, int)
    def _on_contents(self, position: int, _removed: int, added: int) -> None:
        self._text = None
        if self._reading_in or self.revision() == self._revision:
            return
        first = self.findBlock(position).blockNumber()
        last = self.findBlock(min(position + added, self.characterCount() - 1)).blockNumber()
        came = last - first + 1
        gone = came - (self.blockCount() - self._lines)
        self._revision, self._lines = self.revision(), self.blockCount()
        self.states.replace(first, gone, came)
        self.changed.emit(first, gone, came)
