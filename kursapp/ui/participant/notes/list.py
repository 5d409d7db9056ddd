"""The list of notes: as long as it may be, only what is seen is drawn."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from kursapp.services.notebook import NoteRow
from kursapp.ui.i18n import _
from kursapp.ui.participant.notes.words import main_words, meta_words, other_words, spoken
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
LONGEST = 400
"""Characters of a line that are measured: no row shows more."""
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class NoteModel(QAbstractListModel):
    """The notes shown, as a list view and a screen reader see them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[NoteRow] = []

    def show_rows(self, rows: list[NoteRow]) -> None:
        """Show other notes."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rows(self) -> tuple[NoteRow, ...]:
        """Return the notes shown, in order."""
        return tuple(self._rows)

    def change(self, row: NoteRow) -> bool:
        """Show what has become of one note; say whether it is among those shown."""
        at = next((number for number, each in enumerate(self._rows) if each.note.id == row.note.id), -1)
        if at < 0:
            return False
        self._rows[at] = row
        self.dataChanged.emit(self.index(at), self.index(at))
        return True

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken(row)
        return None


class NoteDelegate(QStyledItemDelegate):
    """Draws a note in three lines, with a band in the colour of its highlight; the colour is said in words too."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def height(self) -> int:
        """Return how high every row is."""
        return round(self._line(scale.BODY) + 2 * self._line(scale.META)) + 2 * scale.S8

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: NoteRow = index.data(ROW)
        frame: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        theme = self._theme
        painter.save()
        if chosen:
            painter.fillRect(frame, theme.color("primary_subtle"))
            painter.fillRect(QRect(frame.left(), frame.top(), 3, frame.height()), theme.color("primary"))
        painter.fillRect(QRect(frame.left(), frame.bottom(), frame.width(), 1), theme.color("hairline"))
        self._paint_band(painter, frame.adjusted(scale.S8, scale.S8, 0, -scale.S8), row)
        inner = frame.adjusted(scale.S24, scale.S8, -scale.S12, -scale.S8)
        ink, quiet = ("on_primary_subtle",) * 2 if chosen else ("text", "muted")
        lines = (
            (main_words(row), scale.BODY, ink),
            (other_words(row), scale.META, ink),
            (meta_words(row), scale.META, quiet),
        )
        top = inner.top()
        for words, size, token in lines:
            if words:
                line = QRect(inner.left(), top, inner.width(), round(self._line(size)))
                self._write(painter, line, words, size, token)
                top = line.bottom() + 1
        painter.restore()

    def _paint_band(self, painter: QPainter, frame: QRect, row: NoteRow) -> None:
        band = QRect(frame.left(), frame.top(), 8, frame.height())
        colour = row.note.colour
        painter.setPen(self._theme.color(f"mark_{colour}_line" if colour else "border"))
        painter.setBrush(self._theme.color(f"mark_{colour}" if colour else "surface"))
        painter.drawRoundedRect(band, 2, 2)

    def _line(self, size: int) -> float:
        return self._theme.metrics(size).lineSpacing()

    def _write(self, painter: QPainter, line: QRect, words: str, size: int, token: str) -> None:
        shown = self._theme.metrics(size).elidedText(words[:LONGEST], Qt.TextElideMode.ElideRight, line.width())
        painter.setFont(self._theme.font(size))
        painter.setPen(self._theme.color(token))
        painter.drawText(line, _LEFT, shown)


class NoteList(QTableView):
    """``chosen`` tells which note is looked at (None: none), ``opened`` that it is to be opened, ``thrown`` away.

    A table of one column: a list view would ask for each of 50,000 rows before it shows the first.
    """

    chosen = Signal(object)
    opened = Signal()
    thrown = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.notes = NoteModel(self)
        self.setModel(self.notes)
        self._delegate = NoteDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self._set_up()
        self.selectionModel().currentChanged.connect(self._on_current)
        self.doubleClicked.connect(self.opened)
        theme.changed.connect(self._on_theme)
        self._on_theme()

    def _set_up(self) -> None:
        self.setAccessibleName(_("Notater"))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setStretchLastSection(True)
        for header in (self.verticalHeader(), self.horizontalHeader()):
            header.hide()

    def show_rows(self, rows: list[NoteRow], current: str) -> None:
        """Show these notes with ``current`` chosen; where it is gone, what stands in its place."""
        before = self.currentIndex().row()
        self.notes.show_rows(rows)
        at = next((number for number, row in enumerate(rows) if row.note.id == current), -1)
        at = at if at >= 0 else min(max(before, 0), len(rows) - 1)
        if rows:
            self.setCurrentIndex(self.notes.index(at))
            self.scrollTo(self.currentIndex())
        else:
            self.chosen.emit(None)

    def change_row(self, row: NoteRow) -> bool:
        """Show what has become of one note; say whether it is the one chosen."""
        current = self.current()
        return self.notes.change(row) and current is not None and current.note.id == row.note.id

    def current(self) -> NoteRow | None:
        """Return the note chosen."""
        row: NoteRow | None = self.currentIndex().data(ROW)
        return row

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(220), self._theme.px(160))

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(380), self._theme.px(240))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current() is not None:
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete and self.current() is not None:
            self.thrown.emit()
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and self.notes.rowCount():
            # In a table these go along the row.
            self.setCurrentIndex(self.notes.index(0 if event.key() == Qt.Key.Key_Home else self.notes.rowCount() - 1))
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_current(self) -> None:
        self.chosen.emit(self.current())

    @Slot()
    def _on_theme(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._delegate.height())
