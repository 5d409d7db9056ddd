"""Words are cut out of any text and folded so that how they were typed does not matter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp.domain.search_words import LONGEST_WORD, fold, number_parts, word_around, words_in
from kursapp.domain.word_forms import basic_form, forms_of

ANY = st.text(alphabet=st.characters(codec="utf-8"), max_size=300)


def words(text: str) -> list[str]:
    return [word.folded for word in words_in(text)]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("maal", "mål"),
        ("MÅL", "mål"),
        ("ba\u030at", "båt"),
        ("laering", "læring"),
        ("läring", "læring"),
        ("soeknad", "Søknad"),
        ("söknad", "søknad"),
        ("idé", "ide"),
        ("barne\u00advern", "barnevern"),
    ],
)
def test_one_word_is_one_however_it_is_typed(typed: str, meant: str) -> None:
    """Another keyboard, capitals, accents and invisible hyphens make no difference."""
    assert fold(typed) == fold(meant)


@pytest.mark.parametrize(("one", "other"), [("mål", "mal"), ("bør", "bor"), ("lær", "lar")])
def test_norwegian_letters_are_letters_of_their_own(one: str, other: str) -> None:
    """What differs in å, æ or ø alone is another word."""
    assert fold(one) != fold(other)


def test_numbers_and_paragraphs() -> None:
    """The sign for a paragraph is no word; an interval is its ends; comma and point are the same."""
    assert words("§ 4-2, §§ 4-3–4-5 og 1,5 prosent") == ["4-2", "4-3", "4-5", "og", "1.5", "prosent"]
    assert words("kl. 08.15 den 01.10.2023, 4‑2, fase2") == ["kl", "08.15", "den", "01.10.2023", "4-2", "fase2"]
    assert number_parts("01.10.2023") == ("01", "10", "2023")
    assert number_parts("4") == number_parts("ord") == ()


def test_a_word_is_found_from_within() -> None:
    """Wherever in it one points; a hyphen belongs to a number and to no word."""
    text = "Se § 14-22: e-posten til barnevernet."
    assert {text[slice(*word_around(text, at))] for at in range(5, 10)} == {"14-22"}
    assert text[slice(*word_around(text, text.index("vern")))] == "barnevernet"
    assert text[slice(*word_around(text, text.index("posten")))] == "posten"


@given(ANY)
def test_any_text_has_words_where_it_says(text: str) -> None:
    """Words come in order, never overlap, are never empty or endless, and are what stands there."""
    last = 0
    for word in words_in(text):
        assert last <= word.start < word.end <= len(text)
        assert 0 < len(word.folded) <= LONGEST_WORD
        last = word.end


def test_forms_beyond_rules() -> None:
    """Vowels that change, and verbs that go their own way, lead to one word; others are what they are."""
    assert basic_form(fold("bøkene")) == basic_form("bok") == "bok"
    assert fold("mødre") in forms_of("mor")
    assert basic_form("melding") == "melding"
    assert forms_of("melding") == ()
