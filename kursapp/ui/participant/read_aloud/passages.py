"""A page as the sentences it is read in, from the top down, each with where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from kursapp.domain.sentences import Sentence, sentences
from kursapp.ui.participant.page_view import PageView
from kursapp.ui.widgets.prose_view import ProseView
from kursapp.ui.widgets.rich_label import RichLabel
from kursapp.ui.widgets.text_marks import TextMark

LAYER = "spoken"


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of running text, or of a question, an option and the like."""

    widget: ProseView | RichLabel
    sentence: Sentence

    def mark(self) -> None:
        """Show that this is what is being read."""
        self.widget.set_marks(LAYER, [TextMark(self.sentence.start, self.sentence.end, LAYER)])

    def unmark(self) -> None:
        """Show it as any other text again."""
        if isValid(self.widget):
            self.widget.set_marks(LAYER, [])

    def place(self, ground: QWidget) -> QRect:
        """Return where it stands, in the coordinates of ``ground``, which it is within."""
        if not isinstance(self.widget, ProseView):
            return QRect(self.widget.mapTo(ground, QPoint(0, 0)), self.widget.size())
        first = self._line(self.sentence.start)
        last = self._line(self.sentence.end)
        top = self.widget.viewport().mapTo(ground, QPoint(0, 0))
        return first.united(last).translated(top)

    def _line(self, character: int) -> QRect:
        assert isinstance(self.widget, ProseView)
        cursor = QTextCursor(self.widget.document())
        cursor.setPosition(self.widget.place_of(character))
        return self.widget.cursorRect(cursor)


def passages(view: PageView, below: int = 0) -> Iterator[Passage]:
    """Yield the sentences of a page, built as far as it is read; those that begin above ``below`` are left out."""
    ground = view.widget()
    assert ground is not None
    if not below:
        yield from _of(view.title, ground, below)
    number = 0
    while number < len(view.body.parts()) or view.body.build_next():
        part = view.body.parts()[number].widget
        number += 1
        if part.mapTo(ground, part.rect().bottomLeft()).y() >= below:
            for widget in _texts(part, ground):
                yield from _of(widget, ground, below)


def _texts(part: QWidget, ground: QWidget) -> list[ProseView | RichLabel]:
    """Return what has words of the course in a part of a page, as it is read by eyes."""
    if isinstance(part, ProseView | RichLabel):
        return [part]
    found = [each for each in part.findChildren(QWidget) if isinstance(each, ProseView | RichLabel)]
    shown = [each for each in found if each.isVisibleTo(ground)]
    return sorted(shown, key=lambda each: (each.mapTo(ground, QPoint(0, 0)).y(), each.mapTo(ground, QPoint(0, 0)).x()))


def _of(widget: ProseView | RichLabel, ground: QWidget, below: int) -> Iterator[Passage]:
    text = widget.plain() if isinstance(widget, ProseView) else widget.marked_text()
    for sentence in sentences(text):
        passage = Passage(widget, sentence)
        is_said = any(letter.isalnum() for letter in sentence.text)
        if is_said and (not below or passage.place(ground).top() >= below):
            yield passage
