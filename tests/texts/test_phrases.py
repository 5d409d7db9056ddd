"""Tables of short texts: three languages that name the same values."""

from __future__ import annotations

import re

import pytest

from kursapp.texts.exports import EXPORTS
from kursapp.texts.phrases import Phrases
from kursapp.texts.recovery_sheet import RECOVERY
from kursapp.texts.report import REPORT
from kursapp.texts.results import RESULTS
from kursapp.texts.value_words import Words

TABLES = {"exports": EXPORTS, "recovery": RECOVERY, "report": REPORT, "results": RESULTS}


@pytest.mark.parametrize("name", TABLES)
def test_the_languages_say_the_same(name: str) -> None:
    """No text is missing, and a translation neither forgets a value nor invents one."""
    for key, words in TABLES[name].items():
        assert len(words) == 3, key
        assert all(words), key
        named = [set(re.findall(r"\{(\w+)\}", text)) for text in words]
        assert named[0] == named[1] == named[2], key


@pytest.mark.parametrize("name", TABLES)
def test_answers_are_confidential_never_anonymous(name: str) -> None:
    """The promise is what it is called."""
    assert "anonym" not in " ".join(text for words in TABLES[name].values() for text in words).lower()


def test_a_language_that_is_not_ours_is_bokmal() -> None:
    """Nobody is left without words."""
    table: dict[str, Words] = {"hei": ("Hei {name}", "Hei {name}!", "Hello {name}")}
    assert Phrases(table, "fr")("hei", name="Kari") == "Hei Kari"
    assert Phrases(table, "en")("hei", name="Kari") == "Hello Kari"
