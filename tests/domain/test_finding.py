"""What one types is found as it is spelt, however it is written, and where it stands is told to the letter."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp.domain.finding import MOST_LETTERS, folded, spans

WORDS = st.text(st.sampled_from("abåæøÅÆØ éß «»–\u00a0\u00ad\u0301\u030a😀\n"), max_size=30)


def found(text: str, wanted: str) -> list[str]:
    return [text[start:end] for start, end in spans(folded(text), wanted)]


@pytest.mark.parametrize(
    ("text", "wanted", "there"),
    [
        ("Meldefrist og meldefristen", "MELDEFRIST", ["Meldefrist", "meldefrist"]),
        ("idé, ide", "ide", ["idé", "ide"]),
        ("idé", "idé", ["idé"]),
        ("innen\u00a014\n dager", "innen 14 dager", ["innen\u00a014\n dager"]),
        ("§\u00a04-2", "§ 4–2", ["§\u00a04-2"]),
        ("Hun sa «nei».", '"nei"', ["«nei»"]),
        ("barne\u00advern", "barnevern", ["barne\u00advern"]),
        ("Strasse, Straße", "straße", ["Strasse", "Straße"]),
        ("😀 tiltak 😀", "tiltak", ["tiltak"]),
        ("aaa", "aa", ["aa"]),
    ],
)
def test_ways_of_writing_make_no_difference(text: str, wanted: str, there: list[str]) -> None:
    """Case, accents, blanks, dashes, quotes and invisible letters do not keep words from being found."""
    assert found(text, wanted) == there


@pytest.mark.parametrize("text", ["hår", "Ha\u030ar"])
def test_norwegian_letters_are_letters_of_their_own(text: str) -> None:
    """An å is no a, whether it is written as one letter or as an a with a ring; ø is no o, æ no ae."""
    assert found(text, "har") == []
    assert found(text, "hår") == [text]
    assert found("møte", "mote") == []
    assert found("vær", "ver") == []


def test_another_keyboard_finds_them_where_nothing_else_is_found() -> None:
    """«aa», «ae» and «oe» stand for å, æ and ø, but a Haakon that is written so comes first and alone."""
    assert found("Møte om være og gå", "moete om vaere og gaa") == ["Møte om være og gå"]
    assert found("Haakon og Håkon", "haakon") == ["Haakon"]


def test_nothing_and_blanks_are_found_nowhere() -> None:
    """An empty field marks nothing, and neither do blanks or what cannot be seen."""
    assert found("en tekst", "") == found("en tekst", "  \n") == found("a\u00adb", "\u00ad") == []


def test_no_more_than_a_passage_is_looked_for() -> None:
    """Ten thousand letters cost no more than the first of them, and what begins like them is found."""
    assert found("a" * MOST_LETTERS, "a" * 10_000) == ["a" * MOST_LETTERS]


@given(WORDS, WORDS)
def test_places_are_places_in_the_text(text: str, wanted: str) -> None:
    """Stretches lie in the text, in order, apart, and none is empty; each holds what was wanted or stands for it."""
    last = 0
    for start, end in spans(folded(text), wanted):
        assert last <= start < end <= len(text)
        last = end


@given(WORDS, st.data())
def test_whatever_stands_in_a_text_is_found_there(text: str, data: st.DataObject) -> None:
    """A piece of a text, in capitals, is found in the text: at least one stretch, or there was nothing to see in it."""
    start = data.draw(st.integers(0, len(text)))
    piece = text[start : data.draw(st.integers(start, len(text)))]
    # Cut before its accent a letter is another letter.
    whole = not any(unicodedata.combining(letter) for letter in (*piece[:1], *text[start + len(piece) :][:1]))
    if whole and folded(piece).letters.strip():
        assert spans(folded(text), piece)
