"""The numbers behind a chart, as a table one can read cell by cell and copy."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHeaderView, QSizePolicy, QTableWidget, QTableWidgetItem, QWidget

from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme


@dataclass(frozen=True, slots=True)
class Numbers:
    """A table of texts: the first column names the row. ``notes`` say what is hidden, and are copied along."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()

    def as_text(self) -> str:
        """Return it with tabs between cells and a line for each row, as spreadsheets take it from the clipboard."""
        lines = ["\t".join(_one_line(cell) for cell in row) for row in (self.heads, *self.rows)]
        return "\n".join([*lines, *(_one_line(note) for note in self.notes)])


class NumbersTable(QTableWidget):
    """As high as its rows, so that the page scrolls and not the table inside it. Ctrl+C copies all of it."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._numbers = Numbers((), ())
        self.setAccessibleName(name)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.setAlternatingRowColors(True)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._fit)

    def show_numbers(self, numbers: Numbers) -> None:
        """Show a table in place of the one before."""
        self._numbers = numbers
        self.clear()
        self.setColumnCount(len(numbers.heads))
        self.setRowCount(len(numbers.rows))
        self.setHorizontalHeaderLabels(list(numbers.heads))
        for row, cells in enumerate(numbers.rows):
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                if column:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                # Read cell by cell, a number is nothing without what it counts.
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{cells[0]}, {numbers.heads[column]}: {text}")
                self.setItem(row, column, item)
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        first = self.horizontalHeaderItem(0)
        if first is not None:
            first.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        if numbers.heads:
            head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setMinimumSectionSize(self._theme.px(scale.S64))
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            copy_numbers(self._numbers)
            return
        super().keyPressEvent(event)

    @Slot()
    def _fit(self) -> None:
        self.resizeRowsToContents()
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        edges = 2 * self.frameWidth()
        # A table too wide for the window gets a bar below its last row, not across it.
        bar = self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows + edges + bar)


def copy_numbers(numbers: Numbers) -> None:
    """Put a whole table on the clipboard, with what it says about hidden numbers."""
    QGuiApplication.clipboard().setText(numbers.as_text())


def _one_line(text: str) -> str:
    return " ".join(text.split())
