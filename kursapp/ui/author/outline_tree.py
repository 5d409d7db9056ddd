"""The outline as a tree one can walk with the keys, and drag in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPoint, QPointF, QRect, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from kursapp.ui.author.outline_nodes import Kind, Node
from kursapp.ui.author.outline_rows import HERE, NODE, AnyIndex, OutlineRows
from kursapp.ui.i18n import _
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme


class _Change(NamedTuple):
    """What happens to the lines at once: those that go, each with whether it was open, and those that come."""

    gone: dict[tuple[str, str, str], bool]
    new: dict[tuple[str, str, str], QStandardItem]


class OutlineTree(QTreeView):
    """``chosen(Node)``: Enter or a click. ``menu_wanted(Node, point)``: on the screen. ``dropped(Node, Node, str)``:

    one line dropped ``before``, ``after`` or ``on`` another.
    """

    chosen = Signal(object)
    menu_wanted = Signal(object, object)
    dropped = Signal(object, object, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines = QStandardItemModel(self)
        self._items: dict[tuple[str, str, str], QStandardItem] = {}
        self._shown: tuple[Node, ...] = ()
        self._here: QStandardItem | None = None
        self.setAccessibleName(_("Innhold i kurset"))
        self.setModel(self._lines)
        self.setItemDelegate(OutlineRows(theme, self))
        self.setHeaderHidden(True)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.clicked.connect(self._on_clicked)
        theme.changed.connect(self._fit)
        self._fit()

    # What is shown -----------------------------------------------------------------------------

    def show_nodes(self, nodes: Sequence[Node]) -> None:
        """Show other lines. Only what differs is touched: what was open stays open, what was chosen stays chosen."""
        nodes = tuple(nodes)
        if nodes == self._shown:
            return
        current = self.current()
        here = self._here.data(NODE).key if self._here is not None else None
        held = self.verticalScrollBar().value()
        self._here = None
        change = _Change({}, {})
        self._follow(self._lines.invisibleRootItem(), self._shown, nodes, change)
        self._settle(change)
        self._shown = nodes
        if here in self._items:
            self._mark(self._items[here])
        if current is not None and current.key in self._items:
            self.setCurrentIndex(self._items[current.key].index())
        self.verticalScrollBar().setValue(held)

    def _follow(self, above: QStandardItem, old: Sequence[Node], new: Sequence[Node], change: _Change) -> None:
        """Let the lines under ``above`` become others: those at both ends that are the same are left alone."""
        first = 0
        while first < min(len(old), len(new)) and old[first] == new[first]:
            first += 1
        last = 0
        while last < min(len(old), len(new)) - first and old[-1 - last] == new[-1 - last]:
            last += 1
        before, after = old[first : len(old) - last], new[first : len(new) - last]
        if [node.key for node in before] == [node.key for node in after]:
            for at, (was, node) in enumerate(zip(before, after, strict=True), start=first):
                item = above.child(at)
                _dress(item, node)
                self._follow(item, was.children, node.children, change)
            return
        for at in range(first, first + len(before)):
            for key, item in self._keys(above.child(at)):
                change.gone[key] = self.isExpanded(item.index())
        above.removeRows(first, len(before))
        for at, node in enumerate(after, start=first):
            item = _line(node)
            above.insertRow(at, [item])
            change.new.update(self._keys(item))

    def _settle(self, change: _Change) -> None:
        """Keep the list of lines right, and open what was open; a module nobody has seen yet is open."""
        for key in change.gone:
            self._items.pop(key, None)
        self._items.update(change.new)
        for key, item in change.new.items():
            if change.gone.get(key, item.data(NODE).kind is Kind.MODULE):
                self.setExpanded(item.index(), True)

    def _keys(self, item: QStandardItem) -> Iterator[tuple[tuple[str, str, str], QStandardItem]]:
        yield item.data(NODE).key, item
        for at in range(item.rowCount()):
            yield from self._keys(item.child(at))

    def show_here(self, key: tuple[str, str, str]) -> None:
        """Mark the line one writes in, and let it be seen; nothing is chosen by it."""
        item = self._items.get(key)
        if item is self._here:
            return
        if self._here is not None:
            self._here.setData(False, HERE)
            self._here = None
        if item is not None:
            self._mark(item)
            above = item.index().parent()
            while above.isValid():
                self.setExpanded(above, True)
                above = above.parent()
            if not self.hasFocus():
                self.setCurrentIndex(item.index())
            self.scrollTo(item.index())

    def show_file(self, file: str) -> None:
        """Mark the line of a whole file."""
        nodes = (item.data(NODE) for item in self._items.values())
        keys = (node.key for node in nodes if node.file == file and node.kind in (Kind.FILE, Kind.SESSION, Kind.LOOSE))
        self.show_here(next(keys, ("", "", "")))

    def _mark(self, item: QStandardItem) -> None:
        item.setData(True, HERE)
        self._here = item

    # What is chosen ----------------------------------------------------------------------------

    def current(self) -> Node | None:
        """Return the line the keyboard is on; where it is on none, the one that is written in."""
        index = self.currentIndex()
        if index.isValid():
            return self._node(index)
        return self._here.data(NODE) if self._here is not None else None

    def choose(self, key: tuple[str, str, str]) -> None:
        """Put the keyboard on a line."""
        if key in self._items:
            self.setCurrentIndex(self._items[key].index())
            self.scrollTo(self._items[key].index())

    def _node(self, index: AnyIndex) -> Node | None:
        node = index.data(NODE)
        return node if isinstance(node, Node) else None

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        node = self._node(index)
        if node is not None:
            self.chosen.emit(node)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        node = self.current()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and node is not None:
            self.chosen.emit(node)
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_keys = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_keys else self.indexAt(event.pos())
        node = self._node(index)
        if node is None:
            return
        self.setCurrentIndex(index)
        point = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft()) if by_keys else event.globalPos()
        self.menu_wanted.emit(node, point)

    def drawBranches(self, painter: QPainter, rect: QRect, index: AnyIndex) -> None:
        """Draw only whether a line is open: a band of colour before its words would say nothing."""
        if not self._lines.hasChildren(index):
            return
        side = min(self.indentation(), rect.width())
        mark = self._theme.pixmap("chevron-down" if self.isExpanded(index) else "chevron-right", "muted", scale.S12)
        size = mark.deviceIndependentSize()
        left = rect.right() - side + (side - size.width()) / 2
        painter.drawPixmap(QPointF(left, rect.center().y() - size.height() / 2), mark)

    # Dragging ----------------------------------------------------------------------------------

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        if event.source() is not self:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        point = event.position().toPoint()
        side = {
            QAbstractItemView.DropIndicatorPosition.AboveItem: "before",
            QAbstractItemView.DropIndicatorPosition.BelowItem: "after",
            QAbstractItemView.DropIndicatorPosition.OnItem: "on",
        }.get(self.dropIndicatorPosition(), "")
        # The lines move when the course has: the tree itself moves none.
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if event.source() is self:
            self.take_drop(self.current(), point, side)

    def take_drop(self, source: Node | None, point: QPoint, side: str) -> None:
        """Tell that a line was dropped ``before``, ``after`` or ``on`` the one at a point."""
        target = self._node(self.indexAt(point))
        if source is not None and target is not None and source != target and side:
            self.dropped.emit(source, target, side)

    # -------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Lines wrap: their height follows the width.
        self.scheduleDelayedItemsLayout()

    @Slot()
    def _fit(self) -> None:
        self.setIndentation(self._theme.px(scale.S16))
        self.scheduleDelayedItemsLayout()


def _line(node: Node) -> QStandardItem:
    item = QStandardItem()
    item.setData(False, HERE)
    _dress(item, node)
    for child in node.children:
        item.appendRow(_line(child))
    return item


def _dress(item: QStandardItem, node: Node) -> None:
    """Let a line stand for a node; its children are seen to apart."""
    item.setText(node.title)
    item.setData(node, NODE)
    item.setData(node.title, Qt.ItemDataRole.ToolTipRole)
    item.setData(_spoken(node), Qt.ItemDataRole.AccessibleTextRole)
    item.setDropEnabled(node.kind in (Kind.MODULE, Kind.SESSION))
    item.setDragEnabled(node.kind in (Kind.MODULE, Kind.SESSION, Kind.PAGE, Kind.LOOSE))


def _spoken(node: Node) -> str:
    words = {Kind.MODULE: _("del"), Kind.SESSION: _("økt"), Kind.PAGE: _("side")}.get(node.kind, "")
    return f"{node.title}, {words}" if words else node.title
