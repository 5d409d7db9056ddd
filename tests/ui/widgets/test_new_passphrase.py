"""A passphrase is long enough and written the same twice, or its line says what is wrong."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget

from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.new_passphrase import LEAST, NewPassphrase
from kursapp.vault.passphrases import LEAST_CHARACTERS


@pytest.fixture
def chosen(theme: Theme, show: Callable[[QWidget], QWidget]) -> NewPassphrase:
    """Show the two lines."""
    made = NewPassphrase()
    show(made)
    return made


def test_it_asks_for_as_many_characters_as_the_vault() -> None:
    """Nobody is told of a shorter one first, and refused it then."""
    assert LEAST == LEAST_CHARACTERS


def test_one_too_short_is_said_at_the_first_line(chosen: NewPassphrase) -> None:
    """Blanks around it do not make it longer."""
    chosen.passphrase.field.setText("  kort nok   ")
    chosen.again.field.setText("  kort nok   ")
    assert not chosen.is_answered()
    assert chosen.passphrase.error.isVisible()
    assert not chosen.again.error.isVisible()


def test_two_that_differ_are_said_at_the_second(chosen: NewPassphrase) -> None:
    """And the first says nothing any more."""
    chosen.passphrase.field.setText("fire vanlige ord")
    chosen.again.field.setText("fire vanlige or")
    assert not chosen.is_answered()
    assert chosen.again.error.isVisible()
    assert not chosen.passphrase.error.isVisible()


def test_two_alike_are_an_answer_until_they_are_forgotten(chosen: NewPassphrase) -> None:
    """What was typed is gone then."""
    for entry in (chosen.passphrase, chosen.again):
        entry.field.setText("fire vanlige ord")
    assert chosen.is_answered()
    assert chosen.text() == "fire vanlige ord"
    chosen.clear()
    assert chosen.text() == chosen.again.text() == ""
    assert not chosen.is_answered()
