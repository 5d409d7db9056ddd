"""Øving in the whole program: its number in the sidebar, and the screen a key away."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kursapp.domain.review import CardKind, ReviewCard
from kursapp.services.changes import Change, Changes
from kursapp.services.participant import Participant
from kursapp.ui.navigation import practice
from kursapp.ui.participant.practice.keeper import PracticeKeeper
from kursapp.ui.participant.practice.screen import PracticeScreen
from tests.ui.conftest import LONG, Start, steered


def two_cards(participant: Participant) -> Changes:
    """Put in two cards of the course on the shelf, ready today."""
    today = datetime.now(UTC).astimezone().date()
    cards = [
        ReviewCard("lederkurs", name, CardKind.QUESTION, "d1-1", "d1-1-b", "f" * 32, today) for name in ("q1", "q2")
    ]
    participant.profile.review_cards.save(cards)
    return Changes.of(Change.REVIEW)


def test_how_many_wait_stands_in_the_sidebar(start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """It follows what is done, also in a window built anew, and the place leads to the screen."""
    # The small course has no questions, so looking at it would let these cards rest.
    monkeypatch.setattr(PracticeKeeper, "take_in", PracticeKeeper.count)
    program = steered(qtbot, start())
    program.rest.tasks.save(two_cards)

    def told() -> bool:
        return any(button.accessibleName() == "Øving, 2 i dag" for button in program.window.sidebar.buttons)

    qtbot.waitUntil(told, timeout=LONG)
    program.build_again()
    qtbot.waitUntil(told, timeout=LONG)
    place = next(button for button in program.window.sidebar.buttons if button.place.location == practice())
    qtbot.keyClick(place, Qt.Key.Key_Return)
    assert program.rest.navigator.here == practice()
    assert isinstance(program.rest.steering.screen, PracticeScreen)
    overview = program.rest.steering.screen.overview
    qtbot.waitUntil(lambda: overview.today.heading.text() == "2 spørsmål i dag", timeout=LONG)
