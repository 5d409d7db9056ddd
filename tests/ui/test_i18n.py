"""The window speaks three languages, and all of each."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kursapp import paths
from kursapp.ui import i18n


@pytest.fixture(autouse=True)
def bokmal_afterwards() -> Iterator[None]:
    """Speak bokmål again when the test is done."""
    yield
    i18n.use("nb", paths.locale_folder())


def speak(language: str) -> None:
    """Choose a language."""
    i18n.use(language, paths.locale_folder())


def test_bokmal_is_the_message_itself() -> None:
    """No catalogue is needed for it."""
    speak("nb")
    assert i18n._("Alt er lagret") == "Alt er lagret"
    assert i18n.language() == "nb"


@pytest.mark.parametrize(("language", "words"), [("nn", "Alt er lagra"), ("en", "Everything is saved")])
def test_the_other_languages_come_from_their_catalogues(language: str, words: str) -> None:
    """Nynorsk and English."""
    speak(language)
    assert i18n._("Alt er lagret") == words


def test_numbers_are_written_as_people_write_them() -> None:
    """A comma and spaces in Norwegian, a point and commas in English; no needless decimals."""
    speak("nb")
    assert [i18n.number(value) for value in (5.5, 30, 0.04, 1680)] == ["5,5", "30", "0", "1\N{NO-BREAK SPACE}680"]
    assert i18n.number(100, 0) == "100"
    speak("en")
    assert [i18n.number(value) for value in (5.5, 1680)] == ["5.5", "1,680"]


def test_dates_and_lengths_of_time() -> None:
    """In full, with the month's name."""
    speak("nb")
    assert i18n.day(date(2026, 3, 9)) == "9. mars 2026"
    assert [i18n.minutes(length) for length in (0.3, 45, 60, 95)] == ["0 min", "45 min", "1 t", "1 t 35 min"]
    moment = datetime(2026, 3, 9, 12, 5, tzinfo=UTC)
    local = moment.astimezone()
    assert i18n.moment(moment) == f"9. mars 2026 kl. {local.hour:02}.{local.minute:02}"
    speak("en")
    assert i18n.day(date(2026, 3, 9)) == "9 March 2026"


def test_one_and_many() -> None:
    """Plurals in all three."""
    speak("nb")
    assert i18n.n_("{n} økt", "{n} økter", 1) == "{n} økt"
    assert i18n.n_("{n} økt", "{n} økter", 2) == "{n} økter"


def extracted() -> set[str]:
    """Return every message in the code, as Babel finds them."""
    from babel.messages.extract import extract_from_dir

    package = Path(i18n.__file__).parent.parent
    keywords = {"_": None, "n_": (1, 2)}
    found = extract_from_dir(str(package), keywords=keywords, method_map=[("**.py", "python")])
    return {message[0] if isinstance(message, tuple) else message for _file, _line, message, _about, _context in found}


@pytest.mark.parametrize("language", ["nn", "en"])
def test_every_message_is_translated(language: str) -> None:
    """Nothing on the screen is left in another language, and every value stays in its sentence."""
    from babel.messages.pofile import read_po

    folder = paths.locale_folder() / language / "LC_MESSAGES"
    catalogue = read_po(io.BytesIO((folder / "kursapp.po").read_bytes()))
    missing, broken = [], []
    for message in sorted(extracted()):
        entry = catalogue.get(message)
        strings = [] if entry is None else [entry.string] if isinstance(entry.string, str) else list(entry.string)
        if not strings or not all(strings) or entry.fuzzy:
            missing.append(message)
        elif any(values(text) != values(message) for text in strings):
            broken.append(message)
    assert not missing
    assert not broken


def values(text: str) -> set[str]:
    """Return the names in braces of a message."""
    return set(re.findall(r"{(\w+)", text))


@pytest.mark.parametrize("language", ["nn", "en"])
def test_the_compiled_catalogue_is_the_written_one(language: str) -> None:
    """What the program reads was made from what people read."""
    from babel.messages.mofile import read_mo
    from babel.messages.pofile import read_po

    folder = paths.locale_folder() / language / "LC_MESSAGES"
    written = read_po(io.BytesIO((folder / "kursapp.po").read_bytes()))
    compiled = read_mo(io.BytesIO((folder / "kursapp.mo").read_bytes()))
    assert {m.id: m.string for m in written if m.id} == {m.id: m.string for m in compiled if m.id}
