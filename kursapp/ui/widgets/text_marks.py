"""Marks in running text: what a reader has marked, what a search found, what is read aloud.

A mark is a tint behind the words and a line under them, so that it is told by more than its colour, and the words keep
their own. Marks lie in layers, each set by itself; they are kept when the text is laid out anew.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock, QTextCharFormat, QTextCursor, QTextDocument, QTextLine
from PySide6.QtWidgets import QTextEdit

from kursapp.ui.theme.theme import Theme

LAYERS: Final = ("highlight", "spoken", "found")
"""The layers from the lowest to the one on top."""
_BREAKS = str.maketrans({"\u2029": "\n", "\u2028": "\n", "\ufdd0": "\n", "\ufdd1": "\n", "\ufffc": " ", "\u00a0": " "})
_RIGHT_TO_LEFT = ("\u0590", "\u08ff")


class Line(enum.Enum):
    """The line under marked words: what tells one look from another without colour."""

    SOLID = "solid"
    DOUBLE = "double"
    DASHED = "dashed"
    WAVY = "wavy"
    FRAME = "frame"
    THICK = "thick"


class MarkLook(NamedTuple):
    """A look: the token of the tint behind the words, the token of the line under them, and its kind."""

    tint: str
    colour: str
    line: Line


_WIDTHS: Final = {Line.DOUBLE: 1, Line.THICK: 3}
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
    """The part of a mark that lies in one paragraph: Qt's positions within it."""

    block: QTextBlock
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
        painter.setBrush(Qt.BrushStyle.NoBrush)
        layout = self._document.documentLayout()
        tops: dict[int, QRectF] = {}
        for piece in self._pieces:
            key = piece.block.position()
            if key not in tops:
                tops[key] = layout.blockBoundingRect(piece.block)
            if not tops[key].intersects(seen):
                continue
            look = LOOKS[piece.mark.look]
            for rect in self._rects(piece):
                _draw_line(painter, rect, look.line, self._theme.color(look.colour))

    def _cut(self) -> None:
        """Cut the marks into pieces of one paragraph each."""
        self._pieces = []
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
                yield _Piece(block, first, last, mark)
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
    return any(_RIGHT_TO_LEFT[0] <= letter <= _RIGHT_TO_LEFT[1] for letter in text)


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


def _draw_line(painter: QPainter, rect: QRectF, line: Line, colour: QColor) -> None:
    """Draw a line of one kind under words; a frame around them."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, line in (Line.WAVY, Line.FRAME))
    left, right, base = round(rect.left()), round(rect.right()), round(rect.bottom() - 1)
    pen = QPen(colour, _WIDTHS.get(line, 2))
    if line is Line.DASHED:
        pen.setDashPattern([3.0, 2.0])
    painter.setPen(pen)
    if line is Line.FRAME:
        painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 1), 3, 3)
    elif line is Line.WAVY:
        painter.drawPolyline(_wave(left, right, base))
    else:
        painter.drawLine(left, base, right, base)
        if line is Line.DOUBLE:
            painter.drawLine(left, base + 3, right, base + 3)


def _wave(left: float, right: float, base: float) -> list[QPointF]:
    points, up, x = [], True, left
    while x < right:
        points.append(QPointF(x, base - 1.2 if up else base + 1.6))
        up, x = not up, x + 3.0
    return points
