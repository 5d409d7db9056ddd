"""The bar says where one is, how to get back, and whether everything is saved."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kursapp.ui.navigation import cover, library, page, search
from kursapp.ui.saving import SavingState
from kursapp.ui.theme.theme import Look, Theme
from kursapp.ui.top_bar import Crumb, TopBar

Show = Callable[[QWidget], QWidget]
TRAIL = (("Kurs", library()), ("God barnevernledelse", cover("k")), ("Hvorfor finnes vi?", page("k", "d1-1")))


def shown_crumbs(bar: TopBar) -> list[str]:
    """Return the crumbs that can be seen."""
    return [crumb.text() for crumb in bar.findChildren(Crumb) if crumb.isVisible()]


def test_crumbs_lead_up(theme: Theme, show: Show, qtbot: QtBot) -> None:
    """A click on a place above goes there."""
    bar = TopBar(theme)
    bar.show_trail(TRAIL, "Formålet")
    show(bar)
    assert shown_crumbs(bar) == ["Kurs", "God barnevernledelse", "Hvorfor finnes vi?"]
    with qtbot.waitSignal(bar.asked) as asked:
        qtbot.mouseClick(bar.findChildren(Crumb)[1], Qt.MouseButton.LeftButton)
    assert asked.args == [cover("k")]


def test_the_same_name_is_said_once(theme: Theme, show: Show) -> None:
    """A session's first page has the session's name."""
    bar = TopBar(theme)
    bar.show_trail(TRAIL, "Hvorfor finnes vi?")
    show(bar)
    assert shown_crumbs(bar) == ["Kurs", "God barnevernledelse"]


def test_in_a_narrow_bar_the_middle_gives_way(theme: Theme, show: Show) -> None:
    """At 200 % the nearest place above stays longest, nothing is cut in two, and all comes back with room."""
    theme.wear(Look("light", 200))
    window = QWidget()
    bar = TopBar(theme, window)
    show(window)
    bar.resize(1900, 82)
    bar.show_trail(TRAIL, "Formålet, lest av en leder")
    assert len(shown_crumbs(bar)) == 3
    bar.resize(960, 82)
    QApplication.processEvents()
    left = shown_crumbs(bar)
    assert "God barnevernledelse" not in left
    assert bar.saving.geometry().right() <= 960
    for crumb in bar.findChildren(Crumb):
        if crumb.isVisible():
            assert crumb.width() >= crumb.sizeHint().width()
    bar.resize(1900, 82)
    assert len(shown_crumbs(bar)) == 3


def test_a_long_name_is_cut_with_dots(theme: Theme, show: Show) -> None:
    """And can be read whole in the tooltip and by the screen reader."""
    window = QWidget()
    bar = TopBar(theme, window)
    name = "Når prinsippene drar hver sin vei, og du skal velge mellom dem"
    bar.show_trail((), name)
    show(window)
    bar.resize(420, 52)
    assert bar._here.text().endswith("…")
    assert bar._here.toolTip() == bar._here.accessibleName() == name
    bar.resize(1200, 52)
    assert bar._here.text() == name


def test_the_saving_line_says_what_is_true(theme: Theme, qtbot: QtBot) -> None:
    """In words, with an icon, and for the screen reader."""
    bar = TopBar(theme)
    qtbot.addWidget(bar)
    words = []
    for state in (SavingState.SAVED, SavingState.SAVING, SavingState.FAILED):
        bar.saving.show_state(state)
        words.append(bar.saving.words.text())
        assert bar.saving.accessibleName() == words[-1]
    assert words == ["Alt er lagret", "Lagrer …", "Ikke lagret"]
    assert bar.saving.words.property("state") == "failed"


def test_the_bar_is_as_high_with_a_way_back_as_without(theme: Theme, show: Show) -> None:
    """Nothing jumps on the way from Hjem."""
    bar = TopBar(theme)
    show(bar)
    for zoom in (100, 150, 200):
        theme.wear(Look("light", zoom))
        heights = []
        for visible in (True, False):
            bar.back.setVisible(visible)
            heights.append(bar.minimumSizeHint().expandedTo(bar.minimumSize()).height())
        assert heights[0] == heights[1]


def test_an_old_trail_is_gone_at_once(theme: Theme, show: Show) -> None:
    """Going from a place with three above it to one with none leaves no word of the old trail in the picture."""
    bar = TopBar(theme)
    show(bar)
    bar.show_trail(TRAIL, "Formålet")
    QApplication.processEvents()
    assert len(shown_crumbs(bar)) == 3
    bar.show_trail((), "Kommentarer")
    assert shown_crumbs(bar) == []


def test_searching_everything_is_a_press_away(theme: Theme, show: Show, qtbot: QtBot) -> None:
    """Where it is offered; with words where there is room, and its name in any case."""
    window = QWidget()
    bar = TopBar(theme, window)
    show(window)
    bar.resize(1100, 52)
    assert not bar.everything.isVisible()
    bar.offer_search(True)
    assert bar.everything.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    with qtbot.waitSignal(bar.asked) as asked:
        qtbot.mouseClick(bar.everything, Qt.MouseButton.LeftButton)
    assert asked.args == [search()]
    bar.resize(700, 52)
    QApplication.processEvents()
    assert bar.everything.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
    assert bar.everything.accessibleName() == "Søk i alt (Ctrl+Shift+F)"
    bar.offer_search(False)
    assert not bar.everything.isVisible()
