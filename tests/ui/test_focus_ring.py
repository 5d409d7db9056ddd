"""One sees where the keyboard is, whoever uses it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMainWindow, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from kursapp.ui.focus_ring import REACH, FocusRing
from kursapp.ui.theme.theme import Theme
from tests.ui.conftest import sweep


class Stage(NamedTuple):
    """A window with a ring."""

    window: QMainWindow
    ring: FocusRing
    button: QPushButton
    field: QLineEdit
    low: QPushButton
    area: QScrollArea


@pytest.fixture
def stage(theme: Theme, qtbot: QtBot) -> Iterator[Stage]:
    """Show a button, a field, and a button far down in a scroll area."""
    window = QMainWindow()
    ground = QWidget()
    column = QVBoxLayout(ground)
    button, field, area = QPushButton("Knapp"), QLineEdit(), QScrollArea()
    inside = QWidget()
    inside_column = QVBoxLayout(inside)
    inside_column.addSpacing(800)
    low = QPushButton("Langt nede")
    inside_column.addWidget(low)
    area.setWidget(inside)
    for widget in (button, field, area):
        column.addWidget(widget)
    window.setCentralWidget(ground)
    window.resize(500, 400)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    yield Stage(window, FocusRing(theme, window), button, field, low, area)
    window.close()
    window.deleteLater()
    sweep()


def press(window: QMainWindow, key: Qt.Key) -> None:
    """Press a key as the system tells it: at the window's own handle."""
    QTest.keyClick(window.windowHandle(), key)


def around(stage: Stage, widget: QWidget) -> QRect:
    """Return where the ring should be."""
    corner = widget.mapTo(stage.ring.parentWidget(), QPoint(0, 0))
    return QRect(corner, widget.size()).adjusted(-REACH, -REACH, REACH, REACH)


def test_a_key_brings_the_ring_out(stage: Stage) -> None:
    """Two pixels, after a gap of two, around what has the keyboard."""
    stage.button.setFocus()
    assert not stage.ring.isVisible()
    press(stage.window, Qt.Key.Key_Shift)
    assert stage.ring.isVisible()
    assert stage.ring.geometry() == around(stage, stage.button)


def test_one_who_clicks_sees_no_ring(stage: Stage, qtbot: QtBot) -> None:
    """Except at fields one writes in."""
    press(stage.window, Qt.Key.Key_Shift)
    QTest.mouseClick(stage.window.windowHandle(), Qt.MouseButton.LeftButton, pos=stage.button.geometry().center())
    assert not stage.ring.isVisible()
    stage.field.setFocus()
    assert stage.ring.isVisible()


def test_the_ring_follows(stage: Stage) -> None:
    """Through moves, and away with what is hidden."""
    press(stage.window, Qt.Key.Key_Shift)
    stage.button.setFocus()
    stage.window.resize(700, 500)
    assert stage.ring.geometry() == around(stage, stage.button)
    stage.button.hide()
    assert not stage.ring.isVisible() or stage.ring.geometry() != around(stage, stage.button)


def test_the_ring_scrolls_with_what_it_is_around(stage: Stage) -> None:
    """Inside a scroll area it belongs to the content, and is cut where the content is cut."""
    press(stage.window, Qt.Key.Key_Shift)
    stage.low.setFocus()
    assert stage.ring.parentWidget() is stage.area.widget()
    before = stage.ring.mapToGlobal(QPoint(0, 0)).y()
    stage.area.verticalScrollBar().setValue(100)
    assert stage.ring.geometry() == around(stage, stage.low)
    assert stage.ring.mapToGlobal(QPoint(0, 0)).y() == before - 100


def test_the_ring_never_takes_a_click(stage: Stage, qtbot: QtBot) -> None:
    """It is a picture."""
    press(stage.window, Qt.Key.Key_Shift)
    stage.button.setFocus()
    assert stage.ring.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    assert stage.ring.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_a_page_that_goes_away_leaves_the_ring(stage: Stage) -> None:
    """Also where the keyboard left the page for something without a ring, and where it is in the page still."""
    for leaves_first in (True, False):
        page = QWidget()
        on_page = QPushButton("På siden")
        QVBoxLayout(page).addWidget(on_page)
        stage.area.setWidget(page)
        on_page.setFocus()
        press(stage.window, Qt.Key.Key_Shift)
        assert stage.ring.parentWidget() is page
        if leaves_first:
            QTest.mouseClick(
                stage.window.windowHandle(),
                Qt.MouseButton.LeftButton,
                pos=stage.button.mapTo(stage.window, QPoint(5, 5)),
            )
            stage.button.setFocus()
        stage.area.takeWidget().deleteLater()
        del page, on_page
        sweep()
        stage.button.setFocus()
        stage.ring.bring_out()
        assert stage.ring.isVisible()


def test_a_window_that_is_taken_apart_with_the_keyboard_in_it_is_no_fault(theme: Theme, qtbot: QtBot) -> None:
    """The keyboard moves once more while it goes, from deep within: as when a profile is locked."""
    window = QMainWindow()
    area, inside = QScrollArea(), QWidget()
    column = QVBoxLayout(inside)
    fields = [QLineEdit(), QLineEdit()]
    for field in fields:
        column.addWidget(field)
    area.setWidget(inside)
    window.setCentralWidget(area)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    ring = FocusRing(theme, window)
    fields[0].setFocus()
    qtbot.waitUntil(lambda: ring.parentWidget() is inside)
    delete(window)
    assert not isValid(window)
