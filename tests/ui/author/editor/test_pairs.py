"""Brackets and quotation marks in pairs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from kursapp.ui.author.editor.pairs import around, closes_itself, is_empty_pair, steps_over
from tests.ui.author.editor.conftest import Hands


@pytest.mark.parametrize(
    ("typed", "line", "closing"),
    [
        ("(", "ord |", ")"),
        ("[", "[|]", "]"),
        ("«", "|.", "»"),
        ("(", "|ord", ""),
        (")", "|", ""),
        ("-", "<!-|", "  -->"),
        ("-", "<!-| a -->", ""),
        ("-", "a-|", ""),
    ],
)
def test_what_closes_itself(typed: str, line: str, closing: str) -> None:
    """Before a word nothing does: she is about to put brackets around it by hand."""
    assert closes_itself(typed, line.replace("|", ""), line.index("|")) == closing


def test_the_other_half_is_stepped_over() -> None:
    """Where a pair is open; a bracket that closes nothing is written."""
    assert steps_over(")", "(a)", 2)
    assert not steps_over(")", "a)", 1)
    assert not steps_over("x", "x", 0)
    assert not steps_over(")", "(a", 2)


def test_an_empty_pair() -> None:
    """Nothing between, and the two belong together."""
    assert is_empty_pair("a()", 2)
    assert not is_empty_pair("(]", 1)
    assert not is_empty_pair("()", 0)


@pytest.mark.parametrize(
    ("line", "mark", "becomes"),
    [
        ("et |ord| her", "**", "et **ord** her"),
        ("et |**ord**| her", "**", "et ord her"),
        ("et **|ord|** her", "**", "et ord her"),
        ("et |ord| her", "*", "et *ord* her"),
        ("et *|ord|* her", "*", "et ord her"),
        ("et **|ord|** her", "*", "et ***ord*** her"),
        ("||", "**", "****"),
    ],
)
def test_marks_around_words(line: str, mark: str, becomes: str) -> None:
    """Put there, or taken away where they are; a single mark is no half of a double one."""
    start, end = line.index("|"), line.rindex("|") - 1
    text = line.replace("|", "")
    first, last, new = around(text, start, end, mark)
    assert text[:first] + new + text[last:] == becomes


def test_enter_goes_past_the_end_of_a_link(hands: Hands) -> None:
    """Nobody wants a line break in what a link leads to; in a bracket of words it is an ordinary key."""
    assert hands("Se [her](#d1¦) nå", Qt.Key.Key_Return) == "Se [her](#d1)\n¦nå"
    assert hands("Se (her¦) nå", Qt.Key.Key_Return) == "Se (her\n¦) nå"
