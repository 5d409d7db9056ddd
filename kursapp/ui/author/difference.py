"""Two texts shown against each other: under one another or side by side, the differences marked by sign and letter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import (
    QFont,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableFormat,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from kursapp.domain.draft import DiffLine, Side
from kursapp.services.compare_texts import Hunk, Row, hunks, side_by_side
from kursapp.ui.i18n import _, n_
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.buttons import icon_button
from kursapp.ui.widgets.text import label

LEAST_HEIGHT = 132
"""Logical pixels at 100 % that a text to be read takes at least; where there is less, what is around it scrolls."""

WIDEST = 4_000
"""Logical pixels: as wide as there is room."""

MOST_ROWS = 800
"""Rows that are shown; who wants to see more than this sees the text itself."""

SIGNS = {Side.BOTH: "", Side.OLD: "−", Side.NEW: "+"}
TINTS = {Side.OLD: "danger_tint", Side.NEW: "success_tint"}
UNLIKE, LEFT, RIGHT = "≠", "←", "→"
EQUALS = {Side.BOTH: "", Side.OLD: LEFT, Side.NEW: RIGHT}
EQUAL_TINTS = {Side.OLD: "primary_subtle", Side.NEW: "accent_tint"}
"""Of two texts that both stand, neither went and neither came."""

Shown = Row | int
"""A row of old and new, or how many lines that are alike are left out."""


class DifferenceText(QTextBrowser):
    """The rows of a comparison as a table: with one column of text, or with two."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: Sequence[DiffLine] = ()
        self._heads: tuple[str, str] = ("", "")
        self._two = False
        self._places: list[int] = []
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Forskjeller"))
        theme.changed.connect(self._on_theme)
        self._on_theme()

    def show_lines(self, lines: Sequence[DiffLine], heads: tuple[str, str] = ("", ""), *, two: bool = False) -> None:
        """Show a comparison; ``heads`` are given where both texts stand, and are above the columns of ``two``."""
        self._lines, self._heads, self._two = lines, heads, two
        self._draw()

    @Slot()
    def _on_theme(self) -> None:
        self.setMinimumHeight(self._theme.px(LEAST_HEIGHT))
        self._draw()

    @property
    def _both_stand(self) -> bool:
        return any(self._heads)

    @property
    def _signs(self) -> dict[Side, str]:
        return EQUALS if self._both_stand else SIGNS

    @property
    def two(self) -> bool:
        """Say whether the texts stand side by side."""
        return self._two

    def step(self, by: int) -> None:
        """Go to the next difference (1) or the one before (-1), and show it."""
        here = self.textCursor().position()
        ahead = [place for place in self._places if (place > here if by > 0 else place < here)]
        if ahead:
            cursor = QTextCursor(self.document())
            cursor.setPosition(ahead[0] if by > 0 else ahead[-1])
            self.setTextCursor(cursor)
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.cursorRect().top() - self._theme.px(scale.S64))

    @Slot()
    def _draw(self) -> None:
        found = hunks(self._lines)
        rows = _rows(found) if self._two else _rows_of_one(found)
        left_out = len(rows) - MOST_ROWS
        rows = rows[:MOST_ROWS]
        self.document().clear()
        self.document().setUndoRedoEnabled(False)
        self._places = []
        cursor = self.textCursor()
        cursor.beginEditBlock()
        if rows:
            self._fill(self._table(cursor, len(rows) + self._two), rows)
        if left_out > 0:
            cursor.movePosition(QTextCursor.MoveOperation.End)
            words = n_("{n} rad til er ikke vist.", "{n} rader til er ikke vist.", left_out).format(n=left_out)
            cursor.insertText(words, self._letters("muted"))
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _table(self, cursor: QTextCursor, rows: int) -> QTextTable:
        form = QTextTableFormat()
        form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
        form.setBorder(0)
        form.setCellSpacing(0)
        form.setCellPadding(scale.S4)
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        share = QTextLength(QTextLength.Type.PercentageLength, 50)
        sign = QTextLength(QTextLength.Type.FixedLength, self._theme.px(24))
        rest = QTextLength(QTextLength.Type.VariableLength, 0)
        form.setColumnWidthConstraints([share, sign, share] if self._two else [sign, rest])
        return cursor.insertTable(rows, 3 if self._two else 2, form)

    def _fill(self, table: QTextTable, rows: Sequence[Shown]) -> None:
        if self._two:
            for column, words in ((0, self._heads[0]), (2, self._heads[1])):
                table.cellAt(0, column).firstCursorPosition().insertText(words, self._letters("text", bold=True))
        before: Shown = 0
        for at, row in enumerate(rows, start=int(self._two)):
            if isinstance(row, int):
                self._write_skipped(table, at, row)
            elif self._two:
                self._write_pair(table, at, row)
            else:
                self._write_line(table, at, row[0] or row[1])
            if not _is_same(row) and _is_same(before):
                self._places.append(table.cellAt(at, 0).firstPosition())
            before = row

    def _write_skipped(self, table: QTextTable, at: int, count: int) -> None:
        words = n_("{n} linje som er lik", "{n} linjer som er like", count).format(n=count)
        column = 0 if self._two else 1
        table.cellAt(at, column).firstCursorPosition().insertText(f"⋯ {words}", self._letters("muted"))

    def _write_line(self, table: QTextTable, at: int, line: DiffLine | None) -> None:
        if line is not None:
            table.cellAt(at, 0).firstCursorPosition().insertText(
                self._signs[line.side], self._letters("text", bold=True)
            )
            self._write(table, at, 1, line, line.side)
            self._tint(table, at, 0, line.side)

    def _write_pair(self, table: QTextTable, at: int, row: Row) -> None:
        left, right = row
        sign = "" if _is_same(row) else LEFT if right is None else RIGHT if left is None else UNLIKE
        table.cellAt(at, 1).firstCursorPosition().insertText(sign, self._letters("text", bold=True))
        for column, line, side in ((0, left, Side.OLD), (2, right, Side.NEW)):
            if line is not None:
                self._write(table, at, column, line, line.side if line.side is Side.BOTH else side)

    def _write(self, table: QTextTable, row: int, column: int, line: DiffLine, side: Side) -> None:
        cursor = table.cellAt(row, column).firstCursorPosition()
        plain, marked = self._letters("text"), self._letters("text", bold=True)
        marked.setFontStrikeOut(side is Side.OLD and not self._both_stand)
        marked.setFontUnderline(side is Side.NEW or self._both_stand)
        at = 0
        for start, end in line.spans:
            cursor.insertText(line.text[at:start], plain)
            cursor.insertText(line.text[start:end], marked)
            at = end
        cursor.insertText(line.text[at:], plain)
        self._tint(table, row, column, side)

    def _tint(self, table: QTextTable, row: int, column: int, side: Side) -> None:
        token = (EQUAL_TINTS if self._both_stand else TINTS).get(side)
        if token is not None:
            cell = table.cellAt(row, column)
            form = cell.format()
            form.setBackground(self._theme.color(token))
            cell.setFormat(form)

    def _letters(self, token: str, *, bold: bool = False) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setFont(self._theme.font(scale.BODY, scale.SEMIBOLD if bold else scale.REGULAR))
        form.setForeground(self._theme.color(token))
        if bold:
            form.setFontWeight(QFont.Weight.DemiBold)
        return form


