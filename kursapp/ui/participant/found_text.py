"""Everything on a page that holds words, as one looks for words in it: running text, labels, what one has typed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.prose_view import ProseView
from kursapp.ui.widgets.rich_label import RichLabel
from kursapp.ui.widgets.text import set_role
from kursapp.ui.widgets.text_marks import TextMark

LAYER = "found"
FOUND, HERE = "found", "found-here"

Span = tuple[int, int]


class Surface(Protocol):
    """A widget that shows words. Spans count in the characters of ``text``."""

    @property
    def widget(self) -> QWidget:
        """The widget itself."""

    def text(self) -> str:
        """Return the words it shows now."""

    def mark(self, spans: Sequence[Span], here: Span | None) -> None:
        """Mark these places and no others, and ``here`` as the one that is shown."""

    def rect(self, span: Span) -> QRect:
        """Return where a place begins, in the widget's coordinates."""


def surfaces(roots: Iterable[QWidget], theme: Theme) -> list[Surface]:
    """Return what shows words inside ``roots``, from the top down; what is hidden shows none."""
    found: list[Surface] = []
    for root in roots:
        for widget in (root, *root.findChildren(QWidget)):
            made = _surface(widget, theme)
            if made is not None and widget.isVisibleTo(root):
                found.append(made)
    return sorted(found, key=_place)


def _place(surface: Surface) -> tuple[int, int]:
    widget = surface.widget
    corner = widget.mapTo(widget.window(), QPoint(0, 0))
    return corner.y(), corner.x()


def _surface(widget: QWidget, theme: Theme) -> Surface | None:
    if isinstance(widget, ProseView | RichLabel):
        return _Marked(widget)
    if isinstance(widget, QPlainTextEdit):
        return _Typed(widget, theme)
    if isinstance(widget, QLineEdit) or (isinstance(widget, QLabel) and widget.text()):
        return _Short(widget)
    return None


class _Marked(NamedTuple):
    """A text of the course."""

    widget: ProseView | RichLabel

    def text(self) -> str:
        return self.widget.plain() if isinstance(self.widget, ProseView) else self.widget.marked_text()

    def mark(self, spans: Sequence[Span], here: Span | None) -> None:
        self.widget.set_marks(LAYER, [_mark(span, here) for span in spans])

    def rect(self, span: Span) -> QRect:
        return self.widget.mark_rect(_mark(span, span)) or self.widget.mark_rect(_mark(span, None)) or QRect()


def _mark(span: Span, here: Span | None) -> TextMark:
    return TextMark(span[0], span[1], HERE if span == here else FOUND)


class _Typed(NamedTuple):
    """A field of many lines that one types in."""

    widget: QPlainTextEdit
    theme: Theme

    def text(self) -> str:
        return self.widget.toPlainText()

    def mark(self, spans: Sequence[Span], here: Span | None) -> None:
        self.widget.setExtraSelections([self._selection(span, here=span == here) for span in spans])

    def rect(self, span: Span) -> QRect:
        return self.widget.cursorRect(self._cursor(span[0], span[0]))

    def _selection(self, span: Span, *, here: bool) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        shape = QTextCharFormat()
        shape.setBackground(self.theme.color("mark_found"))
        shape.setForeground(self.theme.color("text"))
        shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        shape.setUnderlineColor(self.theme.color("mark_found_line"))
        if here:
            shape.setFontWeight(700)
        made.cursor = self._cursor(*span)
        made.format = shape
        return made

    def _cursor(self, start: int, end: int) -> QTextCursor:
        cursor = self.widget.textCursor()
        text = self.text()
        cursor.setPosition(_units(text[:start]))
        cursor.setPosition(_units(text[:end]), QTextCursor.MoveMode.KeepAnchor)
        return cursor


def _units(text: str) -> int:
    """Return how many of Qt's characters a text is: letters beyond the first plane are two."""
    return len(text) + sum(1 for letter in text if letter > "\uffff")


class _Short(NamedTuple):
    """A caption or a line of a form: so short that all of it is marked."""

    widget: QLabel | QLineEdit

    def text(self) -> str:
        if isinstance(self.widget, QLabel) and self.widget.textFormat() != Qt.TextFormat.PlainText:
            return ""
        return self.widget.text()

    def mark(self, spans: Sequence[Span], here: Span | None) -> None:
        set_role(self.widget, "found", "here" if here in spans else "yes" if spans else "")

    def rect(self, _span: Span) -> QRect:
        return self.widget.rect()
