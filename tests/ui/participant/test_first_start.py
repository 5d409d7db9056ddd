"""Three short steps to the first course."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kursapp.ui.participant.first_start import LOOK, NAME, WELCOME, Choices, FirstStart
from kursapp.ui.participant.first_start_steps import LookStep, NameStep
from kursapp.ui.theme.theme import Theme

Show = Callable[[QWidget], QWidget]


@pytest.fixture
def screen(theme: Theme, show: Show) -> FirstStart:
    """Show the first step."""
    made = FirstStart(theme, Choices())
    show(made)
    return made


def test_by_keyboard_from_welcome_to_the_end(screen: FirstStart, qtbot: QtBot) -> None:
    """Enter, a name, Enter, a look, and all is told."""
    qtbot.keyClick(screen.next, Qt.Key.Key_Space)
    assert screen.steps.currentIndex() == NAME
    field = QApplication.focusWidget()
    qtbot.keyClicks(field, "Kari")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    look = screen.steps.currentWidget()
    assert isinstance(look, LookStep)
    assert QApplication.focusWidget() is look.zoom.smaller
    qtbot.mouseClick(look.zoom.larger, Qt.MouseButton.LeftButton)
    look.themes.choose("dark")
    with qtbot.waitSignal(screen.finished) as finished:
        qtbot.mouseClick(screen.next, Qt.MouseButton.LeftButton)
    assert finished.args == [Choices("participant", "Kari", "nb", "dark", 110)]


def test_what_can_be_seen_is_told_at_once(screen: FirstStart, qtbot: QtBot) -> None:
    """Language and look change while one chooses."""
    heard: list[Choices] = []
    screen.changed.connect(heard.append)
    step = screen.steps.currentWidget()
    step.languages.choose("nn")
    assert heard[-1].language == "nn"


def test_a_name_is_needed_and_asked_for_kindly(screen: FirstStart, qtbot: QtBot) -> None:
    """The step stays, the field says what is missing, and the words go when one writes."""
    qtbot.mouseClick(screen.next, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(screen.next, Qt.MouseButton.LeftButton)
    step = screen.steps.currentWidget()
    assert isinstance(step, NameStep)
    assert step.error.isVisible()
    assert "!" not in step.error.text()
    qtbot.keyClicks(step.field, "K")
    assert not step.error.isVisible()


def test_going_back_loses_nothing(screen: FirstStart, qtbot: QtBot) -> None:
    """The name stands when one comes again; at the first step there is no way back."""
    assert not screen.back.isVisible()
    qtbot.mouseClick(screen.next, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(QApplication.focusWidget(), "Kari")
    qtbot.mouseClick(screen.back, Qt.MouseButton.LeftButton)
    assert screen.steps.currentIndex() == WELCOME
    qtbot.mouseClick(screen.next, Qt.MouseButton.LeftButton)
    step = screen.steps.currentWidget()
    assert isinstance(step, NameStep)
    assert step.field.text() == "Kari"


def test_made_again_in_another_language_it_keeps_what_was_answered(theme: Theme, show: Show, qtbot: QtBot) -> None:
    """The window is built anew; the name is not asked for twice."""
    again = FirstStart(theme, Choices(name="Kari", language="nn"))
    show(again)
    qtbot.mouseClick(again.next, Qt.MouseButton.LeftButton)
    step = again.steps.currentWidget()
    assert isinstance(step, NameStep)
    assert step.field.text() == "Kari"


def test_the_text_size_chosen_by_keyboard_is_kept(screen: FirstStart, qtbot: QtBot) -> None:
    """Ctrl++ on the way is not undone by the next choice."""
    screen.follow(150)
    qtbot.mouseClick(screen.next, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(QApplication.focusWidget(), "K")
    qtbot.mouseClick(screen.next, Qt.MouseButton.LeftButton)
    assert screen.steps.currentIndex() == LOOK
    screen.follow(175)
    look = screen.steps.currentWidget()
    assert isinstance(look, LookStep)
    assert look.zoom.words.text() == "175 %"
    look.themes.choose("light")
    assert screen.choices.zoom == 175


@pytest.mark.parametrize("zoom", [100, 200])
def test_one_who_has_a_file_from_another_machine_sees_where_to_go(
    screen: FirstStart, theme: Theme, qtbot: QtBot, zoom: int
) -> None:
    """Beside «Neste», so that it is seen on a low window without scrolling, and not cut at twice the size."""
    theme.wear(theme.look._replace(zoom=zoom))
    screen.allow_cancel(True)
    screen.resize(960, 600)
    qtbot.waitUntil(lambda: screen.moving.width() >= screen.moving.sizeHint().width(), timeout=30_000)
    assert screen.moving.y() == screen.next.y()
    assert screen.moving.mapTo(screen, screen.moving.rect().bottomRight()).x() <= 960
    if zoom == 100:
        qtbot.waitUntil(lambda: not screen.moving.visibleRegion().isEmpty(), timeout=30_000)