class Difference(QWidget):
    """A comparison with what it comes to in words, and buttons from one difference to the next."""

    stepped = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = DifferenceText(theme)
        self.counts = label("", "muted")
        self.earlier = icon_button(theme, "chevron-up", _("Forrige forskjell"))
        self.later = icon_button(theme, "chevron-down", _("Neste forskjell"))
        self.earlier.clicked.connect(self._on_earlier)
        self.later.clicked.connect(self._on_later)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.S8)
        row = QHBoxLayout()
        column.addLayout(row)
        row.addWidget(self.counts, 1)
        row.addWidget(self.earlier)
        row.addWidget(self.later)
        column.addWidget(self.text, 1)
        self.setFocusProxy(self.text)

    def show_lines(
        self, lines: Sequence[DiffLine], counts: str, heads: tuple[str, str] = ("", ""), *, two: bool = False
    ) -> None:
        """Show a comparison, and ``counts`` that say what it comes to."""
        self.counts.setText(counts)
        self.text.show_lines(lines, heads, two=two)
        for each in (self.earlier, self.later):
            each.setVisible(any(line.side is not Side.BOTH for line in lines))

    @Slot()
    def _on_earlier(self) -> None:
        self.text.step(-1)

    @Slot()
    def _on_later(self) -> None:
        self.text.step(1)


def _rows(found: Sequence[Hunk]) -> list[Shown]:
    rows: list[Shown] = []
    for hunk in found:
        rows += [hunk.skipped] if hunk.skipped else []
        rows += side_by_side(hunk.lines)
    return rows


def _rows_of_one(found: Sequence[Hunk]) -> list[Shown]:
    rows: list[Shown] = []
    for hunk in found:
        rows += [hunk.skipped] if hunk.skipped else []
        rows += [(line, None) for line in hunk.lines]
    return rows


def _is_same(row: Shown) -> bool:
    if isinstance(row, int):
        return True
    return all(line is None or line.side is Side.BOTH for line in row)
