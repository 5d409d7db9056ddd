"""A plain text with line numbers, a margin for findings, and a line one sees one is at."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect, QRectF, Signal, Slot
from PySide6.QtGui import QFont, QFontDatabase, QPainter, QPaintEvent, QResizeEvent, QTextBlock, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout, QPlainTextEdit, QWidget

from kursapp.ui.author.editor.margin import Margin
from kursapp.ui.author.editor.marks import Marks
from kursapp.ui.i18n import _
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme


class CodeEdit(QPlainTextEdit):
    """Where one writes. It shows one document at a time; ``show_document`` swaps them."""

    typed = Signal()
    """The words changed, whoever changed them. Colours are no change."""
    finding_line_chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._revision = -1
        self._blocks = 1
        self._line = 1
        self.findings = Marks()
        self.margin = Margin(self, theme)
        self.setAccessibleName(_("Kurstekst"))
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.show_document(self.new_document(""))
        self.blockCountChanged.connect(self._make_room)
        self.updateRequest.connect(self._on_update)
        self.cursorPositionChanged.connect(self._on_cursor)
        self.margin.line_clicked.connect(self.finding_line_chosen)
        theme.changed.connect(self._dress)
        self._dress()

    def new_document(self, text: str) -> QTextDocument:
        """Make a document of a text, with no step to undo."""
        document = QTextDocument(self)
        document.setDocumentLayout(QPlainTextDocumentLayout(document))
        document.setDefaultFont(self._font())
        document.setUndoRedoEnabled(False)
        document.setPlainText(text)
        document.setUndoRedoEnabled(True)
        return document

    def show_document(self, document: QTextDocument) -> None:
        """Show another document, with its own cursor at the beginning and its own steps to undo."""
        if self._revision >= 0:
            self.document().contentsChange.disconnect(self._on_contents)
        self.setDocument(document)
        document.contentsChange.connect(self._on_contents)
        document.setDefaultFont(self._font())
        self._revision, self._blocks = document.revision(), document.blockCount()
        self._make_room()

    def lines_on_screen(self) -> Iterator[tuple[QTextBlock, QRect]]:
        """Yield the lines one sees now, each with where its first row stands in the viewport."""
        block, offset = self.firstVisibleBlock(), self.contentOffset()
        bottom = self.viewport().height()
        row = self.fontMetrics().lineSpacing()
        while block.isValid():
            box = self.blockBoundingGeometry(block).translated(offset)
            if box.top() > bottom:
                return
            if block.isVisible():
                yield block, QRect(0, round(box.top()), self.viewport().width(), row)
            block = block.next()

    def height_of(self, block: QTextBlock) -> float:
        """Return how high a line is with all the rows it is wrapped into."""
        return self.blockBoundingRect(block).height()

    def line(self) -> int:
        """Return the number of the line the cursor is at."""
        return self.textCursor().blockNumber() + 1

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_margin()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        row = self._current_row()
        if row.intersects(QRectF(event.rect())):
            painter.fillRect(row, self._theme.color("canvas"))
        painter.end()
        super().paintEvent(event)

    def _current_row(self) -> QRectF:
        box = self.blockBoundingGeometry(self.textCursor().block()).translated(self.contentOffset())
        return QRectF(0, box.top(), self.viewport().width(), box.height())

    def _font(self) -> QFont:
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(self._theme.px(scale.BODY - 1))
        return font

    @Slot()
    def _dress(self) -> None:
        font = self._font()
        self.setFont(font)
        self.document().setDefaultFont(font)
        self._make_room()
        self.viewport().update()

    @Slot()
    def _make_room(self) -> None:
        self.setViewportMargins(self.margin.wanted_width(), 0, 0, 0)
        self._place_margin()

    def _place_margin(self) -> None:
        box = self.contentsRect()
        self.margin.setGeometry(QRect(box.left(), box.top(), self.margin.wanted_width(), box.height()))

    @Slot(QRect, int)
    def _on_update(self, box: QRect, moved: int) -> None:
        if moved:
            self.margin.scroll(0, moved)
        else:
            self.margin.update(0, box.y(), self.margin.width(), box.height())

    @Slot()
    def _on_cursor(self) -> None:
        self.viewport().update()
        self.margin.update()

    @Slot(int, int, int)
    def _on_contents(self, position: int, _removed: int, _added: int) -> None:
        document = self.document()
        if document.revision() == self._revision:
            return
        self._revision = document.revision()
        came = document.blockCount() - self._blocks
        if came:
            self._blocks += came
            self.findings.shift(document.findBlock(position).blockNumber() + 1, came)
        self.typed.emit()
