"""Text saves itself when the keys are quiet."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from kursapp.ui.saving import SavingState
from kursapp.ui.tasks import Tasks
from kursapp.ui.widgets import autosave
from kursapp.ui.widgets.autosave import Autosave


class Nothing:
    """A file that is never opened."""

    def close(self) -> None:
        """Have nothing to close."""


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    """Make tasks without files."""
    made = Tasks(Nothing, Nothing)
    yield made
    made.close()


def test_only_the_last_value_of_each_field_is_sent(tasks: Tasks, qtbot: QtBot) -> None:
    """One save for a sentence, not one for each letter; the state is true meanwhile."""
    saver = Autosave(tasks)
    sent: list[tuple[str, str]] = []
    saver.due.connect(lambda key, value: sent.append((key, value)))
    for text in ("J", "Je", "Jeg"):
        saver.touch("rf-1", text)
    saver.touch("rf-2", "også")
    assert tasks.state is SavingState.SAVING
    assert sent == []
    qtbot.waitUntil(lambda: len(sent) == 2, timeout=10_000)
    assert sent == [("rf-1", "Jeg"), ("rf-2", "også")]
    assert tasks.state is SavingState.SAVED


def test_leaving_sends_at_once(tasks: Tasks) -> None:
    """Nobody waits a second to close the lid; a second flush has nothing to send."""
    saver = Autosave(tasks)
    sent: list[str] = []
    saver.due.connect(lambda _key, value: sent.append(value))
    saver.touch("rf-1", "midt i en set")
    saver.flush()
    saver.flush()
    assert sent == ["midt i en set"]


def test_what_is_typed_without_a_pause_is_sent_too(tasks: Tasks, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """However long the keys go on: here they are never quiet."""
    monkeypatch.setattr(autosave, "QUIET_MILLISECONDS", 3_600_000)
    monkeypatch.setattr(autosave, "LONGEST_MILLISECONDS", 20)
    saver = Autosave(tasks)
    sent: list[str] = []
    saver.due.connect(lambda _key, value: sent.append(value))
    for text in ("Jeg", "Jeg skriver", "Jeg skriver videre"):
        saver.touch("rf-1", text)
        qtbot.waitUntil(lambda text=text: text in sent, timeout=10_000)
    assert tasks.state is SavingState.SAVED
