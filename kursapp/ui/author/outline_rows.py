"""How the lines of the outline are drawn: an icon for what it is, words that wrap, a bar at the place one is in."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from kursapp.domain.course import PageKind
from kursapp.ui.author.outline_nodes import Kind, Node
from kursapp.ui.theme.scale import BODY, LEAST_TARGET, META, RADIUS_CONTROL, REGULAR, S4, S8, SEMIBOLD
from kursapp.ui.theme.theme import Theme

NODE = Qt.ItemDataRole.UserRole + 1
HERE = Qt.ItemDataRole.UserRole + 2

AnyIndex = QModelIndex | QPersistentModelIndex
_MARK = 16
_ICONS = {
    Kind.FILE: "file-text",
    Kind.LOOSE: "file-text",
    Kind.SESSION: "book-open",
    Kind.ITEM: "circle-dot",
}
_PAGES = {PageKind.TEXT: "", PageKind.QUIZ: "list-checks", PageKind.EVALUATION: "clipboard-list"}


def icon_of(node: Node) -> str:
    """Return the icon of a line; none for headings and ordinary pages."""
    return _PAGES[node.page_kind] if node.kind is Kind.PAGE else _ICONS.get(node.kind, "")


class OutlineRows(QStyledItemDelegate):
    """Draws the lines and measures them, since they wrap."""

    def __init__(self, theme: Theme, tree: QTreeView) -> None:
        super().__init__(tree)
        self._theme, self._tree = theme, tree
        self._heights: dict[tuple[str, Kind, bool, int], int] = {}
        theme.changed.connect(self._forget)

    @Slot()
    def _forget(self) -> None:
        self._heights.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        node: Node = index.data(NODE)
        here = bool(index.data(HERE))
        width = self._tree.viewport().width() - self._tree.indentation() * (_depth(index) + 1)
        room = max(width - self._left(node) - S8, 48)
        key = (node.title, node.kind, here, room)
        if key not in self._heights:
            metrics = QFontMetrics(self._font(node, here=here))
            words = int(Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere)
            box = metrics.boundingRect(QRect(0, 0, room, 10_000), words, node.title)
            self._heights[key] = max(box.height() + S8, self._theme.px(LEAST_TARGET) + S4)
        return QSize(max(width, 48), self._heights[key])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        node: Node = index.data(NODE)
        here = bool(index.data(HERE))
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, box, option, here=here)
        icon = icon_of(node)
        if icon:
            mark = self._theme.pixmap(icon, "muted", _MARK)
            height = mark.height() / mark.devicePixelRatio()
            painter.drawPixmap(QPointF(box.left() + S4, box.center().y() - height / 2), mark)
        painter.setFont(self._font(node, here=here))
        muted = node.kind in (Kind.ITEM, Kind.GROUP)
        painter.setPen(self._theme.color("on_primary_subtle" if here else "muted" if muted else "text"))
        words = QTextOption(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        words.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        painter.drawText(box.adjusted(self._left(node), 0, -S8, 0), node.title, words)
        painter.restore()

    def _paint_ground(self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem, *, here: bool) -> None:
        state = option.state
        inside = box.adjusted(0, 1, -4, -1)
        # Without the keyboard in the tree, only the place one writes in is marked.
        chosen = bool(state & QStyle.StateFlag.State_Selected) and self._tree.hasFocus()
        painter.setPen(Qt.PenStyle.NoPen)
        if here or chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(self._theme.color("primary_subtle" if here else "hover"))
            painter.drawRoundedRect(inside, RADIUS_CONTROL, RADIUS_CONTROL)
        if here:
            painter.setBrush(self._theme.color("primary"))
            painter.drawRoundedRect(QRectF(inside.left(), inside.top() + 4, 3, inside.height() - 8), 1.5, 1.5)
        if state & QStyle.StateFlag.State_HasFocus and self._tree.hasFocus():
            pen = painter.pen()
            pen.setStyle(Qt.PenStyle.SolidLine)
            pen.setColor(self._theme.color("focus"))
            pen.setWidth(2)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inside.adjusted(1, 1, -1, -1), RADIUS_CONTROL, RADIUS_CONTROL)

    def _left(self, node: Node) -> int:
        return S8 + (self._theme.px(_MARK) + S4 if icon_of(node) else 0)

    def _font(self, node: Node, *, here: bool) -> QFont:
        size = META if node.kind in (Kind.ITEM, Kind.GROUP) else BODY
        strong = here or node.kind in (Kind.MODULE, Kind.GROUP)
        return self._theme.font(size, SEMIBOLD if strong else REGULAR)


def _depth(index: AnyIndex) -> int:
    depth, above = 0, index.parent()
    while above.isValid():
        depth, above = depth + 1, above.parent()
    return depth
