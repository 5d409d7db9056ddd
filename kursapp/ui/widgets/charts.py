"""A chart as it stands on a screen: the picture, what its colours mean, and the same numbers as a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kursapp.ui.i18n import _
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.charts_legend import Legend
from kursapp.ui.widgets.charts_table import Numbers, NumbersTable, copy_numbers


class Figure(QWidget):
    """Holds one chart, with its legend above and "Vis tall i tabell" below."""

    toggled = Signal(bool)

    def __init__(self, theme: Theme, chart: QWidget, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._given: Numbers | Callable[[], Numbers] = Numbers((), ())
        self._source = ""
        self._theme = theme
        self.chart = chart
        self.legend = Legend(theme)
        self.table: NumbersTable | None = None
        self.show_table = button(_("Vis tall i tabell"), "tertiary")
        self.show_table.setAccessibleDescription(name)
        self.show_table.clicked.connect(self._toggle)
        self.copy = button(_("Kopier tallene"), "tertiary")
        self.copy.setAccessibleDescription(name)
        self.copy.clicked.connect(self._copy)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(scale.S12)
        self._layout.addWidget(self.legend)
        self._layout.addWidget(chart)
        self._table_place = QVBoxLayout()
        self._layout.addLayout(self._table_place)
        add_button_row(self._layout, self.show_table, self.copy)
        self.legend.hide()

    def show_legend(self, colours: Sequence[QColor], words: Sequence[str]) -> None:
        """Say what the colours mean."""
        self.legend.show_entries(colours, words)
        self.legend.setAccessibleName(", ".join(words))
        self.legend.show()

    def show_numbers(self, numbers: Numbers | Callable[[], Numbers], source: str = "") -> None:
        """Give the table its numbers; it is built when it is first asked for.

        Numbers that few ask for may be given by what makes them. ``source`` says where they are from, and is copied
        along with them.
        """
        self._given, self._source = numbers, source
        if self.table is not None:
            self.table.show_numbers(self._numbers())

    def _numbers(self) -> Numbers:
        numbers = self._given() if callable(self._given) else self._given
        return replace(numbers, notes=(*numbers.notes, self._source)) if self._source else numbers

    @Slot()
    def _toggle(self) -> None:
        if self.table is None:
            self.table = NumbersTable(self._theme, self._name)
            self._table_place.addWidget(self.table)
            self.table.show_numbers(self._numbers())
            self.table.hide()
        shown = self.table.isHidden()
        self.table.setVisible(shown)
        self.show_table.setText(_("Skjul tabellen") if shown else _("Vis tall i tabell"))
        if shown:
            self.table.setFocus()
        self.toggled.emit(shown)

    @Slot()
    def _copy(self) -> None:
        copy_numbers(self._numbers())
        announce(self, _("Tallene er kopiert"))
