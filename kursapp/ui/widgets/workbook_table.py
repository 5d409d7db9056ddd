"""The table of a workbook: fixed words and fields in columns, or one under the other where there is no room."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QToolButton, QWidget

from kursapp.domain.course import Rich
from kursapp.domain.question import Cell, Column, ColumnKind, Row, Workbook
from kursapp.ui.i18n import _
from kursapp.ui.theme.scale import REGULAR, SEMIBOLD
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.buttons import icon_button
from kursapp.ui.widgets.pictures import Pictures
from kursapp.ui.widgets.rich_label import RichLabel
from kursapp.ui.widgets.text import label, line
from kursapp.ui.widgets.workbook_cells import CellField, cell_field

# What a column would like and what it needs at 100 % text, in px; with less, each row stands by itself instead.
_WANTS = {
    ColumnKind.TEXT: (168, 132),
    ColumnKind.SCALE: (190, 180),
    ColumnKind.NUMBER: (100, 80),
    ColumnKind.DATE: (140, 120),
    ColumnKind.MENU: (150, 120),
    ColumnKind.COMPUTED: (72, 56),
}
# Where each row stands by itself: how wide a field must be to share its line, in px at 100 % text.
_SHARES = {
    ColumnKind.TEXT: 280,
    ColumnKind.SCALE: 200,
    ColumnKind.NUMBER: 140,
    ColumnKind.DATE: 160,
    ColumnKind.MENU: 180,
    ColumnKind.COMPUTED: 120,
}
_MOST_ON_A_LINE = 4
_STACKED_COLUMNS = 12
"""Grid columns of a row that stands by itself: one, two, three or four fields on a line divide them evenly."""
_GAP = 12


@dataclass(frozen=True, slots=True)
class _TableRow:
    """The widgets of one row: a caption and a cell for each column, and what removes it if it is one's own."""

    row_id: str
    captions: tuple[QLabel, ...]
    cells: tuple[QWidget, ...]
    fields: Mapping[str, CellField]
    remove: QToolButton | None
    rule: QFrame

    def widgets(self) -> list[QWidget]:
        """Return all its widgets."""
        found: list[QWidget] = [*self.captions, *self.cells, self.rule]
        return [*found, self.remove] if self.remove is not None else found


