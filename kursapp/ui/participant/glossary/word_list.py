"""The words of the dictionary, under their letters or the best first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QWidget

from kursapp.domain.glossary import Headword
from kursapp.ui.i18n import _
from kursapp.ui.palette import WHERE, EntryDelegate
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex


class WordModel(QAbstractListModel):
    """Rows are headwords, and the letters they stand under where they are in order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Headword | str] = []

    def show_words(self, words: Sequence[Headword], *, under_letters: bool) -> None:
        """Show these words."""
        self.beginResetModel()
        self._rows = []
        letter = ""
        for word in words:
            if under_letters and word.letter != letter:
                letter = word.letter
                self._rows.append(letter)
            self._rows.append(word)
        self.endResetModel()

    def word(self, row: int) -> Headword | None:
        """Return the headword of a row, None for a letter's."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found if isinstance(found, Headword) else None

    def row_of(self, word: str) -> int:
        """Return the row of a word as any course writes it, -1 where it is not shown."""
        rows = enumerate(self._rows)
        return next((row for row, each in rows if isinstance(each, Headword) and each.has(word)), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        # A letter is no stop for the arrow keys.
        return super().flags(index) if self.word(index.row()) is not None else Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if isinstance(row, str):
            return row if role == Qt.ItemDataRole.DisplayRole else None
        others = " · ".join(row.others)
        if role == Qt.ItemDataRole.DisplayRole:
            return row.word
        if role == WHERE:
            return others
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{row.word} ({others})" if others else row.word
        return None


class _WordDelegate(EntryDelegate):
    """A word with its other languages, or a letter over the words that begin with it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if index.data(WHERE) is not None:
            super().paint(painter, option, index)
            return
        frame: QRect = option.rect
        painter.save()
        low = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        self._write(painter, frame.adjusted(scale.S16, 0, 0, -scale.S8), str(index.data()), scale.META, "accent", low)
        painter.setPen(self._theme.color("hairline"))
        painter.drawLine(frame.left() + scale.S16, frame.bottom() - 2, frame.right() - scale.S16, frame.bottom() - 2)
        painter.restore()


class WordList(QListView):
    """``picked`` when another word is the current one, ``opened`` when Enter or a click asks for it."""

    picked = Signal(object)
    opened = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = WordModel(self)
        self.setObjectName("wordList")
        self.setAccessibleName(_("Ord"))
        self.setModel(self.words)
        self.setItemDelegate(_WordDelegate(theme, self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.activated.connect(self._on_activated)
        self.clicked.connect(self._on_activated)
        theme.changed.connect(self._on_theme)

    def show_words(self, words: Sequence[Headword], keep: str, *, under_letters: bool) -> None:
        """Show these words; the current one stays where it is among them, otherwise it is the first."""
        self.words.show_words(words, under_letters=under_letters)
        row = self.words.row_of(keep)
        if row < 0:
            row = next((row for row in range(self.words.rowCount()) if self.words.word(row) is not None), -1)
        self.choose(row)
        if row < 0:
            self.picked.emit(None)

    def choose(self, row: int) -> None:
        """Make a row the current one, and bring it into view."""
        index = self.words.index(row, 0)
        self.setCurrentIndex(index)
        if row <= 1:
            # The letter above the first word belongs to it.
            self.scrollToTop()
        else:
            self.scrollTo(index)

    def step(self, step: int) -> None:
        """Go ``step`` words on or back."""
        rows = [row for row in range(self.words.rowCount()) if self.words.word(row) is not None]
        if rows:
            here = self.currentIndex().row()
            at = rows.index(here) if here in rows else 0
            self.choose(rows[max(0, min(at + step, len(rows) - 1))])

    def word(self) -> Headword | None:
        """Return the current word."""
        return self.words.word(self.currentIndex().row())

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, index: QModelIndex, _before: QModelIndex) -> None:
        self.picked.emit(self.words.word(index.row()))

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        if self.words.word(index.row()) is not None:
            self.opened.emit()

    @Slot()
    def _on_theme(self) -> None:
        self.scheduleDelayedItemsLayout()
