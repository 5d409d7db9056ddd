"""A small box beside what it is about."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.popover import Popover
from kursapp.ui.widgets.text import label

Show = Callable[[QWidget], QWidget]


@pytest.fixture
def ground(show: Show) -> QWidget:
    """Show a screen with a line to type on."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.addWidget(QLineEdit())
    column.addStretch(1)
    show(made)
    made.setFixedSize(1000, 760)
    made.findChild(QLineEdit).setFocus()
    return made


def filled(theme: Theme, ground: QWidget, words: str = "Noe å si") -> Popover:
    """Make a popover with some words and a button below them."""
    made = Popover(theme, ground, 300)
    made.column.addWidget(label(words))
    made.foot.addWidget(QPushButton("Lukk"))
    return made


@pytest.mark.parametrize("top", [0, 40, 380, 740])
def test_it_stands_beside_its_place_and_inside_its_parent(theme: Theme, ground: QWidget, top: int) -> None:
    """Below where it can, above at the bottom, and never over the place itself."""
    popover, place = filled(theme, ground), QRect(900, top, 10, 20)
    popover.open_beside(place)
    assert ground.rect().contains(popover.geometry())
    assert not popover.geometry().intersects(place)
    assert popover.has_room_beside(place)


def test_what_is_too_long_scrolls_and_the_foot_is_seen(theme: Theme, ground: QWidget) -> None:
    """The button stays at hand however much there is to say."""
    popover, place = filled(theme, ground, "mange ord " * 2_000), QRect(10, 300, 10, 20)
    popover.open_beside(place)
    assert ground.rect().contains(popover.geometry())
    assert popover.area.verticalScrollBar().maximum() > 0
    assert not popover.has_room_beside(place)
    button = popover.findChild(QPushButton)
    assert popover.rect().contains(button.geometry())


def test_escape_gives_the_keyboard_back(theme: Theme, ground: QWidget) -> None:
    """To what had it before, once; and it tells that it was put away."""
    popover, closed = filled(theme, ground), []
    popover.closed.connect(lambda: closed.append(True))
    popover.open_beside(QRect(10, 10, 10, 20), popover.findChild(QPushButton))
    assert popover.findChild(QPushButton).hasFocus()
    QTest.keyClick(popover.findChild(QPushButton), Qt.Key.Key_Escape)
    assert popover.isHidden()
    assert ground.findChild(QLineEdit).hasFocus()
    popover.dismiss()
    assert closed == [True]


def test_it_follows_its_parent(theme: Theme, ground: QWidget) -> None:
    """A window made smaller leaves none of it outside."""
    popover = filled(theme, ground)
    popover.open_beside(QRect(900, 700, 10, 20))
    ground.setFixedSize(500, 400)
    assert ground.rect().contains(popover.geometry())
