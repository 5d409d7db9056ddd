"""A long path takes more lines, never more width."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.path_label import PathLabel


def test_a_long_path_is_broken(theme: Theme, qtbot: QtBot) -> None:
    """It is as narrow as its longest part; what is said of it has no marks in it."""
    short, long = Path("/hjem/kurs"), Path("/hjem") / "/".join(["mappe_med-navn"] * 20)
    label, other = PathLabel(short), PathLabel(long)
    for each in (label, other):
        qtbot.addWidget(each)
    assert other.minimumSizeHint().width() < 2 * label.sizeHint().width() + 200
    assert other.heightForWidth(200) > 3 * label.heightForWidth(200)
    assert other.accessibleName() == str(long)
