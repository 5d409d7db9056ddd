"""A plain text with colours, line numbers, a margin for findings, and a line one sees one is at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMimeData, QRect, QRectF, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QWidget

from kursapp.ui.author.editor.highlighter import Highlighter
from kursapp.ui.author.editor.margin import Margin
from kursapp.ui.author.editor.marks import Marks
from kursapp.ui.author.editor.places import from_document
from kursapp.ui.author.editor.sheet import Sheet
from kursapp.ui.author.editor.smart_keys import take_key
from kursapp.ui.author.editor.table_keys import put_in_line, table_at
from kursapp.ui.i18n import _
from kursapp.ui.theme.theme import Theme

TakeKey = Callable[[QKeyEvent], bool]
TakeMime = Callable[[QMimeData], bool]
AddToMenu = Callable[[QMenu, QTextCursor], None]


class CodeEdit(QPlainTextEdit):
    """Where one writes. It shows one sheet at a time; ``show_sheet`` swaps them.

    Others add to it: ``before_key`` are asked before a key is typed, the first that takes it keeps it; ``take_mime``
    is asked before something is pasted or dropped; ``add_menu`` puts more into the menu of the right button.
    """

    typed = Signal()
    """The words changed, whoever changed them. Colours are no change."""
    finding_line_chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._menus: list[AddToMenu] = []
        self.before_key: list[TakeKey] = []
        self._marked_line = 0
        self._table: QTextCursor | None = None
        self.take_mime: TakeMime | None = None
        self.findings = Marks()
        self.sheet = self.new_sheet("")
        self.margin = Margin(self, theme)
        self.colours = Highlighter(self, theme)
        self.setAccessibleName(_("Kurstekst"))
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self._put(self.sheet)
        self.blockCountChanged.connect(self._make_room)
        self.updateRequest.connect(self._on_update)
        self.cursorPositionChanged.connect(self._on_cursor)
        self.margin.line_clicked.connect(self.finding_line_chosen)
        theme.changed.connect(self._dress)
        self._dress()

    def new_sheet(self, text: str) -> Sheet:
        """Make a sheet of a text, with no step to undo."""
        return Sheet(text, self._theme.mono(), self)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show another sheet, with its own steps to undo, from its beginning."""
        self.sheet.changed.disconnect(self.colours.on_changed)
        self.sheet.changed.disconnect(self._on_changed)
        self._put(sheet)

    def _put(self, sheet: Sheet) -> None:
        self.sheet = sheet
        if sheet.defaultFont() != self.font():
            sheet.setDefaultFont(self.font())
        self.setDocument(sheet)
        self._marked_line = 0
        # The colours come first: whoever hears that something was typed sees it as it will be painted.
        sheet.changed.connect(self.colours.on_changed)
        sheet.changed.connect(self._on_changed)
        self._make_room()
        self.colours.colour_seen()

    @contextmanager
    def staying(self) -> Iterator[None]:
        """Keep what is seen where it is on screen while lines come and go above it."""
        top = QTextCursor(self.firstVisibleBlock())
        # What is put in just before the first line seen belongs above it.
        top.setKeepPositionOnInsert(False)
        rows = self.verticalScrollBar().value() - top.block().firstLineNumber()
        yield
        self.verticalScrollBar().setValue(top.block().firstLineNumber() + rows)

    def add_menu(self, add: AddToMenu) -> None:
        """Let somebody put more into the menu of the right button, at its top, for the place that was clicked."""
        self._menus.append(add)

    def lines_on_screen(self) -> Iterator[tuple[QTextBlock, QRect]]:
        """Yield the lines one sees now, each with where its first row stands in the viewport."""
        block, offset = self.firstVisibleBlock(), self.contentOffset()
        bottom = self.viewport().height()
        row = self.fontMetrics().lineSpacing()
        while block.isValid():
            box = self.blockBoundingGeometry(block).translated(offset)
            if box.top() > bottom:
                return
            yield block, QRect(0, round(box.top()), self.viewport().width(), row)
            block = block.next()

    def height_of(self, block: QTextBlock) -> float:
        """Return how high a line is with all the rows it is wrapped into."""
        return self.blockBoundingRect(block).height()

    def line(self) -> int:
        """Return the number of the line the cursor is at."""
        return self.textCursor().blockNumber() + 1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.sheet.finish()
        if self.isReadOnly():
            super().keyPressEvent(event)
            return
        before = self.sheet.revision()
        taken = any(take(event) for take in self.before_key)
        if not taken and not take_key(self, event):
            super().keyPressEvent(event)
        if self.sheet.revision() != before:
            self._note_table(event)

    def _note_table(self, event: QKeyEvent) -> None:
        """Remember a table that a key changed, to put its columns in line when one leaves it. A step back is kept."""
        back = event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
        in_table = not back and table_at(self.textCursor().block()) is not None
        self._table = self.textCursor() if in_table else None

    def _leave_table(self) -> None:
        table, here = self._table, self.textCursor()
        if table is None or table.document() is not self.sheet:
            self._table = None
            return
        rows, now = table_at(table.block()), table_at(here.block())
        if rows is not None and now is not None and rows.first == now.first:
            return
        self._table = None
        put_in_line(self.sheet, table.blockNumber())

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.sheet.finish()
        super().inputMethodEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasImage() or source.hasUrls() or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.sheet.finish()
        if self.take_mime is None or not self.take_mime(source):
            super().insertFromMimeData(source)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy what is chosen as it is in the file: Qt would make no-break spaces plain."""
        copied = QMimeData()
        copied.setText(from_document(self.textCursor().selectedText()))
        return copied

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        for add in self._menus:
            add(menu, self.cursorForPosition(event.pos()))
        if not menu.isEmpty():
            menu.addSeparator()
        usual = self.createStandardContextMenu()
        menu.addActions(usual.actions())
        menu.exec(event.globalPos())
        usual.deleteLater()
        menu.deleteLater()

    def resizeEvent(self, event: QResizeEvent) -> None:
        was_seen = 0 <= self.cursorRect().top() < event.oldSize().height()
        super().resizeEvent(event)
        self._place_margin()
        self.colours.colour_seen()
        if was_seen:
            self.ensureCursorVisible()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.colours.colour_seen()

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

    @Slot()
    def _dress(self) -> None:
        was_seen = 0 <= self.cursorRect().top() < self.viewport().height()
        font = self._theme.mono()
        self.setFont(font)
        self.sheet.setDefaultFont(font)
        self._make_room()
        self.viewport().update()
        if was_seen:
            self.ensureCursorVisible()

    @Slot()
    def _make_room(self) -> None:
        wide = self.margin.wanted_width()
        if self.viewportMargins().left() != wide:
            self.setViewportMargins(wide, 0, 0, 0)
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
        here = self.textCursor().blockNumber()
        if here != self._marked_line:
            self._marked_line = here
            self.viewport().update()
            self.margin.update()
        if self._table is not None:
            self._leave_table()

    @Slot(int, int, int)
    def _on_changed(self, first: int, gone: int, came: int) -> None:
        if came != gone:
            self.findings.shift(first + 1, came - gone)
        self.typed.emit()
