"""Three workspaces in one window: each has its places, and a screen brings its own workspace along."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from kursapp import paths
from kursapp.ui.navigation import cohorts, home, search, settings
from kursapp.ui.participant.first_start import FirstStart
from kursapp.ui.workspaces import workspace, workspace_of, workspaces
from tests.ui.conftest import LONG, Start, steered


def test_every_place_leads_to_a_screen_of_its_workspace() -> None:
    """A place is the chosen one on the screen it leads to; what stands at the bottom belongs to all."""
    for each in workspaces():
        for place in each.places:
            assert place.location.screen in place.covers
            assert workspace_of(place.location.screen) == ("" if place.at_bottom else each.id)
        assert each.has(each.start.screen)


def test_an_unknown_workspace_is_the_participants() -> None:
    """A settings file of another version never leaves the window without places."""
    assert workspace("guest").id == "participant"


def test_the_sidebar_switches_and_remembers(start: Start, qtbot: QtBot) -> None:
    """The menu changes the places, the keys and what the next start opens; Alt+Left leads back to where one was."""
    program = steered(qtbot, start())
    window, navigator = program.window, program.rest.navigator
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=LONG)
    qtbot.mouseClick(window.sidebar.switch, Qt.MouseButton.LeftButton)
    menu = window.sidebar.switch.findChild(QMenu)
    assert [(one.text(), one.isChecked()) for one in menu.actions()] == [
        ("Deltaker", True),
        ("Instruktør", False),
        ("Koordinator", False),
    ]
    menu.actions()[2].trigger()
    menu.close()
    assert navigator.here == cohorts()
    assert window.sidebar.buttons[0].place.text == "Kull"
    assert window.sidebar.buttons[0].is_chosen
    assert json.loads(paths.settings_file().read_text("utf-8"))["workspace"] == "coordinator"
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert navigator.here.screen == "collecting"
    for _step in range(2):
        qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert navigator.here == home()
    assert window.sidebar.workspace.id == "participant"


def test_what_is_shared_leaves_the_workspace_as_it_is(start: Start, qtbot: QtBot) -> None:
    """Innstillinger is the same in all, and going there keeps the places one had."""
    program = steered(qtbot, start())
    program.rest.navigator.go(cohorts())
    program.rest.navigator.go(settings())
    assert program.window.sidebar.workspace.id == "coordinator"


def test_ctrl_k_finds_the_other_workspace(start: Start, qtbot: QtBot) -> None:
    """Changing workspace is a command like any other, and the keys of the old places are gone."""
    program = steered(qtbot, start())
    window = program.window
    assert _names(program) >= {"Bytt til arbeidsrommet Koordinator", "Hjem"}
    program.rest.navigator.go(cohorts())
    assert _names(program) >= {"Bytt til arbeidsrommet Deltaker", "Kull"}
    assert "Hjem" not in _names(program)
    assert window.sidebar.workspace.id == "coordinator"


def _names(program: object) -> set[str]:
    return {action.text() for action in program.rest.steering._parts.actions.at_hand()}  # type: ignore[attr-defined]


def test_the_next_start_opens_the_workspace_used_last(start: Start, qtbot: QtBot) -> None:
    """The coordinator is met by her own lock, never by a participant's page."""
    program = steered(qtbot, start(workspace="coordinator"))
    qtbot.waitUntil(lambda: program.rest.steering.screen is not None, timeout=LONG)
    assert program.rest.steering.screen.title() == "Koordinator"
    assert program.window.sidebar.workspace.id == "coordinator"
    program.rest.navigator.go(home())
    assert program.rest.steering.screen.greeting.text().endswith(", Kari")


@pytest.mark.parametrize("choice", ["participant", "author", "coordinator"])
def test_the_first_start_asks_which_workspace(start: Start, qtbot: QtBot, choice: str) -> None:
    """What is chosen in the first step is where one begins."""
    program = start(name="")
    qtbot.waitUntil(lambda: program.rest is not None and hasattr(program.rest, "steering"), timeout=LONG)
    first = program.first_screen
    assert isinstance(first, FirstStart)
    first.steps.currentWidget().workspaces.choose(choice)
    qtbot.mouseClick(first.next, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(first.steps.currentWidget().field, "Kari")
    for _step in range(2):
        qtbot.mouseClick(first.next, Qt.MouseButton.LeftButton)
    title = {"participant": "Hjem", "author": "Kurs", "coordinator": "Koordinator"}[choice]
    assert program.rest.steering.screen.title() == title
    assert program.window.sidebar.workspace.id == choice
    assert json.loads(paths.settings_file().read_text("utf-8"))["workspace"] == choice


def test_searching_everything_belongs_to_the_participant(start: Start, qtbot: QtBot) -> None:
    """By Ctrl+Shift+F and from the bar, and in no other workspace; the places stay as they are."""
    program = steered(qtbot, start())
    window, navigator = program.window, program.rest.navigator
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=LONG)
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_F, keys)
    assert navigator.here == search()
    assert program.rest.steering.screen.title() == "Søk"
    assert window.sidebar.workspace.id == "participant"
    assert window.top_bar.everything.isVisible()
    navigator.go(cohorts())
    assert not window.top_bar.everything.isVisible()
    assert "Søk i alt" not in _names(program)
    qtbot.keyClick(window, Qt.Key.Key_F, keys)
    assert navigator.here == cohorts()
    navigator.go(home())
    qtbot.mouseClick(window.top_bar.everything, Qt.MouseButton.LeftButton)
    assert navigator.here == search()
