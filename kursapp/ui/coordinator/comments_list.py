"""The queue of comments: one line or two of each, with what has been done to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from kursapp.services.cohort_cards import CommentEntry
from kursapp.ui.i18n import _
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme

LONGEST = 120
SIDE = 12
"""What a row's style keeps free on either side, with a little to spare."""
TALLEST = 10_000
_WRAPPED = int(Qt.TextFlag.TextWordWrap)
ENTRY_ROLE = Qt.ItemDataRole.UserRole


class CommentList(QListWidget):
    """Comments sorted by text; ``chosen`` tells which one is looked at, by id."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._room = 0
        self.setAccessibleName(_("Kommentarer"))
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAlternatingRowColors(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.currentItemChanged.connect(self._on_current)
        theme.changed.connect(self._measure)

    def show_entries(self, entries: Sequence[CommentEntry], current: str) -> None:
        """Show these comments with ``current`` chosen, or the first where it is not among them."""
        self.blockSignals(True)
        self.clear()
        give_height = self._measured()
        for entry in entries:
            item = QListWidgetItem()
            _fill(item, entry)
            # Before the list has it: one that does not know its height is measured by Qt first.
            give_height(item)
            self.addItem(item)
        rows = [row for row, entry in enumerate(entries) if entry.id == current]
        self.setCurrentRow(rows[0] if rows else 0)
        self.blockSignals(False)

    def show_entry(self, entry: CommentEntry) -> None:
        """Show what has become of one comment."""
        for row in range(self.count()):
            item = self.item(row)
            if item.data(ENTRY_ROLE) == entry.id:
                _fill(item, entry)
                self._measured()(item)

    def current(self) -> str:
        """Return the id of the comment chosen; empty where there is none."""
        row = self.currentRow()
        return str(self.item(row).data(ENTRY_ROLE)) if row >= 0 else ""

    def step(self, step: int) -> None:
        """Go ``step`` comments on, and stop at the ends."""
        if self.count():
            self.setCurrentRow(min(max(self.currentRow() + step, 0), self.count() - 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._width() != self._room:
            self._measure()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(160))

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(320), self._theme.px(240))

    @Slot()
    def _measure(self) -> None:
        give_height = self._measured()
        for row in range(self.count()):
            give_height(self.item(row))

    def _measured(self) -> Callable[[QListWidgetItem], None]:
        """Return what gives a row the height its words need in the room there is now.

        Qt counts on more width than the style sheet leaves them, and cuts what is then too long.
        """
        self._room = self._width()
        return partial(_give_height, self.fontMetrics(), QRect(0, 0, self._room, TALLEST))

    def _width(self) -> int:
        """Return the width words have, with room for the scroll bar: all would be measured again when it appears."""
        bar = self.verticalScrollBar().sizeHint().width()
        return max(1, self.width() - 2 * self.frameWidth() - bar - 2 * SIDE)

    @Slot()
    def _on_current(self) -> None:
        if self.current():
            self.chosen.emit(self.current())


def _give_height(metrics: QFontMetrics, room: QRect, item: QListWidgetItem) -> None:
    words = metrics.boundingRect(room, _WRAPPED, item.text())
    item.setSizeHint(QSize(room.width(), words.height() + 2 * scale.S8))


def _fill(item: QListWidgetItem, entry: CommentEntry) -> None:
    marks = [*entry.tags, *([_("Sitat")] if entry.chosen else ())]
    text = " ".join(entry.shown.split())
    short = text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"
    item.setData(ENTRY_ROLE, entry.id)
    item.setText("\n".join([short, " · ".join(marks)]) if marks else short)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, ". ".join([text, *marks]))
