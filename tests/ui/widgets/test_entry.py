"""A line to type on says what it is for and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kursapp.ui.widgets.entry import Entry, PassphraseEntry

Show = Callable[[QWidget], QWidget]


@pytest.fixture
def entry(show: Show) -> Entry:
    """Show a line with a hint."""
    made = Entry("Navn på kullet", "", "Deltakerne ser navnet.")
    show(made)
    return made


def test_a_screen_reader_hears_the_question_and_the_hint(entry: Entry) -> None:
    """What stands beside the line is told with it."""
    assert entry.field.accessibleName() == "Navn på kullet"
    assert entry.field.accessibleDescription() == "Deltakerne ser navnet."


def test_an_error_stands_at_the_line_until_one_types(entry: Entry, qtbot: QtBot) -> None:
    """It takes the keyboard there, and goes with the first key."""
    entry.show_error("Skriv et navn.")
    assert entry.error.isVisible()
    assert QApplication.focusWidget() is entry.field
    with qtbot.waitSignal(entry.changed):
        qtbot.keyClicks(entry.field, " V")
    assert not entry.error.isVisible()
    assert entry.text() == "V"


def test_a_passphrase_keeps_its_spaces(show: Show, qtbot: QtBot) -> None:
    """What was typed is what is used, to the last sign."""
    entry = PassphraseEntry("Passordfrase")
    show(entry)
    qtbot.keyClicks(entry.field, " to ord ")
    assert entry.text() == " to ord "
    assert entry.field.echoMode() is QLineEdit.EchoMode.Password
    entry.shown.setChecked(True)
    assert entry.field.echoMode() is QLineEdit.EchoMode.Normal
