"""The front page reads as plain sentences in three languages, and says what it leaves out."""

from __future__ import annotations

import pytest

from kursapp.domain.form import AnswerKind, Form, FormItem, FormKind, FormOption
from kursapp.domain.statistics import Moved, Share
from kursapp.domain.summary import KeyNumber, NumberCode, Sentence, SentenceCode, ThemeSummary
from kursapp.texts.sentence import LANGUAGES
from kursapp.texts.summary import SUMMARY, number_words, sentence_words, theme_words

FORM = Form(
    "f",
    "Etter",
    FormKind.EVALUATION,
    "kurs",
    "1",
    (
        FormItem("tempo", AnswerKind.SCALE, "Tempoet passet meg.", steps=("Uenig", "Enig")),
        FormItem("lengde", AnswerKind.CHOICE, "Lengden", options=(FormOption("kort", "For kort"),)),
    ),
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", NumberCode)
def test_every_number_has_words(code: NumberCode, language: str) -> None:
    """Shown, hidden, and without a total: something to read, with no hole in it."""
    for number in (KeyNumber(code, 7, 9), KeyNumber(code, 7), KeyNumber(code, 1), KeyNumber(code, 0, 9)):
        told = number_words(number, language)
        assert told.figure
        assert told.words
        assert "…" not in told.figure + told.words
    if code in (NumberCode.FAVOURABLE, NumberCode.MOVED_UP, NumberCode.COMMENTS):
        assert number_words(KeyNumber(code, None), language).figure == "–"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", SentenceCode)
def test_every_sentence_has_words(code: SentenceCode, language: str) -> None:
    """Every code is one whole sentence, filled with what it is about."""
    told = sentence_words(Sentence(code, "lengde", 3, 9, "kort"), FORM, language)
    assert told.endswith(".")
    assert "…" not in told
    assert "{" not in told


def test_a_number_reads_as_one_would_say_it() -> None:
    """Figure and words, in bokmål."""
    assert number_words(KeyNumber(NumberCode.ANSWERED, 22, 24), "nb").figure == "92\N{NO-BREAK SPACE}%"
    assert number_words(KeyNumber(NumberCode.ANSWERED, 22, 24), "nb").words == "22 av 24 inviterte har levert"
    assert number_words(KeyNumber(NumberCode.COMMENTS, 1), "nb").words == "kommentar"
    hidden = number_words(KeyNumber(NumberCode.COMMENTS, None), "nb").words
    assert hidden == "Kommentarene: Skjult for å verne deltakerne"


def test_what_is_left_out_is_said() -> None:
    """One or several hidden questions, once, and not after a sentence that says nothing else."""
    sentence = Sentence(SentenceCode.HIGHEST, "tempo", 8, 9, left_out=("a", "b"))
    assert sentence_words(sentence, FORM, "nb") == (
        "Flest svarte på den positive siden av skalaen på «Tempoet passet meg»: 8 av 9. 2 skjulte spørsmål er ikke med."
    )
    alone = sentence_words(Sentence(SentenceCode.LEFT_OUT, count=2, total=9, left_out=("a", "b")), FORM, "nb")
    assert alone.count("skjul") == 1
    theme = ThemeSummary("T", ("a",), Share(1, 2), Moved(0, 0, 0), (), (), ("a",))
    assert theme_words(theme, "nb") == "Ett skjult spørsmål er ikke med."
    assert number_words(KeyNumber(NumberCode.FAVOURABLE, 1, 2), "nb").note == ""


def test_the_words_promise_no_effect() -> None:
    """«Opplevd», never an effect, and never «anonym» (DESIGN §5)."""
    every = " ".join(" ".join(words) for words in SUMMARY.values()).casefold()
    assert "anonym" not in every
    assert "effekt" not in every
    assert "effect" not in every
