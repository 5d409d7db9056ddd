"""The window gives its room to the text when there is little of it."""

from __future__ import annotations

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
