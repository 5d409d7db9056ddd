"""A column is as wide as one can read, at every text size."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kursapp.ui.theme.theme import Look, Theme
from kursapp.ui.widgets.scroll import Column


def test_a_line_keeps_its_number_of_letters(theme: Theme, qtbot: QtBot) -> None:
    """At 150 % the column is half as wide again, where the window has room, and never wider than the window."""
    column = Column(theme, 600)
    qtbot.addWidget(column)
    label = QLabel("Tekst")
    column.column.addWidget(label)
    column.resize(1400, 500)
    widths = []
    for zoom in (100, 150):
        theme.wear(Look("light", zoom))
        column.grab()
        widths.append(label.width())
    assert widths == [600, 900]
    theme.wear(Look("light", 200))
    column.resize(700, 500)
    column.grab()
    assert label.width() < 700


def test_what_was_added_just_now_can_be_scrolled_to(theme: Theme, qtbot: QtBot) -> None:
    """Laid out at once, and not when the window gets round to it."""
    column = Column(theme, 600)
    qtbot.addWidget(column)
    column.resize(700, 300)
    column.show()
    qtbot.waitExposed(column)
    tall, last = QLabel("Først"), QLabel("Sist")
    tall.setMinimumHeight(900)
    for each in (tall, last):
        column.column.addWidget(each)
        each.show()
    column.bring_up_to_date()
    column.ensureWidgetVisible(last)
    assert column.verticalScrollBar().value() > 500
