"""Ctrl+K: one field that finds any course, day, session, page and command."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Slot,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListView,
    QMainWindow,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from kursapp.ui.i18n import _
from kursapp.ui.palette_entries import Entry, entries, everywhere, matching
from kursapp.ui.parts import Parts
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.text import label

PALETTE_WIDTH = 640
TOP = 72
ROWS_SEEN = 8
WHERE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class EntryModel(QAbstractListModel):
    """The entries found, as a list view and a screen reader see them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []

    def show_entries(self, found: list[Entry]) -> None:
        """Show what was found."""
        self.beginResetModel()
        self._entries = found
        self.endResetModel()

    def entry(self, row: int) -> Entry | None:
        """Return the entry of a row."""
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entry(index.row())
        if entry is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.name
        if role == WHERE:
            return entry.where
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{entry.name}, {entry.where}" if entry.where else entry.name
        return None


class EntryDelegate(QStyledItemDelegate):
    """Draws a row: the name from the left, and muted from the right where it is; both shortened where they must be."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._theme.px(scale.ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        frame: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(frame, self._theme.color("primary_subtle"))
            painter.fillRect(QRect(frame.left(), frame.top(), 3, frame.height()), self._theme.color("primary"))
        inner = frame.adjusted(scale.S16, 0, -scale.S16, 0)
        where = self._shown(index.data(WHERE), scale.META, inner.width() * 2 // 5)
        room = inner.width() - self._width(where, scale.META) - scale.S16
        name = self._shown(index.data(), scale.BODY, room)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self._write(painter, inner, name, scale.BODY, "on_primary_subtle" if chosen else "text", left)
        self._write(painter, inner, where, scale.META, "on_primary_subtle" if chosen else "muted", right)
        painter.restore()

    def _metrics(self, size: int) -> QFontMetrics:
        return QFontMetrics(self._theme.font(size))

    def _width(self, text: str, size: int) -> int:
        return self._metrics(size).horizontalAdvance(text)

    def _shown(self, text: str, size: int, room: int) -> str:
        return self._metrics(size).elidedText(text, Qt.TextElideMode.ElideRight, room)

    def _write(
        self, painter: QPainter, frame: QRect, text: str, size: int, token: str, where: Qt.AlignmentFlag
    ) -> None:
        painter.setFont(self._theme.font(size))
        painter.setPen(self._theme.color(token))
        painter.drawText(frame, where, text)


class Palette(QFrame):
    """Stands over the window until something is chosen, Esc is pressed or the focus goes elsewhere."""

    def __init__(self, parts: Parts, window: QMainWindow) -> None:
        super().__init__(window)
        self.setObjectName("palette")
        self._window = window
        self._theme = parts.theme
        self._before = QApplication.focusWidget()
        self._parts = parts
        self._every = entries(parts)
        self.field = QLineEdit()
        self.model = EntryModel(self)
        self.list = QListView()
        self._nothing = label(_("Ingen treff. Prøv et annet ord."), "muted")
        self._build()
        self._on_text("")
        window.installEventFilter(self)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)

    def _build(self) -> None:
        prompt = _("Søk etter kurs, dag, side eller kommando")
        self.field.setProperty("noRing", True)
        self.field.setPlaceholderText(prompt)
        self.field.setAccessibleName(prompt)
        self.field.textChanged.connect(self._on_text)
        self.field.installEventFilter(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(EntryDelegate(self._theme, self))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(_("Treff"))
        self.list.clicked.connect(self._on_clicked)
        self._nothing.setContentsMargins(scale.S16, scale.S12, scale.S16, scale.S12)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, scale.S4)
        layout.setSpacing(0)
        for widget in (self.field, self.list, self._nothing):
            layout.addWidget(widget)

    def appear(self) -> None:
        """Show the field over the window and give it the keyboard."""
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _place(self) -> None:
        width = min(self._theme.px(PALETTE_WIDTH), self._window.width() - 2 * scale.S24)
        self.setFixedWidth(width)
        self.list.setFixedHeight(min(self._theme.px(scale.ROW) * ROWS_SEEN, self._window.height() - 3 * TOP))
        self.move((self._window.width() - width) // 2, TOP)
        self.adjustSize()

    @Slot(str)
    def _on_text(self, text: str) -> None:
        found = [*matching(self._every, text), *everywhere(self._parts, text)]
        self.model.show_entries(found)
        self.list.setVisible(bool(found))
        self._nothing.setVisible(not found)
        self.list.setCurrentIndex(self.model.index(0, 0))
        self.adjustSize()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() is QEvent.Type.Resize:
            self._place()
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._on_key(event.key())
        return super().eventFilter(watched, event)

    def _on_key(self, key: int) -> bool:
        steps: dict[int, int] = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: ROWS_SEEN,
            Qt.Key.Key_PageUp: -ROWS_SEEN,
        }
        if key in steps:
            self._step(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.list.currentIndex().row())
        elif key == Qt.Key.Key_Escape:
            self._vanish(give_back=True)
        else:
            return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        return True

    def _step(self, step: int) -> None:
        last = self.model.rowCount() - 1
        row = max(0, min(last, self.list.currentIndex().row() + step))
        self.list.setCurrentIndex(self.model.index(row, 0))
        entry = self.model.entry(row)
        if entry is not None:
            announce(self.list, f"{entry.name}, {entry.where}")

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self._choose(index.row())

    def _choose(self, row: int) -> None:
        entry = self.model.entry(row)
        if entry is not None:
            self._vanish(give_back=True)
            entry.act()

    @Slot(QWidget, QWidget)
    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self.isVisible() and new is not None and new is not self.field:
            self._vanish(give_back=False)

    def _vanish(self, *, give_back: bool) -> None:
        self.hide()
        self._window.removeEventFilter(self)
        if give_back and self._before is not None:
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.deleteLater()
