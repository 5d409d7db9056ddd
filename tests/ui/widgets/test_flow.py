"""Buttons go on to the next line where there is no more room."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kursapp.ui.widgets.flow import Flow


def test_what_does_not_fit_is_on_the_next_line(qtbot: QtBot) -> None:
    """Wide: one line. Narrow: as many as needed, none over another, and the flow is as high as they are."""
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    flow = Flow()
    column.addWidget(flow)
    column.addStretch(1)
    buttons = [QPushButton(text) for text in ("Velg en annen mappe", "Velg filer", "Slutt å følge mappa")]
    for each in buttons:
        flow.add(each)
    window.show()
    tops = {}
    for width in (900, 260):
        window.resize(QSize(width, 400))
        QApplication.processEvents()
        tops[width] = [each.y() for each in buttons]
        rects = [each.geometry() for each in buttons]
        assert not any(one.intersects(two) for one in rects for two in rects if one is not two)
        assert max(rect.bottom() for rect in rects) < flow.height()
    assert len(set(tops[900])) == 1
    assert len(set(tops[260])) > 1


def test_what_is_hidden_takes_no_room(qtbot: QtBot) -> None:
    """The next one takes its place."""
    flow = Flow()
    qtbot.addWidget(flow)
    first, second = QPushButton("en"), QPushButton("to")
    for each in (first, second):
        flow.add(each)
    flow.resize(400, 60)
    flow.show()
    first.hide()
    QApplication.processEvents()
    assert second.x() == 0
