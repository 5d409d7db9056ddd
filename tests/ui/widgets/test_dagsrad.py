"""Six short bars that fill as the days are done."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.dagsrad import BAR, GAP, Dagsrad, draw_bars

COLOURS = {"surface": "#FFFFFF", "border": "#7D776B", "primary": "#0E5A64"}


@given(st.lists(st.floats(0, 1), max_size=8))
def test_each_day_is_a_bar_and_a_day_begun_has_colour(days: list[float]) -> None:
    """As many bars as days; a fill where something is done, never wider than its bar."""
    drawing, whole = draw_bars(days, 28, 8, COLOURS)
    shapes = [dict(shape.attrib) for shape in ET.fromstring(drawing)]
    edges = [shape for shape in shapes if "stroke" in shape]
    fills = [shape for shape in shapes if "stroke" not in shape]
    assert len(edges) == len(days)
    assert len(fills) == sum(day > 0 for day in days)
    assert whole == max(1, len(days) * (28 + GAP) - GAP)
    for fill in fills:
        assert 7 <= float(fill["width"]) <= 27


def test_its_words_say_what_the_picture_shows(theme: Theme, qtbot: QtBot) -> None:
    """Nothing by colour alone."""
    row = Dagsrad(theme)
    qtbot.addWidget(row)
    row.set_days((1.0, 1.0, 0.4, 0, 0, 0))
    assert row.accessibleName() == "2 av 6 dager ferdig"
    row.set_days((0.5,))
    assert row.accessibleName() == "0 av 1 dag ferdig"
    assert row.days() == (0.5,)


def test_the_picture_is_drawn_in_the_theme(theme: Theme, qtbot: QtBot) -> None:
    """A full bar is petrol in the middle, an empty one is paper."""
    row = Dagsrad(theme)
    qtbot.addWidget(row)
    row.set_days((1.0, 0.0))
    image = row.pixmap().toImage()
    middle = BAR[1] // 2
    assert QColor(image.pixel(BAR[0] // 2, middle)).name().upper() == theme.hex("primary")
    assert QColor(image.pixel(BAR[0] + GAP + BAR[0] // 2, middle)).name().upper() == theme.hex("surface")
