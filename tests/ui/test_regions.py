"""F6 goes through the parts of the window, round and round."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from kursapp.ui.regions import first_stop, focus_after_wait, focus_into, step_region

Show = Callable[[QWidget], QWidget]


def region(*names: str) -> QWidget:
    """Make a part of a window with a few buttons."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.addWidget(QLabel("Tekst"))
    for name in names:
        column.addWidget(QPushButton(name))
    return made


def focused() -> str:
    """Return the text of what has the keyboard."""
    widget = QApplication.focusWidget()
    return widget.text() if isinstance(widget, QPushButton) else ""


def test_stepping_goes_round_in_both_directions(show: Show) -> None:
    """From region to region, into the first control of each; one without controls is passed over."""
    window = QWidget()
    row = QHBoxLayout(window)
    parts = [region("a", "b"), region(), region("c")]
    for part in parts:
        row.addWidget(part)
    show(window)
    focus_into(parts[0])
    assert focused() == "a"
    met = []
    for step in (1, 1, -1, -1):
        step_region(parts, step)
        met.append(focused())
    assert met == ["c", "a", "c", "a"]


def test_from_deep_inside_a_region_the_next_is_the_next_region(show: Show) -> None:
    """Not the next control."""
    window = QWidget()
    row = QHBoxLayout(window)
    parts = [region("a", "b"), region("c")]
    for part in parts:
        row.addWidget(part)
    show(window)
    parts[0].findChildren(QPushButton)[1].setFocus()
    step_region(parts, 1)
    assert focused() == "c"


def test_hidden_and_disabled_controls_are_no_stop(show: Show) -> None:
    """The keyboard never goes where one cannot see it."""
    part = region("a", "b", "c")
    show(part)
    first, second, third = part.findChildren(QPushButton)
    first.hide()
    second.setEnabled(False)
    assert first_stop(part) is third
    third.hide()
    assert first_stop(part) is None
    focus_into(part)


def test_what_gets_the_keyboard_is_brought_into_view(show: Show) -> None:
    """Also far down."""
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.addSpacing(3000)
    low = QPushButton("langt nede")
    column.addWidget(low)
    area = QScrollArea()
    area.setWidget(inside)
    show(area)
    focus_into(low)
    assert not low.visibleRegion().isEmpty()


def test_what_comes_late_gets_the_keyboard_where_nobody_moved_it(show: Show) -> None:
    """One who has gone elsewhere meanwhile is left there."""
    whole = QWidget()
    row = QHBoxLayout(whole)
    first, late = region("A", "B"), region("C")
    row.addWidget(first)
    row.addWidget(late)
    show(whole)
    here, there = first.findChildren(QPushButton)
    here.setFocus()
    focus_after_wait(late, here)
    assert focused() == "C"
    there.setFocus()
    focus_after_wait(late, here)
    assert focused() == "B"
