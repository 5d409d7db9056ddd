"""A picture of results as a widget."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kursapp.ui.coordinator.results_rows import Picture
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.charts import Figure
from kursapp.ui.widgets.charts_rows import BarRows


class ResultFigure(Figure):
    """Shows a :class:`Picture`; ``opened`` tells which row is asked about. ``source`` goes along when it is copied."""

    opened = Signal(str)

    def __init__(self, theme: Theme, picture: Picture, source: str, parent: QWidget | None = None) -> None:
        self.rows = BarRows(theme, picture.name, middle=picture.middle, detailed=picture.detailed)
        super().__init__(theme, self.rows, picture.name, parent)
        self.picture = picture
        self.rows.opened.connect(self.opened)
        self.rows.show_rows(picture.rows, picture.axis, picture.colours)
        if picture.legend:
            self.show_legend(picture.colours, picture.legend)
        self.show_numbers(picture.numbers, source)
