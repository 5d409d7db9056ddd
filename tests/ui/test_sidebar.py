"""The sidebar tells how many wait at a place."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kursapp.ui.sidebar import Sidebar
from kursapp.ui.theme.theme import Theme
from kursapp.ui.workspaces import workspace


def place(sidebar: Sidebar, screen: str) -> QWidget:
    return next(one for one in sidebar.buttons if one.place.location.screen == screen)


def test_a_number_stands_beside_the_name_and_is_said(theme: Theme) -> None:
    """None is said of nothing; folded, only the screen reader hears it; another workspace and back keep it."""
    sidebar = Sidebar(theme, workspace("participant"))
    plain = place(sidebar, "practice").text()
    sidebar.show_count("practice", 12)
    assert place(sidebar, "practice").text() == f"{plain}  (12)"
    assert place(sidebar, "practice").accessibleName() == "Øving, 12 i dag"
    assert "(" not in place(sidebar, "home").text()
    sidebar.fold(True)
    assert place(sidebar, "practice").text() == ""
    assert place(sidebar, "practice").toolTip() == "Øving, 12 i dag (Ctrl+3)"
    sidebar.fold(False)
    sidebar.show_workspace(workspace("author"))
    sidebar.show_workspace(workspace("participant"))
    assert place(sidebar, "practice").text() == f"{plain}  (12)"

    sidebar.show_count("practice", 0)

    assert place(sidebar, "practice").text() == plain
    assert place(sidebar, "practice").accessibleName() == "Øving"
    sidebar.deleteLater()
