"""Running text on a page: adjacent prose, call-outs and figures as ONE document that grows with its content."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, QUrl, Signal, Slot
from PySide6.QtGui import (
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextList,
    QTextListFormat,
    QTextTable,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from kursapp.domain.course import Block, Figure
from kursapp.ui.i18n import _
from kursapp.ui.theme.scale import READING, READING_WIDTH
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.bound_words import as_written
from kursapp.ui.widgets.call_out_look import CallOutLook
from kursapp.ui.widgets.course_document import CourseDocument, blocks, links
from kursapp.ui.widgets.item_card import Reach
from kursapp.ui.widgets.pictures import Pictures
from kursapp.ui.widgets.prose_html import box_look, figure_of, prose_css, prose_html
from kursapp.ui.widgets.text_marks import Marks, TextMark
from kursapp.ui.widgets.tinted_box import paint_tinted_box

# How far a call-out's box reaches out of the text on each side: its words stay in line with the rest.
BOX_REACH = 16
_SCROLLING_KEYS = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_Space,
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading in running text and how far down the view it stands, in px."""

    text: str
    level: int
    top: int


class ProseView(QTextBrowser):
    """Reads like a browser without a scroll bar of its own: the page around it scrolls.

    Words can be selected and copied across paragraphs and call-outs. Tab goes from link to link.
    """

    link_activated = Signal(str)
    link_hovered = Signal(str)

    def __init__(
        self,
        prose: Sequence[Block],
        theme: Theme,
        pictures: Pictures,
        *,
        law_date: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._prose = tuple(prose)
        self._theme = theme
        self._pictures = pictures
        self._law_date = law_date
        self._narrow = False
        self._heights: dict[int, int] = {}
        self._boxes: list[tuple[QTextTable, CallOutLook]] = []
        self._bullets: list[tuple[QTextBlock, bool]] = []
        self._document = CourseDocument(theme, pictures, self)
        self._marks = Marks(self._document, theme)
        self._set_up()
        # The width it will most likely have: the text is laid out once, not first for a view nobody sees.
        self._document.setTextWidth(theme.px(READING_WIDTH))
        self._render()
        theme.changed.connect(self._render)

    def set_narrow(self, narrow: bool) -> None:
        """Use the gutters of a narrow reading column, or the usual ones."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._render()

    def set_prose(self, prose: Sequence[Block]) -> None:
        """Show another text."""
        self._prose = tuple(prose)
        self._render()

    def headings(self) -> list[Heading]:
        """Return the headings of the text in order."""
        layout = self._document.documentLayout()
        return [
            Heading(
                as_written(block.text()),
                block.blockFormat().headingLevel(),
                round(layout.blockBoundingRect(block).top()),
            )
            for block in blocks(self._document)
            if block.blockFormat().headingLevel() > 0
        ]

    def bullets(self) -> list[tuple[QTextBlock, bool]]:
        """Return the list lines that have a mark of ours, and whether each is in an inner list."""
        return list(self._bullets)

    def link_rect(self, href: str) -> QRect | None:
        """Return where the first link with an address begins, in the view's coordinates; None: it has no such link."""
        for start, _end, address in links(self._document):
            if unquote(address) == unquote(href):
                cursor = QTextCursor(self._document)
                cursor.setPosition(start)
                return self.cursorRect(cursor)
        return None

    # Marks in the text

    def plain(self) -> str:
        """Return the words marks count in: a new line between paragraphs, a plain space for every space or picture."""
        return self._marks.plain().text

    def place_of(self, character: int) -> int:
        """Return Qt's position in the document of a character of ``plain``."""
        return self._marks.plain().place(character)

    def character_at(self, place: int) -> int:
        """Return the character of ``plain`` at one of Qt's positions in the document."""
        return self._marks.plain().at(place)

    def set_marks(self, layer: str, marks: Sequence[TextMark]) -> None:
        """Let a layer of ``text_marks.LAYERS`` hold these marks and no others; they stay when the type changes size."""
        if self._marks.set(layer, marks):
            self.setExtraSelections(self._marks.tints())
            self.viewport().update()

    def marks(self, layer: str) -> tuple[TextMark, ...]:
        """Return the marks of a layer."""
        return self._marks.of(layer)

    def mark_rect(self, mark: TextMark) -> QRect | None:
        """Return where a mark begins, in the view's coordinates; None: it stands nowhere in the text."""
        rects = self._marks.rects(mark)
        return rects[0].toAlignedRect() if rects else None

    def mark_bounds(self, mark: TextMark) -> QRect | None:
        """Return all the room a mark takes, in the view's coordinates; None: it stands nowhere in the text."""
        rects = self._marks.rects(mark)
        if not rects:
            return None
        bounds = rects[0]
        for rect in rects[1:]:
            bounds = bounds.united(rect)
        return bounds.toAlignedRect()

    def marks_at(self, place: int, layer: str) -> list[TextMark]:
        """Return the marks of a layer around one of Qt's positions, the shortest first."""
        return self._marks.at(place, layer)

    def mark_covers(self, mark: TextMark, point: QPoint) -> bool:
        """Say whether a point of the view lies on a mark's words."""
        return any(rect.contains(QPointF(point)) for rect in self._marks.rects(mark))

    def is_whole_link(self, start: int, end: int) -> bool:
        """Say whether Qt's positions are those of a link: Qt chooses the link the keyboard is on."""
        return any((start, end) == (first, last) for first, last, _address in links(self._document))

    # Measures: the view is as high as its text

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            shown = self._document.textWidth()
            if shown != width:
                self._document.setTextWidth(width)
            self._heights[width] = math.ceil(self._document.size().height())
            if self.isVisible() and shown > 0:
                # Left at another width the text could be scrolled inside the view.
                self._document.setTextWidth(shown)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(READING_WIDTH), self._theme.px(READING))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = self.viewport().width()
        if self._document.textWidth() != width:
            self._document.setTextWidth(width)

    # Painting: the boxes of call-outs lie behind the text

    def paintEvent(self, event: QPaintEvent) -> None:
        # It may have been measured for another width while it was hidden.
        self._fit()
        if self._boxes:
            self._paint_boxes()
        super().paintEvent(event)
        if self._marks.any():
            self._paint_marks(event.rect())
        if self._bullets:
            self._paint_bullets(event.rect())
        self._paint_link_ring()

    def _paint_boxes(self) -> None:
        painter = QPainter(self.viewport())
        for table, look in self._boxes:
            paint_tinted_box(painter, self._box_rect(table), self._theme, tint=look.tint, token=look.colour)
        painter.end()

    def _paint_marks(self, seen: QRect) -> None:
        painter = QPainter(self.viewport())
        self._marks.paint(painter, QRectF(seen).adjusted(0, -40, 0, 40))
        painter.end()

    def _paint_bullets(self, seen: QRect) -> None:
        """Paint the marks of lists: Qt's own stand too close to the words."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        layout = self._document.documentLayout()
        radius = self._theme.px(READING) / 7
        painter.setPen(QPen(self._theme.color("text"), 1.2))
        for block, is_inner in self._bullets:
            corner = layout.blockBoundingRect(block).topLeft()
            line = block.layout().lineAt(0)
            middle = corner.y() + line.y() + line.ascent() - self._theme.px(READING) / 3.4
            if seen.top() - 40 <= middle <= seen.bottom() + 40:
                painter.setBrush(Qt.BrushStyle.NoBrush if is_inner else self._theme.color("text"))
                centre = QPointF(corner.x() + line.x() - self._theme.px(13), middle)
                painter.drawEllipse(centre, radius, radius)
        painter.end()

    def _paint_link_ring(self) -> None:
        """Paint a ring around the link that has the keyboard, a piece for each line it runs over."""
        cursor = self.textCursor()
        if not (self.hasFocus() and cursor.hasSelection() and cursor.charFormat().isAnchor()):
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("focus"), 2))
        # A figure uses all of the column: its ring stands just inside.
        seen = QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1)
        for piece in self._pieces(cursor.selectionStart(), cursor.selectionEnd()):
            painter.drawRoundedRect(QRectF(piece).adjusted(-3, -1, 3, 1).intersected(seen), 4, 4)
        painter.end()

    def _pieces(self, start: int, end: int) -> list[QRect]:
        cursor = QTextCursor(self._document)
        pieces: list[QRect] = []
        for position in range(start, end + 1):
            cursor.setPosition(position)
            place = self.cursorRect(cursor)
            if pieces and pieces[-1].top() == place.top():
                pieces[-1] = pieces[-1].united(place)
            else:
                pieces.append(place)
        return pieces

    def _box_rect(self, table: QTextTable) -> QRectF:
        layout = self._document.documentLayout()
        top = layout.blockBoundingRect(table.firstCursorPosition().block()).top()
        bottom = layout.blockBoundingRect(table.lastCursorPosition().block()).bottom()
        side = self._gutter() - BOX_REACH
        return QRectF(side, top - 12, self.viewport().width() - 2 * side, bottom - top + 28)

    def _gutter(self) -> int:
        return Reach.WORDS.inset(narrow=self._narrow)

    # Keys and wheel belong to the page around, except those that go from link to link

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _SCROLLING_KEYS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        super().keyPressEvent(event)

    def take_key(self, event: QKeyEvent) -> None:
        """Do with a key what a text does, also where the page around would scroll by it."""
        super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        moved = super().focusNextPrevChild(next)
        figure = figure_of(self.textCursor().charFormat().anchorHref(), self._prose)
        if figure is not None and self.hasFocus():
            announce(self, _("Figur: {alt}").format(alt=figure.alt))
        return moved

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def leaveEvent(self, event: QEvent) -> None:
        self.link_hovered.emit("")
        super().leaveEvent(event)

    def _set_up(self) -> None:
        self.setObjectName("prose")
        self.setFrameShape(QFrame.Shape.NoFrame)
        # Qt would lay the text out at every change of size, also to the same width: ``_fit`` does it for a new one.
        self.setLineWrapMode(QTextBrowser.LineWrapMode.FixedPixelWidth)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDocument(self._document)
        self.setOpenLinks(False)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.viewport().setAutoFillBackground(False)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.anchorClicked.connect(self._follow)
        self.highlighted.connect(self._hover)

    @Slot()
    def _render(self) -> None:
        html = prose_html(self._prose, self._law_date)
        if self.extraSelections():
            self.setExtraSelections([])
        self._document.render(html, prose_css(self._theme, self._gutter()), READING)
        self._heights.clear()
        self._boxes = self._find_boxes()
        self._bullets = [(block, inner) for block in blocks(self._document) if (inner := _bullet_of(block)) is not None]
        self._marks.renew()
        if tints := self._marks.tints():
            self.setExtraSelections(tints)
        # Where there are links the ring goes around the link that has the keyboard, not around all of the text.
        self.setProperty("noRing", ' href="' in html)
        self._describe()
        self.updateGeometry()
        self.viewport().update()

    def _find_boxes(self) -> list[tuple[QTextTable, CallOutLook]]:
        found = []
        for frame in self._document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                part = frame.firstCursorPosition().block().begin()
                icon = "" if part.atEnd() else part.fragment().charFormat().toImageFormat().name()
                look = box_look(icon, self._prose)
                if look is not None:
                    found.append((frame, look))
        return found

    def _describe(self) -> None:
        figures = [block.alt for block in self._prose if isinstance(block, Figure)]
        self.setAccessibleName(_("Tekst"))
        self.setAccessibleDescription(" ".join(_("Figur: {alt}").format(alt=alt) for alt in figures))

    @Slot(QUrl)
    def _follow(self, url: QUrl) -> None:
        figure = figure_of(url.toString(), self._prose)
        if figure is None:
            self.link_activated.emit(url.toString())
        else:
            self._open(figure)

    def _open(self, figure: Figure) -> None:
        """Show a figure on its own, over the window."""
        # Loaded at the first figure that is opened.
        from kursapp.ui.widgets.figure_overlay import FigureOverlay

        if not self._pictures.size(figure.source).isEmpty():
            FigureOverlay(figure, self._theme, self._pictures, self).appear()

    @Slot(QUrl)
    def _hover(self, url: QUrl) -> None:
        address = url.toString()
        figure = figure_of(address, self._prose)
        self.viewport().setToolTip("" if figure is None else _("Vis figuren større"))
        self.link_hovered.emit(address if figure is None else "")


def _bullet_of(block: QTextBlock) -> bool | None:
    """Say whether a line of a list without numbers is in an inner list; None for every other block.

    The style sheet takes Qt's own marks off those lists: done afterwards it would lay the text out again.
    """
    # Qt says None for a paragraph in no list; its stubs do not.
    made: QTextList | None = block.textList()
    if made is None:
        return None
    shape = made.format()
    return shape.indent() > 1 if shape.style() == QTextListFormat.Style.ListStyleUndefined else None
