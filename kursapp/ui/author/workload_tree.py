"""What each part of a course takes, as a tree: days, their sessions, and the pages of these."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from kursapp.services.workload import CourseLoad, Load, ModuleLoad, SessionLoad
from kursapp.ui.author.load_words import against_target, minutes_words, target_words
from kursapp.ui.i18n import _
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme

AnyIndex = QModelIndex | QPersistentModelIndex
NAME, READING, EXERCISES, TAKES, SAYS, AGAINST, BAR = range(7)
LOAD_ROLE = Qt.ItemDataRole.UserRole + 1
PLACE_ROLE = Qt.ItemDataRole.UserRole + 2
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
NARROW = 900
NARROWER = 720
"""Logical pixels at 100 % below which no bars are shown, and below which only the sums are."""
_BAR_WIDTH = 160
_BAR_HEIGHT = 12


class WorkloadTree(QTreeWidget):
    """Enter, or a double click, asks for the place in the text: ``place_wanted`` carries a file and the id of a page.

    The id is empty for a session. ``bars_shown`` tells whether there is room for the bars.
    """

    place_wanted = Signal(str, str)
    bars_shown = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.longest = 1.0
        self.setAccessibleName(_("Tid for hver del av kurset"))
        heads = (_("Del"), _("Lesing"), _("Oppgaver"), _("Til sammen"), _("Mål"), _("Mot målet"), _("Fordeling"))
        self.setHeaderLabels(list(heads))
        self.setUniformRowHeights(True)
        self.setAlternatingRowColors(True)
        self.setItemDelegateForColumn(BAR, _Bars(theme, self))
        for column in (READING, EXERCISES, TAKES, SAYS):
            self.headerItem().setTextAlignment(column, _RIGHT)
        head = self.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        self.itemActivated.connect(self._on_activated)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The names come first: where there is little room, what the sum is made of goes.
        self.setColumnHidden(BAR, self.width() < self._theme.px(NARROW))
        self.bars_shown.emit(not self.isColumnHidden(BAR))
        for column in (READING, EXERCISES):
            self.setColumnHidden(column, self.width() < self._theme.px(NARROWER))

    def show_load(self, load: CourseLoad) -> None:
        """Show what a course takes; what was folded stays so."""
        before = [self.topLevelItem(row) for row in range(self.topLevelItemCount())]
        folded = {item.text(NAME) for item in before if item is not None and not item.isExpanded()}
        self.clear()
        loads = [session.load for module in load.modules for session in module.sessions]
        self.longest = max([1, *(each.takes for each in loads), *(each.says for each in loads)])
        for module in load.modules:
            item = self._module(module)
            self.addTopLevelItem(item)
            item.setExpanded(module.title not in folded)

    def _module(self, module: ModuleLoad) -> QTreeWidgetItem:
        item = self._row(module.title, module.load)
        font = self._theme.font(weight=scale.SEMIBOLD)
        for column in range(self.columnCount()):
            item.setFont(column, font)
        item.addChildren([self._session(session) for session in module.sessions])
        return item

    def _session(self, session: SessionLoad) -> QTreeWidgetItem:
        item = self._row(session.title, session.load, session.file)
        item.setData(BAR, LOAD_ROLE, session.load)
        for page in session.pages:
            item.addChild(self._row(page.title, page.load, session.file, page.id))
        return item

    def _row(self, name: str, load: Load, file: str = "", page: str = "") -> QTreeWidgetItem:
        says = "" if page else target_words(load)
        takes = minutes_words(load.takes)
        texts = (name, minutes_words(load.reading), minutes_words(load.exercises), takes, says, against_target(load))
        item = QTreeWidgetItem(list(texts))
        for column in (READING, EXERCISES, TAKES, SAYS):
            item.setTextAlignment(column, _RIGHT)
        aimed_at = _("mål {says}").format(says=says) if says else ""
        said = [text for text in (name, takes, aimed_at, texts[AGAINST]) if text]
        item.setData(NAME, Qt.ItemDataRole.AccessibleTextRole, ", ".join(said))
        item.setData(NAME, PLACE_ROLE, (file, page))
        if load.is_off:
            item.setIcon(AGAINST, self._theme.icon("triangle-alert", "warning", 16))
        return item

    @Slot(QTreeWidgetItem)
    def _on_activated(self, item: QTreeWidgetItem) -> None:
        file, page = item.data(NAME, PLACE_ROLE)
        if file:
            self.place_wanted.emit(file, page)


class _Bars(QStyledItemDelegate):
    """Draws what is read and what is done of a session, on one scale for all, and a line where its target is."""

    def __init__(self, theme: Theme, tree: WorkloadTree) -> None:
        super().__init__(tree)
        self._theme, self._tree = theme, tree

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(self._theme.px(_BAR_WIDTH), super().sizeHint(option, index).height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        super().paint(painter, option, index)
        load = index.data(LOAD_ROLE)
        if load is None:
            return
        box = QRectF(option.rect).adjusted(scale.S8, 0, -scale.S8, 0)
        height = self._theme.px(_BAR_HEIGHT)
        top = box.center().y() - height / 2
        unit = box.width() / self._tree.longest
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("border"), 1))
        reading = QRectF(box.left(), top, load.reading * unit, height)
        doing = QRectF(reading.right(), top, load.exercises * unit, height)
        for part, token in ((reading, "primary"), (doing, "primary_subtle")):
            painter.setBrush(self._theme.color(token))
            if part.width() > 0:
                painter.drawRect(part)
        if load.says:
            at = box.left() + load.says * unit
            painter.setPen(QPen(self._theme.color("text"), 2))
            painter.drawLine(int(at), int(top) - scale.S4, int(at), int(top + height) + scale.S4)
        painter.restore()
