"""Writing in what is one's own: reflections, workbooks, checklists."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from itertools import cycle

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from kursapp.demo import eyes, hands
from kursapp.demo.answering import Answering
from kursapp.demo.driver import Driver
from kursapp.demo.eyes import Role
from kursapp.demo.scenes import own_words
from kursapp.domain.question import Column
from kursapp.ui.i18n import _
from kursapp.ui.widgets.checklist_view import ChecklistView
from kursapp.ui.widgets.reflection_view import ReflectionView
from kursapp.ui.widgets.saved_text import SavedText
from kursapp.ui.widgets.scale_row import ScaleRow
from kursapp.ui.widgets.workbook_cells import CellField, ComputedCell
from kursapp.ui.widgets.workbook_table import WorkbookTable
from kursapp.ui.widgets.workbook_view import WorkbookView


class Writing:
    """Types in the fields that never leave the machine."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver
        self._answering = Answering(driver)

    def reflect(self, view: ReflectionView, text: str) -> None:
        """Write an answer to a reflection."""
        self._driver.write(view.field, text)

    def tick(self, view: ChecklistView, count: int) -> list[str]:
        """Tick the first ``count`` boxes of a checklist, and return their words."""
        ticked = []
        for box in eyes.all_with(view, Role.CheckBox)[:count]:
            self._driver.click(box)
            ticked.append(eyes.name_of(box))
        return ticked

    def cells(self, view: WorkbookView) -> list[CellField]:
        """Return the fields of a workbook one can fill in, in the order they are read."""
        fields = [field for field in self._driver.all(CellField, view) if not isinstance(field, ComputedCell)]
        return sorted(fields, key=lambda field: _place(field, view))

    def fill(self, field: CellField, text: str) -> None:
        """Fill in one field of a workbook; a scale takes its middle step, a menu its first entry."""
        inner = next(child for kind in _INNER for child in self._driver.all(kind, field))
        if isinstance(inner, ScaleRow):
            steps = inner.buttons()
            self._driver.click(steps[len(steps) // 2])
        elif isinstance(inner, QComboBox):
            self._answering.pick(inner, inner.itemText(1))
        else:
            self._driver.click(inner)
            hands.press(hands.Key.Key_End, hands.Modifier.ControlModifier)
            hands.type_text(text)

    def begin(self, view: WorkbookView) -> str:
        """Fill in the first words of a workbook's table, and return them."""
        words = [field for field in self.cells(view) if self._driver.all(SavedText, field)][:1]
        for field in words:
            self.fill(field, own_words.CELLS[0])
        return "; ".join(field.text() for field in words)

    def complete(self, view: WorkbookView) -> str:
        """Fill in all of a workbook, with a row of one's own where it takes any, and return what stands in it."""
        if view.table is not None:
            return self._complete_table(view, view.table)
        if view.text is not None:
            self._driver.write(view.text, own_words.ANY_REFLECTION)
            return view.text.text()
        for row in view.ticks:
            self._driver.click(row.box)
        return "; ".join(eyes.name_of(row.box) for row in view.ticks)

    def _complete_table(self, view: WorkbookView, table: WorkbookTable) -> str:
        if view.workbook.growing:
            self._driver.push(_("Legg til en rad"), view)
        words = cycle(own_words.CELLS)
        fields = [each for row_id in table.row_ids() for each in _fields(table, row_id, view.workbook.columns)]
        for column, field in fields:
            self.fill(field, own_words.SHAPED.get(column.kind) or next(words))
        return "; ".join(field.text() for _column, field in fields)


def _fields(table: WorkbookTable, row_id: str, columns: tuple[Column, ...]) -> Iterator[tuple[Column, CellField]]:
    """Yield what can be filled in in a row: not what the author has written or left out, nor what is worked out."""
    for column in columns:
        with suppress(KeyError):
            field = table.field(row_id, column.id)
            if not isinstance(field, ComputedCell):
                yield column, field


_INNER: tuple[type[QWidget], ...] = (SavedText, QLineEdit, QComboBox, ScaleRow)


def _place(widget: QWidget, view: QWidget) -> tuple[int, int]:
    corner = widget.mapTo(view, widget.rect().topLeft())
    return corner.y(), corner.x()
