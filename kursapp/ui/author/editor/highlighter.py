"""Colours the lines on screen, and no others: what is never seen costs nothing, however long the file is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextLayout

from kursapp.services.colouring import Above, Span, spans
from kursapp.ui.author.editor.inks import inks
from kursapp.ui.author.editor.places import units
from kursapp.ui.theme.theme import Theme

if TYPE_CHECKING:
    from kursapp.ui.author.editor.code_edit import CodeEdit

Layer = Callable[[str, Above], Sequence[Span]]
"""More that is to be seen on a line, from its text and what stands above it: misspelt words. It must answer at once."""

MOST_AT_ONCE = 200
"""Lines of one change that are coloured as it is made; the rest wait until they are seen."""


class Highlighter(QObject):
    """Colours what a ``CodeEdit`` shows: a line as it is changed, the others when they come on screen."""

    def __init__(self, code: CodeEdit, theme: Theme) -> None:
        super().__init__(code)
        self._code, self._theme = code, theme
        self._inks = inks(theme)
        self._layers: list[Layer] = []
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.colour_seen)
        code.verticalScrollBar().valueChanged.connect(self.colour_seen)
        theme.changed.connect(self._on_theme)

    def add_layer(self, layer: Layer) -> None:
        """Show more on every line, from now on."""
        self._layers.append(layer)
        self.repaint()

    @Slot()
    def repaint(self) -> None:
        """Colour every line again when it is seen: a layer knows something new."""
        self._code.sheet.states.forget_colours()
        self._soon.start()

    @Slot()
    def colour_seen(self) -> None:
        """Colour the lines on screen that have no colours yet."""
        seen = [block for block, _box in self._code.lines_on_screen()]
        if not seen:
            return
        # Two rows more: colours can make a line shorter, and bring up what was just below.
        for block in (*seen, *_next(seen[-1], 2)):
            self._colour(block)

    @Slot(int, int, int)
    def on_changed(self, first: int, _gone: int, came: int) -> None:
        """Colour lines as they change; what stands below them may have another meaning now."""
        block = self._code.sheet.findBlockByNumber(first)
        for _number in range(min(came, MOST_AT_ONCE)):
            self._colour(block)
            block = block.next()
        if block.isValid() and self._needs(block):
            self._soon.start()

    def _needs(self, block: QTextBlock) -> bool:
        states, number = self._code.sheet.states, block.blockNumber()
        states.read_to(number, self._code.sheet.line_text)
        return states.needs_colour(number)

    def _colour(self, block: QTextBlock) -> None:
        if not self._needs(block):
            return
        states, number, text = self._code.sheet.states, block.blockNumber(), block.text()
        states.coloured(number)
        above = states.above(number)
        found, _below = spans(text, above)
        for layer in self._layers:
            found = [*found, *layer(text, above)]
        layout = block.layout()
        if not found and not layout.formats():
            return
        layout.setFormats(list(self._ranges(text, found)))
        self._code.sheet.markContentsDirty(block.position(), block.length())

    def _ranges(self, text: str, found: Sequence[Span]) -> Iterator[QTextLayout.FormatRange]:
        for start, length, kind in found:
            made = QTextLayout.FormatRange()
            made.start = units(text, start)
            made.length = units(text, start + length) - made.start
            made.format = self._inks.get(kind) or QTextCharFormat()
            yield made

    @Slot()
    def _on_theme(self) -> None:
        self._inks = inks(self._theme)
        self.repaint()


def _next(block: QTextBlock, count: int) -> Iterator[QTextBlock]:
    for _number in range(count):
        block = block.next()
        if block.isValid():
            yield block
