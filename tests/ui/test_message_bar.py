"""The program says what it has to say in one place, and no longer than it is so."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kursapp.domain.problem import refusal
from kursapp.ui import message_bar as module
from kursapp.ui import messages as words
from kursapp.ui.message_bar import MessageBar
from kursapp.ui.messages import Messages
from kursapp.ui.theme.theme import Theme

Show = Callable[[QWidget], QWidget]


@pytest.fixture
def bar(theme: Theme, show: Show) -> tuple[Messages, MessageBar]:
    """Show an empty bar."""
    room = QWidget()
    messages = Messages(room)
    made = MessageBar(theme, messages, room)
    show(room)
    return messages, made


def test_without_messages_there_is_no_bar(bar: tuple[Messages, MessageBar]) -> None:
    """It takes no room when there is nothing to say."""
    messages, shown = bar
    assert not shown.isVisible()
    messages.tell("Svaret er lagret.")
    assert shown.isVisible()
    assert shown.texts() == ("Svaret er lagret.",)


def test_a_passing_word_goes_by_itself(theme: Theme, show: Show, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was done is said for a few seconds; a problem stays."""
    room = QWidget()
    messages = Messages(room)
    made = MessageBar(theme, messages, room)
    show(room)
    messages.shown.emit(words.Message("Kort", seconds=1))
    messages.warn("Lenge")
    qtbot.waitUntil(lambda: made.texts() == ("Lenge",), timeout=10_000)


def test_a_problem_is_one_sentence_with_its_remedy(bar: tuple[Messages, MessageBar]) -> None:
    """Codes are put into words; the same problem twice is said once."""
    messages, shown = bar
    found = refusal("disk-full", file="profil.db", folder="mappe").problem
    messages.problem(found)
    messages.problem(found)
    (text,) = shown.texts()
    assert "disk" in text.lower()
    assert "{" not in text


def test_the_button_does_what_it_says_and_the_message_goes(bar: tuple[Messages, MessageBar], qtbot: QtBot) -> None:
    """Undo undoes."""
    messages, shown = bar
    undone: list[int] = []
    messages.undo("Raden er fjernet.", lambda: undone.append(1))
    (row,) = shown.rows()
    assert row.action.text() == "Angre"
    qtbot.mouseClick(row.action, Qt.MouseButton.LeftButton)
    assert undone == [1]
    assert shown.texts() == ()
    assert not shown.isVisible()


def test_a_message_can_be_put_away_and_withdrawn(bar: tuple[Messages, MessageBar], qtbot: QtBot) -> None:
    """By its own button, or because it is no longer so."""
    messages, shown = bar
    messages.warn("Den ene")
    messages.warn("Ikke lagret", about="unsaved")
    qtbot.mouseClick(shown.rows()[0].close_button, Qt.MouseButton.LeftButton)
    assert shown.texts() == ("Ikke lagret",)
    messages.withdraw("unsaved")
    assert shown.texts() == ()


def test_what_matters_stays_when_there_is_much_to_say(bar: tuple[Messages, MessageBar]) -> None:
    """Passing words give way to problems; no more than a few are shown."""
    messages, shown = bar
    messages.warn("Ikke lagret", about="unsaved")
    for number in range(5):
        messages.tell(f"Lagret {number}")
    assert len(shown.texts()) == module.MOST
    assert "Ikke lagret" in shown.texts()
    assert shown.texts()[-1] == "Lagret 4"


def test_names_for_the_screen_reader(bar: tuple[Messages, MessageBar]) -> None:
    """A message is read as it stands, and its button says what it closes."""
    messages, shown = bar
    messages.tell("Svaret er lagret.")
    (row,) = shown.rows()
    assert row.accessibleName() == "Svaret er lagret."
    assert row.close_button.accessibleName() == "Lukk meldingen"
