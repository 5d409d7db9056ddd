"""What the tests of widgets stand on: the application dressed in a theme, and pictures from a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kursapp import paths
from kursapp.ui.theme.theme import Look, Theme
from kursapp.ui.widgets.pictures import Pictures

W = TypeVar("W", bound=QWidget)
Show = Callable[[W], W]


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """Dress the application in the light theme, with icons."""
    made = Theme(qapp, paths.assets(), Look("light"))
    made.dress_application()
    made.wake()
    yield made
    made.deleteLater()


@pytest.fixture
def pictures(theme: Theme, tmp_path: Path) -> Pictures:
    """Answer with the files of ``tmp_path / "media"``, by their name."""

    def media(source: str) -> Path | None:
        file = tmp_path / "media" / source
        return file if file.is_file() else None

    return Pictures(media, theme)


@pytest.fixture
def show(qtbot: QtBot, theme: Theme) -> Iterator[Show[QWidget]]:
    """Show a widget in a window of its own, 680 px wide, that has the keyboard; the window goes after the test."""
    rooms: list[QWidget] = []

    def shown(widget: QWidget) -> QWidget:
        room = QWidget()
        theme.dress(room, "30-page")
        column = QVBoxLayout(room)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(widget)
        column.addStretch(1)
        room.resize(680, 800)
        room.show()
        room.activateWindow()
        qtbot.waitExposed(room)
        qtbot.waitUntil(room.isActiveWindow)
        rooms.append(room)
        return widget

    yield shown
    for room in rooms:
        room.close()
        room.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
