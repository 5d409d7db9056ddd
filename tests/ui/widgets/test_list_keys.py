"""A list is walked from the line one types on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from kursapp.ui.widgets.list_keys import ListKeys


@pytest.mark.parametrize(
    ("key", "rows"),
    [(Qt.Key.Key_Down, 1), (Qt.Key.Key_Up, -1), (Qt.Key.Key_PageDown, 7), (Qt.Key.Key_PageUp, -7)],
)
def test_arrows_and_pages_step_in_the_list(qapp: QApplication, key: Qt.Key, rows: int) -> None:
    """By one row or a page of them, and the field keeps its words."""
    field, stepped = QLineEdit("frist"), list[int]()
    ListKeys(field, 7).stepped.connect(stepped.append)
    QTest.keyClick(field, key)
    assert (stepped, field.text()) == ([rows], "frist")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_takes_what_is_chosen(qapp: QApplication, key: Qt.Key) -> None:
    """Either of the two keys; letters go to the field as ever."""
    field, taken = QLineEdit(), list[str]()
    keys = ListKeys(field, 7)
    keys.taken.connect(lambda: taken.append(field.text()))
    QTest.keyClicks(field, "æ")
    QTest.keyClick(field, key)
    assert taken == ["æ"]
