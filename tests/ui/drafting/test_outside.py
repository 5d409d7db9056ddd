"""The draft is looked at every other second while the window is in use, and never faster than it answers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from kursapp.ui.drafting.outside import OutsideWatch

ACTIVE, AWAY = Qt.ApplicationState.ApplicationActive, Qt.ApplicationState.ApplicationInactive


@pytest.fixture
def state(monkeypatch: pytest.MonkeyPatch) -> list[Qt.ApplicationState]:
    """Say whether the window is the one in use."""
    now = [ACTIVE]
    monkeypatch.setattr(QGuiApplication, "applicationState", staticmethod(lambda: now[0]))
    return now


@pytest.fixture
def watch(qtbot: QtBot, state: list[Qt.ApplicationState]) -> Iterator[tuple[OutsideWatch, list[int]]]:
    """Watch, and count the looks."""
    made, looks = OutsideWatch(), list[int]()
    made.due.connect(lambda: looks.append(1))
    made.watch(True)
    yield made, looks
    made.watch(False)
    made.deleteLater()


def test_a_slow_folder_is_not_asked_again_before_it_answers(watch: tuple[OutsideWatch, list[int]]) -> None:
    """A share that takes ten seconds gets one question, not five."""
    made, looks = watch
    made._on_time()
    made._on_time()
    assert len(looks) == 1
    made.done()
    made._on_time()
    assert len(looks) == 2


def test_nothing_is_asked_while_one_is_elsewhere(
    watch: tuple[OutsideWatch, list[int]], state: list[Qt.ApplicationState]
) -> None:
    """Away from the window nothing is looked at; coming back it is, at once."""
    made, looks = watch
    state[0] = AWAY
    made._on_time()
    assert not looks
    state[0] = ACTIVE
    made._on_state(ACTIVE)
    assert looks == [1]


def test_without_a_draft_nothing_is_watched(watch: tuple[OutsideWatch, list[int]]) -> None:
    """Coming back to the window asks for nothing where nothing is open."""
    made, looks = watch
    made.watch(False)
    made._on_state(ACTIVE)
    assert not looks
