"""Writing in what is one's own: reflections, workbooks, checklists."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from kursapp.demo import eyes, hands
from kursapp.demo.answering import Answering
from kursapp.demo.driver import Driver
from kursapp.demo.eyes import Role
from kursapp.ui.widgets.checklist_view import ChecklistView
from kursapp.ui.widgets.reflection_view import ReflectionView
from kursapp.ui.widgets.saved_text import SavedText
from kursapp.ui.widgets.scale_row import ScaleRow
from kursapp.ui.widgets.workbook_cells import CellField, ComputedCell
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


_INNER: tuple[type[QWidget], ...] = (SavedText, QLineEdit, QComboBox, ScaleRow)


def _place(widget: QWidget, view: QWidget) -> tuple[int, int]:
    corner = widget.mapTo(view, widget.rect().topLeft())
    return corner.y(), corner.x()
