"""Every message of the window is there in nynorsk and English, and what the program reads is what people wrote."""

from __future__ import annotations

import ast
import functools
import re
from collections import Counter
from collections.abc import Iterator
from gettext import GNUTranslations
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from kursapp import paths
from tools.make_catalogues import LANGUAGES, Key, files_of, translations

PACKAGE = Path(__file__).parent.parent.parent / "kursapp"
QUOTES = {"nn": "«»", "en": "“”"}

Call = tuple[str, ast.Call]
"""Where a message is asked for, and how."""


@functools.cache
def calls() -> tuple[Call, ...]:
    """Return every ``_(…)`` and ``n_(…)`` of the package, found by Python itself and not by the tool."""
    return tuple(each for module in sorted(PACKAGE.rglob("*.py")) for each in _calls_in(module))


def _calls_in(module: Path) -> Iterator[Call]:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", "") or getattr(node.func, "attr", "")
            if name in {"_", "n_"}:
                yield f"{module.relative_to(PACKAGE)}:{node.lineno}", node


def words_of(call: ast.Call) -> list[ast.expr]:
    """Return the arguments that are sentences."""
    return call.args[:1] if len(call.args) == 1 else call.args[:2]


@functools.cache
def messages() -> set[Key]:
    """Return every message in the code."""
    return {tuple(str(ast.literal_eval(words)) for words in words_of(call)) for _place, call in calls()}


@functools.cache
def written(language: str) -> Catalog:
    """Read a language's text file."""
    with files_of(PACKAGE, language)[0].open("rb") as file:
        return read_po(file)


def placeholders(text: str) -> Counter[tuple[str, str]]:
    """Return the values a message is filled with, each with its format."""
    return Counter((name, form or "") for _text, name, form, _how in Formatter().parse(text) if name is not None)


def every_text() -> set[str]:
    """Return each sentence of each language."""
    found = {text for key in messages() for text in key}
    return found.union(*(words for each in LANGUAGES for words in translations(files_of(PACKAGE, each)[0]).values()))


def test_messages_are_literal() -> None:
    """A message stands in the code word for word, so that it can be collected."""
    found = [(place, words) for place, call in calls() for words in words_of(call)]
    assert found
    bent = [place for place, words in found if not (isinstance(words, ast.Constant) and isinstance(words.value, str))]
    assert not bent, f"not literal: {bent}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_of_the_code_is_translated_and_nothing_else(language: str) -> None:
    """Nothing is left out, left open, guessed, or left over."""
    known = set(translations(files_of(PACKAGE, language)[0]))
    assert not messages() - known, "to translate, after «make texts»"
    assert not known - messages(), "no longer in the code: run «make texts»"
    catalogue = written(language)
    assert not [message.id for message in catalogue if message.id and message.fuzzy]
    assert not catalogue.obsolete
    assert len(catalogue) == len(known)


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_are_filled_with_the_same_values(language: str) -> None:
    """A translation neither forgets a value nor invents one, in any form."""
    known = translations(files_of(PACKAGE, language)[0])
    for key, words in known.items():
        for meant, said in zip(key, words, strict=True):
            assert placeholders(said) == placeholders(meant), said


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_catalogue_says_what_the_written_one_says(language: str) -> None:
    """Gettext finds each form of each message, and has no message the text file lacks."""
    po, mo = files_of(paths.locale_folder().parent, language)
    with mo.open("rb") as file:
        compiled = GNUTranslations(file)
    known = translations(po)
    for key, words in known.items():
        if len(key) == 1:
            assert compiled.gettext(key[0]) == words[0]
        else:
            assert tuple(compiled.ngettext(*key, count) for count in (1, 2)) == words
            assert compiled.ngettext(*key, 0) == words[1]
    held = {each[0] if isinstance(each, tuple) else each for each in compiled._catalog}  # type: ignore[attr-defined]
    assert held - {""} == {key[0] for key in known}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_quotes_its_own_way(language: str) -> None:
    """« » in Norwegian and “ ” in English, as many as in bokmål."""
    opening, closing = QUOTES[language]
    for key, words in translations(files_of(PACKAGE, language)[0]).items():
        for meant, said in zip(key, words, strict=True):
            assert not re.search('[«»“”"]', said.replace(opening, "").replace(closing, "")), said
            assert (said.count(opening), said.count(closing)) == (meant.count("«"), meant.count("»")), said


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_end_alike(language: str) -> None:
    """What ends with a full stop, a question mark, a colon or an ellipsis in bokmål does so in the other languages."""
    for key, words in translations(files_of(PACKAGE, language)[0]).items():
        for meant, said in zip(key, words, strict=True):
            assert re.findall(r"[.?:…]?$", said)[0] == re.findall(r"[.?:…]?$", meant)[0], said


def test_words_are_plain() -> None:
    """No message shouts, begs, or has a space at an end or two in a row."""
    texts = every_text()
    assert texts
    for text in texts:
        assert text == text.strip(), text
        assert "!" not in text, text
        assert "  " not in text, text
        assert not re.search(r"\b(vennligst|ver venleg|ver så snill|please)\b", text, re.IGNORECASE), text


@pytest.mark.parametrize(
    ("language", "foreign"),
    [
        (
            "nn",
            r"ikke|jeg|hva|hvor|hvordan|noen|noe|fra|lagret|åpne|velg|skriver|bare|et|en|svarene|siden",
        ),
        ("en", r"ikke|og|ikkje|eller|(?<![.])svar|økt|skriv|[^\W\d_]*[æøåÆØÅ][^\W\d_]*"),
    ],
)
def test_no_bokmal_is_left(language: str, foreign: str) -> None:
    """Words that only bokmål has are in no translation."""
    for words in translations(files_of(PACKAGE, language)[0]).values():
        for said in words:
            assert not re.search(rf"\b(?:{foreign})\b", said, re.IGNORECASE), said
