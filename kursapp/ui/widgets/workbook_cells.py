"""The fields of a workbook's table: one widget for each kind of column, all spoken to in the same way."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from kursapp.domain.question import Column, ColumnKind
from kursapp.domain.typed import read_date, read_number
from kursapp.ui.i18n import _
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.menu_box import MenuBox
from kursapp.ui.widgets.saved_text import SavedText
from kursapp.ui.widgets.scale_row import ScaleRow
from kursapp.ui.widgets.text import label, set_role


class CellField(QWidget):
    """One field. ``edited`` with every change a person makes; ``settled`` when she is done with one."""

    edited = Signal(str)
    settled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)

    def text(self) -> str:
        """Return what stands in the field, as text."""
        raise NotImplementedError

    def set_text(self, text: str) -> None:
        """Show what was filled in before, without telling anyone."""
        raise NotImplementedError

    def focus_first(self) -> None:
        """Put the keyboard in the field."""
        raise NotImplementedError


class TextCell(CellField):
    """Words of any length."""

    def __init__(self, name: str, theme: Theme) -> None:
        super().__init__()
        self.field = SavedText(theme, name=name, lines=2)
        self.field.edited.connect(self.edited)
        self.field.left.connect(self.settled)
        self._row.addWidget(self.field, 0, Qt.AlignmentFlag.AlignTop)

    def text(self) -> str:
        return self.field.text()

    def set_text(self, text: str) -> None:
        self.field.set_text(text)

    def focus_first(self) -> None:
        self.field.setFocus()


class LineCell(CellField):
    """A number or a date on one line. What cannot be read is kept as it is and marked, in words, on leaving."""

    def __init__(self, name: str, *, is_date: bool) -> None:
        super().__init__()
        self._is_date = is_date
        self.field = _Line()
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(_("dd.mm.åååå") if is_date else "")
        self.field.textEdited.connect(self.edited)
        self.field.left.connect(self._on_left)
        self._row.addWidget(self.field, 0, Qt.AlignmentFlag.AlignTop)

    def text(self) -> str:
        return self.field.text()

    def set_text(self, text: str) -> None:
        if text != self.field.text():
            self.field.setText(text)
        self._check()

    def focus_first(self) -> None:
        self.field.setFocus()

    @Slot()
    def _on_left(self) -> None:
        self._check()
        self.settled.emit()

    def _check(self) -> None:
        text = self.field.text()
        read = read_date(text) if self._is_date else read_number(text)
        date, number = _("Skriv en dato, for eksempel 9. mars 2026."), _("Skriv et tall, for eksempel 12.")
        asked = date if self._is_date else number
        wrong = bool(text.strip()) and read is None
        set_role(self.field, "state", "error" if wrong else "")
        self.field.setToolTip(asked if wrong else "")
        self.field.setAccessibleDescription(asked if wrong else "")


class _Line(QLineEdit):
    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class MenuCell(CellField):
    """One of the column's own words."""

    def __init__(self, name: str, column: Column) -> None:
        super().__init__()
        self._showing = False
        self.field = MenuBox([(choice, choice) for choice in column.choices], name)
        self.field.currentIndexChanged.connect(self._on_picked)
        self._row.addWidget(self.field, 0, Qt.AlignmentFlag.AlignTop)

    def text(self) -> str:
        return self.field.value()

    def set_text(self, text: str) -> None:
        self._showing = True
        self.field.set_value(text)
        self._showing = False

    def focus_first(self) -> None:
        self.field.setFocus()

    @Slot()
    def _on_picked(self) -> None:
        if not self._showing:
            self.edited.emit(self.field.value())
            self.settled.emit()


class ScaleCell(CellField):
    """A step of a scale, as a radio group."""

    def __init__(self, name: str, column: Column, theme: Theme) -> None:
        super().__init__()
        self._low = column.low or 0
        steps = [str(step) for step in range(self._low, (column.high or self._low) + 1)]
        self.field = ScaleRow(steps, theme, name=name)
        self.field.changed.connect(self._on_chosen)
        self._row.addWidget(self.field, 0, Qt.AlignmentFlag.AlignTop)

    def text(self) -> str:
        step = self.field.value()
        return "" if step is None else str(step - 1 + self._low)

    def set_text(self, text: str) -> None:
        number = read_number(text)
        self.field.set_value(None if number is None else int(number) + 1 - self._low)

    def focus_first(self) -> None:
        self.field.buttons()[0].setFocus()

    @Slot()
    def _on_chosen(self) -> None:
        self.edited.emit(self.text())
        self.settled.emit()


class ComputedCell(CellField):
    """What is worked out from the other columns of the row; nothing to fill in."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._words: QLabel = label("–", "strong")
        self._row.addWidget(self._words)
        self.set_text("")

    def text(self) -> str:
        return self._words.text()

    def set_text(self, text: str) -> None:
        self._words.setText(text or "–")
        told = _("{name}: {result}") if text else _("{name}: ikke regnet ut ennå")
        self._words.setAccessibleName(told.format(name=self._name, result=text))

    def focus_first(self) -> None:
        self.setFocus()


def cell_field(column: Column, name: str, theme: Theme) -> CellField:
    """Make the field of a column; ``name`` is what a screen reader calls it: the row's words and the column's."""
    match column.kind:
        case ColumnKind.SCALE:
            return ScaleCell(name, column, theme)
        case ColumnKind.NUMBER | ColumnKind.DATE:
            return LineCell(name, is_date=column.kind is ColumnKind.DATE)
        case ColumnKind.MENU:
            return MenuCell(name, column)
        case ColumnKind.COMPUTED:
            return ComputedCell(name)
    return TextCell(name, theme)
