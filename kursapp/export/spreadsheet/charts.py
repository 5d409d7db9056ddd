"""Native charts: they follow the cells, and carry an alternative text that says what they show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from xlsxwriter.chart import Chart
from xlsxwriter.worksheet import Worksheet

from kursapp.domain.colours import ink_on
from kursapp.export.spreadsheet.book import Book, plain

ROW_PIXELS = 20
WIDTH = 560
LEAST_ROWS = 7
"""Rows a chart needs to be read."""


@dataclass(frozen=True, slots=True)
class Cells:
    """Cells of one sheet, counted from 0, both ends included, and what stands in them.

    The texts and numbers go into the file beside the reference, for programs that draw without reading the cells.
    """

    sheet: str
    first: tuple[int, int]
    last: tuple[int, int]
    data: Sequence[str | float]

    def reference(self) -> list[str | int]:
        """Return the reference as XlsxWriter takes it."""
        return [self.sheet, *self.first, *self.last]


@dataclass(frozen=True, slots=True)
class Series:
    """One series of a chart: its name, its values, and its colour, or one for each of its bars."""

    name: str
    values: Cells
    colours: tuple[str, ...]


def bars(book: Book, title: str, categories: Cells, series: Series) -> Chart:
    """Return horizontal bars, one for each category, with their counts printed."""
    chart = book.workbook.add_chart({"type": "bar"})
    chart.add_series(
        {
            **_series(book, categories, series),
            "points": [_fill(book, colour) for colour in series.colours],
            "gap": 40,
            "data_labels": {"value": True, "font": {"color": book.theme["text"]}},
        }
    )
    _dress(book, chart, title)
    chart.set_legend({"none": True})
    chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}, "min": 0})
    return chart


def stacked(book: Book, title: str, categories: Cells, series: Sequence[Series]) -> Chart:
    """Return 100 % stacked bars, one for each category, with the counts printed in them."""
    chart = book.workbook.add_chart({"type": "bar", "subtype": "percent_stacked"})
    for each in series:
        colour = each.colours[0]
        chart.add_series(
            {
                **_series(book, categories, each),
                **_fill(book, colour),
                "gap": 35,
                # A zero has no bar, so it has no number either.
                "data_labels": {"value": True, "num_format": "0;;;", "font": {"color": ink_on(colour)}},
            }
        )
    _dress(book, chart, title)
    chart.set_legend({"position": "bottom"})
    # "High" is below: the categories run downwards.
    gridlines = {"visible": True, "line": _line(book, "hairline")}
    chart.set_x_axis({"num_format": "0 %", "major_gridlines": gridlines, "label_position": "high"})
    return chart


def place(sheet: Worksheet, row: int, column: int, chart: Chart, rows: int, description: str) -> None:
    """Lay a chart over ``rows`` rows from a cell, with its alternative text."""
    chart.set_size({"width": WIDTH, "height": max(rows, LEAST_ROWS) * ROW_PIXELS - 4})
    sheet.insert_chart(
        row, column, chart, {"x_offset": 10, "y_offset": 2, "object_position": 1, "description": plain(description)}
    )


def _series(book: Book, categories: Cells, series: Series) -> dict[str, object]:
    return {
        "name": plain(series.name),
        "categories": categories.reference(),
        "categories_data": [plain(each) if isinstance(each, str) else each for each in categories.data],
        "values": series.values.reference(),
        "values_data": list(series.values.data),
    }


def _dress(book: Book, chart: Chart, title: str) -> None:
    chart.set_title({"name": plain(title), "overlay": False, "name_font": {"size": 11, "color": book.theme["text"]}})
    # The first category stands uppermost, as in the table.
    chart.set_y_axis({"reverse": True, "major_gridlines": {"visible": False}, "line": _line(book, "border")})
    chart.set_chartarea({"border": {"none": True}})


def _fill(book: Book, colour: str) -> dict[str, object]:
    return {"fill": {"color": colour}, "border": _line(book, "border")}


def _line(book: Book, token: str) -> dict[str, object]:
    return {"color": book.theme[token], "width": 0.75}