class WorkbookTable(QWidget):
    """``edited(row id, column id, text)`` with every change, ``settled`` when a field is done with."""

    edited = Signal(str, str, str)
    settled = Signal()
    remove_wanted = Signal(str)
    link_activated = Signal(str)

    def __init__(self, workbook: Workbook, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbook = workbook
        self._theme = theme
        self._pictures = pictures
        self._stacked = False
        self._width = 0
        self._names: dict[CellField, tuple[str, str]] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(8)
        self._headers = [label(column.title, "strong") for column in workbook.columns]
        self._rows: list[_TableRow] = [self._make_row(row, own=False) for row in workbook.rows]
        self._arrange()
        theme.changed.connect(self._fit)

    def field(self, row_id: str, column_id: str) -> CellField:
        """Return a field; KeyError where the table has none there."""
        for row in self._rows:
            if row.row_id == row_id:
                return row.fields[column_id]
        raise KeyError(row_id)

    def row_ids(self) -> list[str]:
        """Return the rows as they stand."""
        return [row.row_id for row in self._rows]

    def show_texts(self, row_id: str, texts: Mapping[str, str]) -> None:
        """Show what stands in a row: column id → text, also of computed columns."""
        for row in self._rows:
            if row.row_id == row_id:
                for column_id, field in row.fields.items():
                    if column_id in texts:
                        field.set_text(texts[column_id])

    def add_row(self, row_id: str) -> None:
        """Add an empty row of the participant's own at the bottom."""
        cells = tuple(Cell(field=True) for _column in self._workbook.columns)
        self._rows.append(self._make_row(Row(row_id, cells), own=True))
        self._arrange()

    def remove_row(self, row_id: str) -> None:
        """Take a row away from the screen."""
        for row in [row for row in self._rows if row.row_id == row_id]:
            self._rows.remove(row)
            for field in row.fields.values():
                del self._names[field]
            for widget in row.widgets():
                self._grid.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        self._arrange()

    def width_wanted(self) -> int:
        """Return how wide the table would like to be with its columns side by side, in px."""
        return self._side_by_side(0)

    def focus_first(self) -> None:
        """Put the keyboard in the first field that is empty, or in the first of all."""
        fields = [field for row in self._rows for field in row.fields.values()]
        empty = next((field for field in fields if not field.text().strip()), None)
        if empty is not None or fields:
            (empty or fields[0]).focus_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # Making rows

    def _make_row(self, row: Row, *, own: bool) -> _TableRow:
        columns = self._workbook.columns
        title = next((cell.text.plain for cell in row.cells if cell.text), "")
        fields: dict[str, CellField] = {}
        cells: list[QWidget] = []
        for column, cell in zip(columns, row.cells, strict=True):
            is_field = cell.field or column.kind is ColumnKind.COMPUTED
            widget = self._make_field(row.id, column, title) if is_field else self._fixed(cell)
            if isinstance(widget, CellField):
                fields[column.id] = widget
            cells.append(widget)
        captions = tuple(label(column.title, "meta") for column in columns)
        for widget in (*captions, *cells):
            widget.setParent(self)
        remove = self._make_remover(row.id) if own else None
        return _TableRow(row.id, captions, tuple(cells), fields, remove, line(self))

    def _make_field(self, row_id: str, column: Column, row_title: str) -> CellField:
        name = f"{row_title}, {column.title}" if row_title else column.title
        field = cell_field(column, name, self._theme)
        self._names[field] = (row_id, column.id)
        field.edited.connect(self._on_edited)
        field.settled.connect(self.settled)
        return field

    def _fixed(self, cell: Cell) -> QWidget:
        words = RichLabel(Rich("–", "–") if cell.none else cell.text, self._theme, self._pictures, px=16)
        words.link_activated.connect(self.link_activated)
        words.setProperty("none", cell.none)
        return words

    def _make_remover(self, row_id: str) -> QToolButton:
        remover = icon_button(self._theme, "trash", _("Fjern raden"), self)
        remover.setProperty("row", row_id)
        remover.clicked.connect(self._on_remove)
        return remover

    # Laying out

    def _side_by_side(self, which: int) -> int:
        columns = self._workbook.columns
        gaps = _GAP * (len(columns) - 1) + (self._theme.px(40) if self._workbook.growing else 0)
        return sum(self._theme.px(_WANTS[column.kind][which]) for column in columns) + gaps

    @Slot()
    def _fit(self) -> None:
        width = self.contentsRect().width()
        stacked = width < self._side_by_side(1)
        if stacked != self._stacked or (stacked and width != self._width):
            self._stacked = stacked
            self._width = width
            self._arrange()

    def _arrange(self) -> None:
        for column, header in enumerate(self._headers):
            self._grid.addWidget(header, 0, column, Qt.AlignmentFlag.AlignBottom)
            header.setVisible(not self._stacked)
        at = 1
        for row in self._rows:
            at = self._stack(row, at) if self._stacked else self._spread(row, at)
        for column in range(max(_STACKED_COLUMNS, len(self._workbook.columns)) + 1):
            self._grid.setColumnStretch(column, self._stretch(column))

    def _stretch(self, column: int) -> int:
        if self._stacked:
            return 1 if column < _STACKED_COLUMNS else 0
        shapes = self._workbook.columns
        return _WANTS[shapes[column].kind][0] if column < len(shapes) else 0

    def _spread(self, row: _TableRow, at: int) -> int:
        """Put a row side by side under the headers; return the next free line of the grid."""
        count = len(row.cells)
        self._grid.addWidget(row.rule, at, 0, 1, count + 1)
        for column, (caption, cell) in enumerate(zip(row.captions, row.cells, strict=True)):
            caption.hide()
            cell.show()
            _weigh(cell, REGULAR)
            self._grid.addWidget(cell, at + 1, column)
        if row.remove is not None:
            self._grid.addWidget(row.remove, at + 1, count, Qt.AlignmentFlag.AlignTop)
        return at + 2

    def _stack(self, row: _TableRow, at: int) -> int:
        """Put a row by itself, each field under its column's name; return the next free line."""
        self._grid.addWidget(row.rule, at, 0, 1, _STACKED_COLUMNS)
        at += 1
        for places in self._lines(row):
            span = _STACKED_COLUMNS // len(places)
            for number, place in enumerate(places):
                caption, cell = row.captions[place], row.cells[place]
                caption.setVisible(isinstance(cell, CellField))
                # A dash says something in its column only.
                cell.setVisible(not cell.property("none"))
                _weigh(cell, SEMIBOLD)
                self._grid.addWidget(caption, at, number * span, 1, span, Qt.AlignmentFlag.AlignBottom)
                self._grid.addWidget(cell, at + 1, number * span, 1, span)
            at += 2
        if row.remove is not None:
            self._grid.addWidget(row.remove, at, 0, 1, _STACKED_COLUMNS, Qt.AlignmentFlag.AlignLeft)
        return at + 1

    def _lines(self, row: _TableRow) -> Iterator[list[int]]:
        """Divide a row that stands by itself into lines: its words alone, and as many fields together as fit."""
        together: list[int] = []
        for place, cell in enumerate(row.cells):
            if not isinstance(cell, CellField):
                if together:
                    yield together
                yield [place]
                together = []
            elif together and self._fit_on_a_line([*together, place]):
                together.append(place)
            else:
                if together:
                    yield together
                together = [place]
        if together:
            yield together

    def _fit_on_a_line(self, places: list[int]) -> bool:
        widest = max(_SHARES[self._workbook.columns[place].kind] for place in places)
        return len(places) <= _MOST_ON_A_LINE and self._width >= len(places) * (self._theme.px(widest) + _GAP) - _GAP

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        field = self.sender()
        assert isinstance(field, CellField)
        self.edited.emit(*self._names[field], text)

    @Slot()
    def _on_remove(self) -> None:
        self.remove_wanted.emit(self.sender().property("row"))


def _weigh(cell: QWidget, weight: int) -> None:
    """Let the fixed words of a row stand out as its heading where there are no columns."""
    if isinstance(cell, RichLabel):
        cell.set_weight(weight)
