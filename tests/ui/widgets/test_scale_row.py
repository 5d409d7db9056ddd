"""A row of steps where there is room for it, and where there is not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kursapp import paths
from kursapp.ui.theme.theme import Look, Theme
from kursapp.ui.widgets.scale_row import ScaleRow

LABELS = ("Mestrer ikke", "Mestrer et stykke på vei", "Mestrer godt", "Kan lære det bort")


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    made = Theme(qapp, paths.assets(), Look("light"))
    made.dress_application()
    yield made
    qapp.setStyleSheet("")


@pytest.fixture
def row(theme: Theme, qtbot: QtBot) -> ScaleRow:
    made = ScaleRow(LABELS, theme, name="Å lede", apart="Ikke relevant")
    qtbot.addWidget(made)
    made.resize(480, 120)
    made.show()
    return made


def test_the_steps_stack_where_their_words_have_no_room(row: ScaleRow, theme: Theme) -> None:
    """Side by side in a wide row, under each other in a narrow one or in large type, and back again."""
    assert not row.is_stacked
    row.resize(260, 400)
    assert row.is_stacked
    tops = [one.mapTo(row, one.rect().topLeft()).y() for one in row.buttons()]
    assert tops == sorted(tops)
    row.resize(480, 120)
    assert not row.is_stacked
    theme.wear(Look("light", 200))
    QApplication.processEvents()
    assert row.is_stacked


@pytest.mark.parametrize("width", [260, 480])
def test_a_click_on_the_words_chooses(row: ScaleRow, width: int) -> None:
    """The words of a step choose it, wherever they stand, and the value is told once."""
    row.resize(width, 400)
    QApplication.processEvents()
    told: list[object] = []
    row.changed.connect(told.append)
    words = next(one for one in row.findChildren(QLabel) if one.text() == LABELS[1])
    QTest.mouseClick(words, Qt.MouseButton.LeftButton)
    assert row.value() == 2
    assert told == [2]
    row.set_locked(True)
    QTest.mouseClick(
        next(one for one in row.findChildren(QLabel) if one.text() == LABELS[0]), Qt.MouseButton.LeftButton
    )
    assert row.value() == 2


def test_a_row_may_be_as_narrow_as_its_window(row: ScaleRow) -> None:
    """The row never asks for more width than a small window has: then its steps stack."""
    assert row.minimumSizeHint().width() <= 160
