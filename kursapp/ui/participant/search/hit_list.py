"""What was found, a row each: what it is called, where it stands, and the words around what was found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QBrush, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kursapp.domain.search_hit import Hit, Span
from kursapp.ui.i18n import _
from kursapp.ui.participant.search.hit_words import look
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme

HIT = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
PASSAGE_LINES = 2
ROWS_A_PAGE = 5
WIDEST = 820
"""How wide a row's words are at most, in px at 100 %: a line is to be read, not followed."""


class HitModel(QAbstractListModel):
    """The hits as a list view and a screen reader see them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hits: tuple[Hit, ...] = ()

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Show these hits."""
        self.beginResetModel()
        self.hits = tuple(hits)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self.hits):
            return None
        hit = self.hits[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.title
        if role == HIT:
            return hit
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(hit)
        return None


def spoken(hit: Hit) -> str:
    """Return a hit in words: its name, what it is, where it stands, and the passage."""
    parts = (hit.title, look(hit.kind).name, ", ".join(hit.trail), hit.passage)
    return ". ".join(part for part in parts if part)


class _HitDelegate(QStyledItemDelegate):
    """Draws a hit. What was found is tinted and underlined, so that it is told by more than its colour."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        lines = self._high(scale.BODY) + self._high(scale.META) + PASSAGE_LINES * self._high(scale.BODY)
        return QSize(0, lines + 2 * scale.S12 + scale.S4)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        hit = index.data(HIT)
        if not isinstance(hit, Hit):
            return
        frame: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.fillRect(frame, self._theme.color("primary_subtle"))
            painter.fillRect(QRect(frame.left(), frame.top(), 3, frame.height()), self._theme.color("primary"))
        painter.setPen(self._theme.color("hairline"))
        room = frame.adjusted(scale.S32, 0, -scale.S32, 0)
        room.setWidth(min(room.width(), self._theme.px(WIDEST)))
        painter.drawLine(room.left(), frame.bottom(), room.right(), frame.bottom())
        icon = self._theme.pixmap(look(hit.kind).icon, "on_primary_subtle" if chosen else "muted")
        painter.drawPixmap(room.left(), frame.top() + scale.S12, icon)
        inner = room.adjusted(self._theme.px(20) + scale.S12, scale.S12, 0, -scale.S12)
        self._write(painter, inner, hit, chosen=chosen)
        painter.restore()

    def _write(self, painter: QPainter, inner: QRect, hit: Hit, *, chosen: bool) -> None:
        main, quiet = ("on_primary_subtle",) * 2 if chosen else ("text", "muted")
        name = look(hit.kind).name
        wide = QFontMetrics(self._theme.font(scale.META)).horizontalAdvance(name)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        line = QRect(inner.left(), inner.top(), inner.width(), self._high(scale.BODY))
        painter.setFont(self._theme.font(scale.META))
        painter.setPen(self._theme.color(quiet))
        painter.drawText(line, right, name)
        self._text(painter, line.adjusted(0, 0, -wide - scale.S16, 0), hit.title, hit.title_marks, 1, main, bold=True)
        line.translate(0, line.height())
        line.setHeight(self._high(scale.META))
        self._text(painter, line, " › ".join(hit.trail), (), 1, quiet, px=scale.META)
        line.translate(0, line.height() + scale.S4)
        line.setHeight(PASSAGE_LINES * self._high(scale.BODY))
        self._text(painter, line, hit.passage, hit.marks, PASSAGE_LINES, main)

    def _text(
        self,
        painter: QPainter,
        room: QRect,
        text: str,
        marks: Sequence[Span],
        lines: int,
        token: str,
        *,
        px: int = scale.BODY,
        bold: bool = False,
    ) -> None:
        """Write some lines of text with marks in it; what there is no room for is left out."""
        font = self._theme.font(px, scale.SEMIBOLD if bold else scale.REGULAR)
        layout = self._laid_out(text, font, room, marks)
        end = len(text)
        while layout.lineCount() > lines and end > 0:
            # Cut where the last line that is seen ends, then letter by letter until there is room for the dots.
            last = layout.lineAt(lines - 1)
            end = min(last.textStart() + last.textLength(), end) - 1
            layout = self._laid_out(text[:end].rstrip() + "…", font, room, marks)
        painter.setPen(self._theme.color(token))
        for number in range(min(layout.lineCount(), lines)):
            line = layout.lineAt(number)
            line.draw(painter, QPointF(room.topLeft()))

    def _laid_out(self, text: str, font: QFont, room: QRect, marks: Sequence[Span]) -> QTextLayout:
        layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([self._mark(text, span) for span in marks if span[0] < len(text)])
        layout.beginLayout()
        top = 0.0
        for _line in range(PASSAGE_LINES + 1):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(room.width(), 1))
            line.setPosition(QPointF(0, top))
            top += line.height()
        layout.endLayout()
        return layout

    def _mark(self, text: str, span: Span) -> QTextLayout.FormatRange:
        made = QTextLayout.FormatRange()
        made.start = _units(text[: span[0]])
        made.length = _units(text[span[0] : span[1]])
        shape = QTextCharFormat()
        shape.setBackground(QBrush(self._theme.color("mark_found")))
        shape.setForeground(QBrush(self._theme.color("text")))
        shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        shape.setUnderlineColor(self._theme.color("mark_found_line"))
        made.format = shape
        return made

    def _high(self, px: int) -> int:
        return QFontMetrics(self._theme.font(px)).lineSpacing() + 2


def _units(text: str) -> int:
    """Return how many of Qt's characters a text is: letters beyond the first plane are two."""
    return len(text) + sum(1 for letter in text if letter > "\uffff")


class HitList(QListView):
    """``opened`` with a hit when Enter or a click asks for it."""

    opened = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.found = HitModel(self)
        self.setObjectName("hitList")
        self.setAccessibleName(_("Treff"))
        self.setModel(self.found)
        self.setItemDelegate(_HitDelegate(theme, self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.activated.connect(self._open)
        self.clicked.connect(self._open)
        theme.changed.connect(self._on_theme)

    def show_hits(self, hits: Sequence[Hit], *, keep: bool) -> None:
        """Show these hits; ``keep``: one chosen below the first stays so, and where it was; otherwise the first is."""
        keep = keep and self.currentIndex().row() > 0
        chosen, at = self.hit(), self.verticalScrollBar().value()
        self.found.show_hits(hits)
        row = next((row for row, each in enumerate(hits) if keep and chosen is not None and _same(each, chosen)), 0)
        self.setCurrentIndex(self.found.index(row, 0))
        if keep:
            self.verticalScrollBar().setValue(at)
        else:
            self.scrollToTop()

    def hit(self) -> Hit | None:
        """Return the hit chosen."""
        row = self.currentIndex().row()
        return self.found.hits[row] if 0 <= row < len(self.found.hits) else None

    def step(self, step: int) -> None:
        """Choose the hit ``step`` rows on or back."""
        last = self.found.rowCount() - 1
        if last >= 0:
            self.setCurrentIndex(self.found.index(max(0, min(last, self.currentIndex().row() + step)), 0))

    def open_chosen(self) -> None:
        """Ask for the hit chosen, if there is one."""
        chosen = self.hit()
        if chosen is not None:
            self.opened.emit(chosen)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self.found.hits):
            self.opened.emit(self.found.hits[index.row()])

    @Slot()
    def _on_theme(self) -> None:
        self.scheduleDelayedItemsLayout()


def _same(one: Hit, other: Hit) -> bool:
    """Say whether two hits are the same place, whatever the words and the rank."""
    return _place(one) == _place(other)


def _place(hit: Hit) -> tuple[str, ...]:
    return hit.kind, hit.course_id, hit.page_id, hit.target_id, hit.title, hit.spot
