"""The window gives its room to the text when there is little of it."""

from __future__ import annotations

import itertools

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kursapp.ui.main_window import MainWindow
from kursapp.ui.theme.theme import Look, Theme
from kursapp.ui.workspaces import workspace


def test_the_sidebar_folds_where_the_window_is_narrow_for_the_text(theme: Theme, qtbot: QtBot) -> None:
    """At 100 % it has its words at 1366 px and its icons at 960; at 200 % 1366 px is narrow too."""
    window = MainWindow(theme, workspace("participant"))
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    assert not window.sidebar.folded
    window.resize(960, 600)
    qtbot.waitUntil(lambda: window.sidebar.folded)
    window.resize(1366, 768)
    qtbot.waitUntil(lambda: not window.sidebar.folded)
    theme.wear(Look("light", 200))
    assert window.sidebar.folded
    theme.wear(Look("light", 100))
    assert not window.sidebar.folded


def test_the_places_never_lie_over_each_other(theme: Theme, qtbot: QtBot) -> None:
    """Eight places in a low window with text at 200 % stand closer, each with a target of its own; else they do not."""
    window = MainWindow(theme, workspace("coordinator"))
    qtbot.addWidget(window)
    window.resize(960, 600)
    window.show()
    theme.dress_window(window)
    for zoom, tight in ((100, False), (200, True)):
        theme.wear(Look("light", zoom))
        QApplication.processEvents()
        buttons = window.sidebar.buttons
        assert [bool(each.property("tight")) for each in buttons] == [tight] * len(buttons)
        spans = sorted((each.y(), each.y() + each.height()) for each in buttons)
        assert all(lower[0] >= upper[1] for upper, lower in itertools.pairwise(spans)), spans
        assert all(bottom - top >= 24 for top, bottom in spans)
    theme.wear(Look("light", 100))
