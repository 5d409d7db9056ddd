"""A quiz against the clock: away from it, after it, and in the middle of a word."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from kursapp.ui.participant.quiz import body as quiz_body
from kursapp.ui.participant.quiz.outcome import OutcomeStage
from tests.ui.participant.conftest import SitDown
from tests.ui.participant.quiz.small_quiz import question, quiz
from tests.ui.participant.sitting import HandClock


def test_the_time_goes_on_while_the_program_is_shut(sit_timed: SitDown, clock: HandClock) -> None:
    """A restart neither gives time nor takes it: ten minutes away are ten minutes less."""
    sitting = sit_timed()
    body = quiz(sitting)
    sitting.press("Begynn")
    assert question(body).time.text() == "20 min igjen"
    clock.wait(300)
    sitting.key(Qt.Key.Key_1)
    assert question(body).time.text() == "15 min igjen"
    sitting.close()
    clock.wait(600)
    sitting = sit_timed()
    body = quiz(sitting)
    assert "5 min igjen" in sitting.words()
    sitting.press("Fortsett forsøket")
    assert question(body).time.text() == "5 min igjen"


def test_time_that_went_out_while_the_program_was_shut(sit_timed: SitDown, clock: HandClock) -> None:
    """The start says so, and what had been answered counts."""
    sitting = sit_timed()
    quiz(sitting)
    sitting.press("Begynn")
    sitting.key(Qt.Key.Key_1)
    sitting.close()
    clock.wait(3600)
    sitting = sit_timed()
    quiz(sitting)
    assert "Tiden gikk ut mens programmet var lukket" in sitting.words()
    sitting.press("Se resultatet")
    assert "1 av 4 poeng" in sitting.words()
    assert "Tiden gikk ut. Det du hadde svart, teller." in sitting.words()


def test_time_out_while_typing(sit_timed: SitDown, clock: HandClock, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the clock strikes in the middle of typing, what stands there counts, and the outcome comes by itself."""
    monkeypatch.setattr(quiz_body, "NOTE_EVERY_TICKS", 1)
    monkeypatch.setattr(quiz_body, "TICK_MILLISECONDS", 20)
    sitting = sit_timed()
    body = quiz(sitting)
    sitting.press("Begynn")
    clock.wait(1199)
    sitting.press("Neste spørsmål")
    sitting.type("6")
    body.leave()
    # A note of the time still in line would find the time out before the answer that came after it.
    assert body.ground.tasks.flush()
    clock.wait(3)
    sitting.wait_for(lambda: isinstance(body.stage, OutcomeStage), "the outcome")
    assert "1 av 4 poeng" in sitting.words()


def test_an_answer_after_the_time_is_not_counted(sit_timed: SitDown, clock: HandClock) -> None:
    """An answer that comes when the time has long been out hands the attempt in without it."""
    sitting = sit_timed()
    body = quiz(sitting)
    sitting.press("Begynn")
    clock.wait(3600)
    sitting.key(Qt.Key.Key_1)
    assert isinstance(body.stage, OutcomeStage)
    assert "0 av 4 poeng" in sitting.words()
    assert sitting.heard == []
