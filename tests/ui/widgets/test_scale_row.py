"""A row of steps where there is room for it, and where there is not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
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


@pytest.mark.parametrize("zoom", [100, 200])
@pytest.mark.parametrize("value", [None, 2])
def test_each_circle_stands_over_the_middle_of_its_words(
    theme: Theme, qtbot: QtBot, zoom: int, value: int | None
) -> None:
    """The circle is drawn in the middle of its step, where the digit below is centred, chosen or not."""
    theme.wear(Look("light", zoom))
    row = ScaleRow(["1", "2", "3", "4", "5"], theme, name="Følge")
    qtbot.addWidget(row)
    row.set_value(value)
    row.resize(700, 160)
    row.show()
    assert not row.is_stacked
    for button, words in zip(row.buttons(), row.findChildren(QLabel), strict=True):
        assert abs(middle_of_ink(button) - middle_of_ink(words)) <= 1.5


def middle_of_ink(widget: QWidget) -> float:
    """Return how far from its parent's left edge the middle of what a widget draws stands, in px."""
    image = QImage(widget.size(), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    widget.render(image, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    inked = [x for x in range(image.width()) if any(image.pixelColor(x, y).alpha() for y in range(image.height()))]
    return widget.x() + (inked[0] + inked[-1] + 1) / 2


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
