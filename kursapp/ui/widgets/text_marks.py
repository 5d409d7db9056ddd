"""Marks in running text: what a reader has marked, what a search found, what is read aloud.

A mark is a tint behind the words and a line under them, so that it is told by more than its colour, and the words keep
their own. Marks lie in layers, each set by itself; they are kept when the text is laid out anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QTextBlock, QTextCharFormat, QTextCursor, QTextDocument, QTextLine
from PySide6.QtWidgets import QTextEdit

from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.mark_lines import Line, LinePainter, MarkLook

LAYERS: Final = ("highlight", "spoken", "found")
"""The layers from the lowest to the one on top."""
_BREAKS = str.maketrans({"\u2029": "\n", "\u2028": "\n", "\ufdd0": "\n", "\ufdd1": "\n", "\ufffc": " ", "\u00a0": " "})
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


LOOKS: Final = {
    "yellow": MarkLook("mark_yellow", "mark_yellow_line", Line.SOLID),
    "green": MarkLook("mark_green", "mark_green_line", Line.DOUBLE),
    "blue": MarkLook("mark_blue", "mark_blue_line", Line.DASHED),
    "pink": MarkLook("mark_pink", "mark_pink_line", Line.WAVY),
    "found": MarkLook("mark_found", "mark_found_line", Line.SOLID),
    "found-here": MarkLook("mark_found", "mark_found_line", Line.FRAME),
    "spoken": MarkLook("primary_subtle", "primary", Line.THICK),
}


@dataclass(frozen=True, slots=True)
class TextMark:
    """Marked words: ``plain()[start:end]`` of the view they stand in, with a look of ``LOOKS``; ``id`` is its own."""

    start: int
    end: int
    look: str
    id: str = ""


class PlainText:
    """The words of a document, a character for every place in it.

    Python counts an emoji as one character, Qt as two: ``place`` and ``at`` go from one to the other.
    """

    def __init__(self, document: QTextDocument) -> None:
        raw = document.toRawText()
        self.text = raw.translate(_BREAKS)
        self._wide = [at for at, letter in enumerate(raw) if letter > "\uffff"] if _is_wide(raw, document) else []

    def place(self, at: int) -> int:
        """Return Qt's position of a character."""
        at = min(max(at, 0), len(self.text))
        return at + sum(1 for wide in self._wide if wide < at)

    def at(self, place: int) -> int:
        """Return the character at one of Qt's positions."""
        for count, wide in enumerate(self._wide):
            if place <= wide + count:
                return place - count
        return min(max(place - len(self._wide), 0), len(self.text))


def _is_wide(raw: str, document: QTextDocument) -> bool:
    return document.characterCount() - 1 > len(raw)


class _Piece(NamedTuple):
    """The part of a mark that lies in one paragraph: Qt's position of that, and the positions within it."""

    block: QTextBlock
    top: int
    start: int
    end: int
    mark: TextMark


