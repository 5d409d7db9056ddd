"""What the demo sees and does is what a person could: nothing hidden is found, nothing covered is clicked."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kursapp.demo import eyes, hands
from kursapp.demo.eyes import Role
from kursapp.demo.waiting import StuckError, wait_until


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """Show a window with two buttons and a line."""
    made = QWidget()
    layout = QVBoxLayout(made)
    for widget in (QPushButton("Neste"), QPushButton("Neste side"), QLineEdit()):
        layout.addWidget(widget)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_the_exact_name_wins_over_one_that_begins_so(window: QWidget) -> None:
    """«Neste» is not «Neste side», and half a name finds nothing where two things have it."""
    assert eyes.name_of(eyes.find(window, Role.Button, "Neste")) == "Neste"
    with pytest.raises(StuckError, match="2 × Button"):
        eyes.find(window, Role.Button, "Nes")


def test_what_is_hidden_is_not_found(window: QWidget) -> None:
    """A hidden button does not exist, and the refusal says what there is instead."""
    eyes.find(window, Role.Button, "Neste side").hide()
    with pytest.raises(StuckError, match="'Neste'"):
        eyes.find(window, Role.Button, "Neste side")


def test_what_is_covered_cannot_be_clicked(window: QWidget) -> None:
    """A click that would land on something else is refused by name."""
    button = eyes.find(window, Role.Button, "Neste")
    cover = QWidget(window)
    cover.setGeometry(window.rect())
    cover.show()
    with pytest.raises(StuckError, match="«Neste» cannot be clicked"):
        hands.click(button)


def test_letters_arrive_as_they_are_typed(window: QWidget) -> None:
    """Norwegian letters, quotes and dashes are typed as on a Norwegian keyboard."""
    line = window.findChild(QLineEdit)
    hands.click(line)
    hands.type_text("«Blåbærsyltetøy» – § 2-2")
    assert line.text() == "«Blåbærsyltetøy» – § 2-2"


def test_the_wheel_brings_what_is_far_down_into_view(qtbot: QtBot) -> None:
    """What lies below the window's edge is scrolled to before it is clicked."""
    area, content = QScrollArea(), QWidget()
    column = QVBoxLayout(content)
    buttons = [QPushButton(f"Knapp {number}") for number in range(60)]
    for button in buttons:
        column.addWidget(button)
    area.setWidget(content)
    area.resize(300, 200)
    qtbot.addWidget(area)
    with qtbot.waitExposed(area):
        area.show()
    with qtbot.waitSignal(buttons[50].clicked):
        hands.click(buttons[50])
    hands.scroll_to(area, 137)
    assert area.verticalScrollBar().value() == 137


def test_waiting_has_an_end(qtbot: QtBot) -> None:
    """What never comes is given up by name."""
    with pytest.raises(StuckError, match="godot"):
        wait_until(lambda: False, "godot", seconds=0.05)
