"""The camera's pictures are on the disk when it is put away, or it says which is not."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kursapp.demo.camera import Camera
from kursapp.demo.driver import Driver


class Beside:
    """Stands for the driver of a window with nothing going on."""

    class program:  # noqa: N801 - a field of the driver's
        class theme:  # noqa: N801
            name = "dark"

    def rest_a_moment(self) -> None:
        pass


@pytest.fixture
def window(qtbot: QtBot) -> QLabel:
    label = QLabel("Kurs")
    label.resize(120, 40)
    qtbot.addWidget(label)
    return label


def test_every_picture_is_written_when_the_camera_is_put_away(window: QLabel, tmp_path: Path) -> None:
    """They are packed beside the tour, and the tour waits for the last."""
    camera = Camera(cast(Driver, Beside()), tmp_path)
    camera.window(window, "kurs")
    camera.window(window, "side")
    camera.put_away()
    assert camera.taken == ["001-kurs-mork.png", "002-side-mork.png"]
    assert all(QImage(str(tmp_path / name)).width() == 120 for name in camera.taken)


def test_a_picture_that_cannot_be_written_is_named(window: QLabel, tmp_path: Path) -> None:
    """However late that is found out."""
    camera = Camera(cast(Driver, Beside()), tmp_path / "borte")
    camera.window(window, "kurs")
    with pytest.raises(OSError, match=r"001-kurs-mork\.png"):
        camera.put_away()
