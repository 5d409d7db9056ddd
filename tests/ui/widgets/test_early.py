"""The numbers used before the first paint are Qt's own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from kursapp.ui.widgets.early import NO_FOCUS, NO_SIDEWAYS_BAR, PLAIN_TEXT, put


def test_the_numbers_are_qts(qtbot: QtBot) -> None:
    """Each setting by number is the one it is called."""
    label, area = QLabel(), QScrollArea()
    for widget in (label, area):
        qtbot.addWidget(widget)
    label.setTextFormat(Qt.TextFormat.RichText)
    put(label, PLAIN_TEXT)
    put(area, NO_SIDEWAYS_BAR)
    put(area, NO_FOCUS)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    assert area.focusPolicy() == Qt.FocusPolicy.NoFocus
