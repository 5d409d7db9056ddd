"""The window speaks three languages, and all of each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from kursapp import paths
from kursapp.domain.typed import read_date
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
    assert [i18n.number(value) for value in (-2.5, -0.04)] == ["\N{MINUS SIGN}2,5", "0"]
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
    speak("nn")
    assert i18n.day(date(2026, 3, 9)) == "9. mars 2026"
    speak("en")
    assert i18n.day(date(2026, 3, 9)) == "9 March 2026"
    assert i18n.minutes(95) == "1 h 35 min"
    assert i18n.moment(moment) == f"9 March 2026 at {local.hour:02}:{local.minute:02}"


MONTHS = {
    "nb": "januar februar mars april mai juni juli august september oktober november desember",
    "nn": "januar februar mars april mai juni juli august september oktober november desember",
    "en": "January February March April May June July August September October November December",
}


@pytest.mark.parametrize("language", MONTHS)
def test_a_date_that_is_shown_can_be_typed(language: str) -> None:
    """Each month has its name, and what the window writes it also reads."""
    speak(language)
    for month, name in enumerate(MONTHS[language].split(), start=1):
        shown = i18n.day(date(2026, month, 28))
        assert name in shown
        assert read_date(shown) == date(2026, month, 28)


@pytest.mark.parametrize(("language", "words"), [("nb", "«Neste»"), ("nn", "«Neste»"), ("en", "“Neste”")])
def test_words_are_quoted_the_languages_own_way(language: str, words: str) -> None:
    """Angle marks in Norwegian, raised ones in English."""
    speak(language)
    assert i18n.quoted("Neste") == words


def test_words_quoted_already_get_no_second_marks() -> None:
    """A quotation stands as it is; one inside other words gets single marks."""
    assert i18n.quoted("«Jeg ringer straks.»") == "«Jeg ringer straks.»"
    assert i18n.quoted("Si «ja», og «gå»") == "«Si \u2018ja\u2019, og \u2018gå\u2019»"
    assert i18n.quoted("«Ja», sier du, «nå»") == "«\u2018Ja\u2019, sier du, \u2018nå\u2019»"


def test_one_and_many() -> None:
    """Plurals in all three."""
    speak("nb")
    assert i18n.n_("{n} økt", "{n} økter", 1) == "{n} økt"
    assert i18n.n_("{n} økt", "{n} økter", 2) == "{n} økter"