class Marks:
    """The marks of one document. The view asks for what Qt draws behind the words, and lets the lines be painted."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        self._document = document
        self._theme = theme
        self._layers: dict[str, tuple[TextMark, ...]] = {}
        self._pieces: list[_Piece] = []
        self._width = 0.0
        self._places: dict[int, list[QRectF]] = {}
        self._tops: dict[int, QRectF] = {}
        self._plain: PlainText | None = None

    def set(self, layer: str, marks: Sequence[TextMark]) -> bool:
        """Let a layer hold these marks; say whether that is another set than before."""
        if layer not in LAYERS:
            raise ValueError(layer)
        wanted = tuple(mark for mark in marks if mark.start < mark.end)
        if self._layers.get(layer, ()) == wanted:
            return False
        self._layers[layer] = wanted
        self._cut()
        return True

    def of(self, layer: str) -> tuple[TextMark, ...]:
        """Return the marks of a layer in the order they were set."""
        return self._layers.get(layer, ())

    def any(self) -> bool:
        """Say whether there is a mark anywhere in the text."""
        return bool(self._pieces)

    def plain(self) -> PlainText:
        """Return the words the marks count in."""
        if self._plain is None:
            self._plain = PlainText(self._document)
        return self._plain

    def renew(self) -> None:
        """Find the marks again in a document that has been made anew."""
        self._plain = None
        self._cut()

    def at(self, place: int, layer: str) -> list[TextMark]:
        """Return the marks of a layer around one of Qt's positions, the shortest first."""
        character = self.plain().at(place)
        found = [mark for mark in self.of(layer) if mark.start <= character < mark.end]
        return sorted(found, key=lambda mark: mark.end - mark.start)

    def tints(self) -> list[QTextEdit.ExtraSelection]:
        """Return the tints for Qt to draw behind the words."""
        if not self._pieces:
            return []
        formats = {}
        for name, look in LOOKS.items():
            formats[name] = QTextCharFormat()
            formats[name].setBackground(self._theme.color(look.tint))
        made = []
        for piece in self._pieces:
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(piece.block)
            cursor.setPosition(piece.block.position() + piece.start)
            cursor.setPosition(piece.block.position() + piece.end, QTextCursor.MoveMode.KeepAnchor)
            selection.cursor = cursor
            selection.format = formats[piece.mark.look]
            made.append(selection)
        return made

    def rects(self, mark: TextMark) -> list[QRectF]:
        """Return where a mark stands in the document, a piece for every line."""
        return [rect for piece in self._pieces if piece.mark == mark for rect in self._rects(piece)]

    def paint(self, painter: QPainter, seen: QRectF) -> None:
        """Paint the lines under the marked words that can be seen."""
        if not self._pieces:
            return
        lines = LinePainter(painter, self._theme)
        for at in self._seen(seen):
            look = LOOKS[self._pieces[at].mark.look]
            for rect in self._places[at]:
                lines.draw(rect, look)
        lines.finish()

    def _seen(self, seen: QRectF) -> Iterator[int]:
        """Yield the pieces that may be seen; where each stands is worked out once for a width of the text."""
        width = self._document.textWidth()
        if width != self._width:
            self._width, self._places, self._tops = width, {}, {}
        layout = self._document.documentLayout()
        for at, piece in enumerate(self._pieces):
            if piece.top not in self._tops:
                self._tops[piece.top] = layout.blockBoundingRect(piece.block)
            if self._tops[piece.top].intersects(seen):
                if at not in self._places:
                    self._places[at] = self._rects(piece)
                yield at

    def _cut(self) -> None:
        """Cut the marks into pieces of one paragraph each."""
        self._pieces, self._places, self._tops = [], {}, {}
        if not any(self._layers.values()):
            return
        plain = self.plain()
        for layer in LAYERS:
            for mark in self._layers.get(layer, ()):
                self._pieces.extend(self._pieces_of(mark, plain.place(mark.start), plain.place(mark.end)))

    def _pieces_of(self, mark: TextMark, start: int, end: int) -> Iterator[_Piece]:
        block = self._document.findBlock(start)
        while block.isValid() and block.position() < end:
            first = max(start - block.position(), 0)
            last = min(end - block.position(), block.length() - 1)
            if first < last:
                yield _Piece(block, block.position(), first, last, mark)
            block = block.next()

    def _rects(self, piece: _Piece) -> list[QRectF]:
        corner = self._document.documentLayout().blockBoundingRect(piece.block).topLeft()
        layout = piece.block.layout()
        words = piece.block.text()
        turned = _is_turned(words)
        rects: list[QRectF] = []
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            start = max(piece.start, line.textStart())
            end = min(piece.end, line.textStart() + line.textLength())
            # The space a line is broken at is not seen.
            while start < end < piece.end and words[end - 1].isspace():
                end -= 1
            if start < end:
                rects.extend(rect.translated(corner) for rect in _line_rects(line, start, end, turned=turned))
        return rects


def _is_turned(text: str) -> bool:
    """Say whether some of a paragraph is written from right to left."""
    return _RIGHT_TO_LEFT.search(text) is not None


def _line_rects(line: QTextLine, start: int, end: int, *, turned: bool) -> list[QRectF]:
    """Return where the characters from ``start`` to ``end`` stand on a line, the letters' own height."""
    top = line.y() + line.height() - line.ascent() - line.descent()
    if not turned:
        left, right = _x(line, start), _x(line, end)
        return [QRectF(left, top, right - left, line.ascent() + line.descent())]
    # Where writing runs both ways, what belongs together stands in several places.
    spans: list[tuple[float, float]] = []
    for box in sorted((run.boundingRect() for run in line.glyphRuns(start, end - start)), key=QRectF.left):
        if spans and box.left() <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], box.right()))
        else:
            spans.append((box.left(), box.right()))
    return [QRectF(left, top, right - left, line.ascent() + line.descent()) for left, right in spans]


def _x(line: QTextLine, position: int) -> float:
    found: Any = line.cursorToX(position)
    return float(found[0] if isinstance(found, tuple) else found)
