"""The numbers used before the first paint are Qt's own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QToolButton
from pytestqt.qtbot import QtBot

from kursapp.ui.widgets.early import ICON_ALONE, NO_FOCUS, NO_SIDEWAYS_BAR, PLAIN_TEXT, WORDS_BESIDE_ICON, put


def test_the_numbers_are_qts(qtbot: QtBot) -> None:
    """Each setting by number is the one it is called."""
    label, area, button = QLabel(), QScrollArea(), QToolButton()
    for widget in (label, area, button):
        qtbot.addWidget(widget)
    label.setTextFormat(Qt.TextFormat.RichText)
    put(label, PLAIN_TEXT)
    put(area, NO_SIDEWAYS_BAR)
    put(area, NO_FOCUS)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    assert area.focusPolicy() == Qt.FocusPolicy.NoFocus
    put(button, WORDS_BESIDE_ICON)
    assert button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    put(button, ICON_ALONE)
    assert button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
