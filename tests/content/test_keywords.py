"""The one table of words: every word of three languages works, and none means two things."""

from __future__ import annotations

import pytest

from kursapp.content import keywords
from kursapp.content.keywords import ITEMS, SETTINGS, Vocabulary

VOCABULARIES = {name: value for name, value in vars(keywords).items() if isinstance(value, Vocabulary)}


@pytest.mark.parametrize("vocabulary", VOCABULARIES.values(), ids=VOCABULARIES.keys())
def test_every_word_finds_its_name(vocabulary: Vocabulary) -> None:
    """What the program writes in any language is read back, in any case of letters."""
    for name in vocabulary.names():
        for language in ("nb", "nn", "en"):
            word = vocabulary.word(name, language)
            assert {vocabulary.find(word), vocabulary.find(word.upper()), vocabulary.find(f" {word} ")} == {name}


def test_letters_composed_or_not() -> None:
    """``å`` in one letter or two is the same word."""
    assert ITEMS.find("spørsma\u030al") == "question"


def test_the_nearest_word() -> None:
    """A slip finds the word that was meant; nonsense finds none."""
    assert SETTINGS.nearest("minuter") == "minutter"
    assert SETTINGS.nearest("xyzzy") == ""
    assert SETTINGS.nearest("m" * 500) == ""


def test_other_languages_are_written_as_bokmaal() -> None:
    """A language the table does not hold is written as bokmål."""
    assert SETTINGS.word("tries", "nb") == SETTINGS.word("tries", "se") == "forsøk"
    assert SETTINGS.word("tries", "en") == "attempts"
