"""A label with the rich text of a course: it wraps, its links work by mouse and keyboard, and it can be clicked."""

from __future__ import annotations

import html
import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kursapp.domain.course import Rich
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.course_document import CourseDocument, links
from kursapp.ui.widgets.pictures import Pictures
from kursapp.ui.widgets.prose_html import label_css, trimmed
from kursapp.ui.widgets.text_marks import Marks, TextMark

USUAL_WIDTH = 240


class RichLabel(QLabel):
    """Rich text of a course in a wrapping label.

    The screen reader gets the plain words. The document is laid out at first need, and again when the theme changes.
    A label with links is a stop for Tab: the arrow keys go from link to link, Enter follows one.
    """

    clicked = Signal()
    link_activated = Signal(str)
    link_hovered = Signal(str)

    def __init__(
        self,
        rich: Rich,
        theme: Theme,
        pictures: Pictures,
        *,
        px: int = 18,
        weight: int = 400,
        colour: str = "text",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._px = px
        self._weight = weight
        self._colour = colour
        self._document = CourseDocument(theme, pictures, self)
        self._html = ""
        self._rendered = False
        self._heights: dict[int, int] = {}
        self._link = -1
        self._marks: Marks | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_rich(rich)
        theme.changed.connect(self._theme_changed)

    def set_rich(self, rich: Rich) -> None:
        """Show another text."""
        self._html = trimmed(rich.html or html.escape(rich.plain))
        self.setAccessibleName(rich.plain)
        self._link = -1
        has_links = "<a " in self._html
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if has_links else Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(has_links)
        self._stale()

    def set_colour(self, token: str) -> None:
        """Show the text in another colour of the theme."""
        self._colour = token
        self.update()

    def set_weight(self, weight: int) -> None:
        """Show the text in another weight."""
        if weight != self._weight:
            self._weight = weight
            self._stale()

    def plain(self) -> str:
        """Return the words without markup."""
        return self.accessibleName()

    def shown_text(self) -> str:
        """Return the words as they are laid out."""
        return self._ready().toPlainText()

    # Marks in the text

    def marked_text(self) -> str:
        """Return the words marks count in: a new line between paragraphs, a plain space for every space or picture."""
        return self._marked().plain().text

    def set_marks(self, layer: str, marks: Sequence[TextMark]) -> None:
        """Let a layer of ``text_marks.LAYERS`` hold these marks and no others; they stay when the type changes size."""
        if self._marked().set(layer, marks):
            self.update()

    def marks(self, layer: str) -> tuple[TextMark, ...]:
        """Return the marks of a layer."""
        return self._marks.of(layer) if self._marks is not None else ()

    def mark_rect(self, mark: TextMark) -> QRect | None:
        """Return where a mark begins, in the label's coordinates; None: it stands nowhere in the text."""
        marked = self._marked()
        self._as_shown()
        rects = marked.rects(mark)
        return rects[0].toAlignedRect().translated(self.contentsRect().topLeft()) if rects else None

    def _marked(self) -> Marks:
        if self._marks is None:
            self._marks = Marks(self._ready(), self._theme)
        self._ready()
        return self._marks

    # Measures

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        # Layouts ask again and again, and for several widths; laying a text out is what costs.
        if width not in self._heights:
            around = self.contentsMargins()
            document = self._laid_out_for(width - around.left() - around.right())
            self._heights[width] = math.ceil(document.size().height()) + around.top() + around.bottom()
        return self._heights[width]

    def sizeHint(self) -> QSize:
        # Layouts ask for the height at a width; this is only what one line would like.
        return QSize(self._theme.px(USUAL_WIDTH), self._theme.px(self._px)).grownBy(self.contentsMargins())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(40), self._theme.px(self._px)).grownBy(self.contentsMargins())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._as_shown()
        super().resizeEvent(event)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        document = self._as_shown()
        context = QAbstractTextDocumentLayout.PaintContext()
        colour = self._theme.color(self._colour if self.isEnabled() else "muted")
        context.palette.setColor(QPalette.ColorRole.Text, colour)
        context.selections = [*self._tints(), *self._link_with_keyboard(document)]
        painter = QPainter(self)
        painter.translate(self.contentsRect().topLeft())
        document.documentLayout().draw(painter, context)
        if self._marks is not None:
            self._marks.paint(painter, QRectF(self.rect()))
        painter.end()

    def _tints(self) -> list[QAbstractTextDocumentLayout.Selection]:
        """Return what is drawn behind marked words."""
        tints = []
        for tint in self._marks.tints() if self._marks is not None else ():
            selection = QAbstractTextDocumentLayout.Selection()
            selection.cursor, selection.format = tint.cursor, tint.format
            tints.append(selection)
        return tints

    def _link_with_keyboard(self, document: CourseDocument) -> list[QAbstractTextDocumentLayout.Selection]:
        if not self.hasFocus() or self._link < 0:
            return []
        selection = QAbstractTextDocumentLayout.Selection()
        start, end, _ = links(document)[self._link]
        cursor = QTextCursor(document)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        selection.cursor = cursor
        selection.format.setBackground(self._theme.color("selection"))
        return [selection]

    # Links

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not self.rect().contains(event.position().toPoint()):
            return
        href = self.link_at(event.position())
        if href:
            self.link_activated.emit(href)
        else:
            self.clicked.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        href = self.link_at(event.position())
        if href:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.unsetCursor()
        self.link_hovered.emit(href)

    def leaveEvent(self, event: QEvent) -> None:
        self.link_hovered.emit("")
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        found = links(self._ready())
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and 0 <= self._link < len(found):
            self.link_activated.emit(found[self._link][2])
        elif event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Down) and self._link + 1 < len(found):
            self._link += 1
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Up) and self._link > 0:
            self._link -= 1
        else:
            super().keyPressEvent(event)
            return
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._link = max(self._link, 0)
        super().focusInEvent(event)

    def link_at(self, position: QPointF) -> str:
        """Return the address of the link at a point of the label, empty where there is none."""
        return self._as_shown().documentLayout().anchorAt(position - QPointF(self.contentsRect().topLeft()))

    # The document

    def _theme_changed(self) -> None:
        self._stale()

    def _stale(self) -> None:
        self._rendered = False
        self._heights.clear()
        self.updateGeometry()
        self.update()

    def _ready(self) -> CourseDocument:
        if not self._rendered:
            self._rendered = True
            self._document.render(self._html, self._css(), self._px, self._weight)
            if self._marks is not None:
                self._marks.renew()
        return self._document

    def _laid_out_for(self, width: int) -> CourseDocument:
        document = self._ready()
        if document.textWidth() != max(width, 1):
            document.setTextWidth(max(width, 1))
        return document

    def _as_shown(self) -> CourseDocument:
        """Return the document laid out for the label's own width; measuring may have left it at another."""
        return self._laid_out_for(self.contentsRect().width())

    def _css(self) -> str:
        return label_css(self._theme, self._px)
