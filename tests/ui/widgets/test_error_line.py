"""Why it did not work stands there only while there is something to say."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kursapp.ui.widgets.error_line import ErrorLine


def test_it_is_seen_while_it_says_something(qapp: QApplication, qtbot: QtBot) -> None:
    """Hidden at first, shown with its words as plain text, and hidden again by none."""
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    line = ErrorLine()
    column.addWidget(line)
    window.show()
    assert line.isHidden()
    line.say("Disken er <b>full</b>.")
    assert (line.isVisible(), line.text()) == (True, "Disken er <b>full</b>.")
    line.say("")
    assert line.isHidden()
