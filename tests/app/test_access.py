"""Everything in the window can be reached by keyboard, has a name, and is large enough to hit."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kursapp.app.program import Program
from kursapp.ui.navigation import Location, backups, cover, home, library, settings, shortcuts
from tests.ui.conftest import LONG, Start, steered

PLACES = (home(), library(), cover("lederkurs"), settings(), shortcuts(), backups())
LEAST = 24
MAIN = 44


def shown(program: Program, qtbot: QtBot, place: Location) -> list[QWidget]:
    """Go somewhere, wait until it is filled, and return every control on the screen."""
    program.rest.navigator.go(place)
    for _round in range(3):
        done: list[object] = []
        program.rest.tasks.profile(lambda _me: None, done.append)
        qtbot.waitUntil(lambda done=done: bool(done), timeout=LONG)
    QApplication.processEvents()
    kinds = (QAbstractButton, QLineEdit)
    return [each for each in program.window.findChildren(QWidget) if isinstance(each, kinds) and each.isVisible()]


@pytest.fixture
def program(start: Start, qtbot: QtBot) -> Program:
    """Start the program at 960 by 600, with 200 % text."""
    made = steered(qtbot, start(text_zoom=200))
    made.window.resize(960, 600)
    made.window.activateWindow()
    qtbot.waitUntil(made.window.isActiveWindow, timeout=LONG)
    return made


def test_every_control_has_a_name_a_size_and_a_place_in_the_row(program: Program, qtbot: QtBot) -> None:
    """On every screen of the shell: a name to say, 24 px to hit (44 for the main action), and a stop for Tab."""
    for place in PLACES:
        controls = shown(program, qtbot, place)
        assert len(controls) > 4
        for control in controls:
            words = control.accessibleName() or getattr(control, "text", str)()
            about = f"{place.screen}: {type(control).__name__} «{words}»"
            assert words.strip(), about
            assert min(control.width(), control.height()) >= LEAST, about
            assert control.focusPolicy() & Qt.FocusPolicy.TabFocus, about
            if control.property("main"):
                assert control.height() >= MAIN, about


def test_tab_goes_through_the_whole_window(program: Program, qtbot: QtBot) -> None:
    """Every control of a screen is met on the way round, and the way ends where it began."""
    for place in (home(), settings()):
        wanted = {each for each in shown(program, qtbot, place) if each.isEnabled()}
        groups = {each for each in wanted if isinstance(each, QAbstractButton) and each.autoExclusive()}
        first = QApplication.focusWidget()
        met: set[QWidget] = set()
        for _step in range(60):
            met.add(QApplication.focusWidget())
            qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
            if QApplication.focusWidget() is first:
                break
        assert QApplication.focusWidget() is first
        # Of a group of radio buttons Tab stops at one; the arrow keys go to the others.
        assert wanted - groups <= met


def test_f6_goes_from_part_to_part(program: Program, qtbot: QtBot) -> None:
    """Sidebar, bar above, screen, and round again; the ring shows where one is."""
    shown(program, qtbot, library())
    window = program.window
    parts = (window.sidebar, window.top_bar, program.rest.steering.screen)
    met = []
    for _step in range(4):
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_F6)
        focused = QApplication.focusWidget()
        met.append(next(number for number, part in enumerate(parts) if part.isAncestorOf(focused)))
        assert program.rest.steering.focus_ring.isVisible()
    assert met == [0, 1, 2, 0] or met == [1, 2, 0, 1]


def test_nothing_is_wider_than_a_small_window(program: Program, qtbot: QtBot) -> None:
    """At 960 by 600 and 200 % nothing of a screen is cut off at the right."""
    for place in PLACES:
        for control in shown(program, qtbot, place):
            right = control.mapTo(program.window, QPoint(control.width(), 0)).x()
            assert right <= program.window.width(), f"{place.screen}: {control.accessibleName()}"


def test_escape_does_nothing_dangerous(program: Program, qtbot: QtBot) -> None:
    """One stays where one is."""
    shown(program, qtbot, library())
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert program.window.isVisible()
    assert program.rest.navigator.here == library()
