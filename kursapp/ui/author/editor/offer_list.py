"""The list of what can be written at the cursor. The keyboard stays in the text."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kursapp.services.completing import Offer
from kursapp.ui.i18n import _
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme

ROWS = 8
"""Offers seen at once; the rest are a few keys down."""

ROW = 32
NARROWEST, WIDEST = 220, 560
GAP = 2
_ABOUT = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex


class OfferList(QListWidget):
    """Shows offers beside the cursor. ``taken`` carries the row that is clicked."""

    taken = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._over = theme, parent
        self.setAccessibleName(_("Forslag"))
        self.setProperty("look", "popover")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setItemDelegate(_OfferDelegate(theme, self))
        self.itemClicked.connect(self._on_clicked)
        self.hide()

    def show_offers(self, offers: Sequence[Offer], beside: QRect) -> None:
        """Show offers beside a place in the parent, the first of them chosen."""
        self.clear()
        for offer in offers:
            item = QListWidgetItem(offer.text)
            item.setData(_ABOUT, offer.about)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{offer.text} {offer.about}".strip())
            self.addItem(item)
        self.setCurrentRow(0)
        self.place(beside)
        self.show()
        self.raise_()

    def step(self, by: int) -> None:
        """Choose another offer, round from the last to the first."""
        self.setCurrentRow((self.currentRow() + by) % self.count())

    def page(self, by: int) -> None:
        """Choose the offer a whole page away, and no further than the last."""
        self.setCurrentRow(max(0, min(self.currentRow() + by * (ROWS - 1), self.count() - 1)))

    def place(self, beside: QRect) -> None:
        """Stand under or over a place in the parent, and no further than the parent goes."""
        row, over = self._theme.px(ROW), self._over
        wanted = max((self._width_of(self.item(at)) for at in range(self.count())), default=0)
        width = min(max(wanted, self._theme.px(NARROWEST)), self._theme.px(WIDEST), over.width() - 2 * scale.S8)
        edges = 2 * self.frameWidth() + 2
        under, over_it = over.height() - beside.bottom() - GAP, beside.top() - GAP
        rows = min(ROWS, self.count())
        below = under >= rows * row + edges or under >= over_it
        rows = max(1, min(rows, ((under if below else over_it) - edges) // row))
        height = rows * row + edges
        left = max(scale.S8, min(beside.left(), over.width() - width - scale.S8))
        top = beside.bottom() + GAP if below else beside.top() - GAP - height
        self.setGeometry(QRect(QPoint(left, top), QSize(width, height)))

    def _width_of(self, item: QListWidgetItem) -> int:
        about = str(item.data(_ABOUT) or "")
        words = self._theme.metrics(scale.BODY).horizontalAdvance(item.text())
        more = self._theme.metrics(scale.META).horizontalAdvance(about) + scale.S16 if about else 0
        return ceil(words + more) + 2 * scale.S12 + scale.S8 + self.verticalScrollBar().sizeHint().width()

    @Slot(QListWidgetItem)
    def _on_clicked(self, item: QListWidgetItem) -> None:
        self.taken.emit(self.row(item))


class _OfferDelegate(QStyledItemDelegate):
    """Draws an offer, and in muted words to its right what it is."""

    def __init__(self, theme: Theme, parent: OfferList) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(self._theme.px(NARROWEST), self._theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        theme, chosen = self._theme, bool(shown.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(shown.rect, theme.color("selection"))
        box = shown.rect.adjusted(scale.S12, 0, -scale.S12, 0)
        centre, right = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignRight
        painter.setFont(theme.font(scale.BODY))
        painter.setPen(theme.color("text"))
        name = theme.metrics(scale.BODY).elidedText(shown.text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, centre, name)
        used = round(theme.metrics(scale.BODY).horizontalAdvance(name)) + scale.S16
        room = box.adjusted(used, 0, 0, 0)
        about = str(index.data(_ABOUT) or "")
        if about and room.width() > theme.px(scale.S48):
            painter.setFont(theme.font(scale.META))
            painter.setPen(theme.color("text" if chosen else "muted"))
            words = theme.metrics(scale.META).elidedText(about, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, centre | right, words)
        painter.restore()
