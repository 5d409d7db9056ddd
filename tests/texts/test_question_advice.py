"""The one sentence of advice for a question: the most pressing thing, in plain words, or why nothing can be said."""

from __future__ import annotations

import pytest

from kursapp.domain.form import AnswerKind, FormItem, FormOption
from kursapp.domain.item_analysis import Missing, QuestionQuality, QuizQuality, findings_of
from kursapp.domain.reliability import Reliability
from kursapp.domain.results import Why
from kursapp.domain.statistics import OptionCount, Share
from kursapp.texts.question_advice import ADVICE, advice, letter, reliability_words


def judged(
    *counts: int, facility: float | None = 0.6, discrimination: float | None = 0.4, right: int = 0, n: int = 0
) -> QuestionQuality:
    """Return a question whose options were chosen so many times."""
    answered = n or sum(counts) or 20
    options = tuple(FormOption(chr(97 + at), f"valg {at + 1}", right=at == right) for at in range(len(counts)))
    item = FormItem("q", AnswerKind.QUESTION, "Hva?", options=options)
    told = tuple(OptionCount(one.id, Share(count, answered)) for one, count in zip(options, counts, strict=True))
    return QuestionQuality(
        item, None, answered, facility, None, discrimination, None, answered, told,
        findings_of(item, told, facility, discrimination),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("question", "key", "words"),
    [
        (judged(12, 8, 0), "none-chose", "Ingen valgte C («valg 3»)"),
        (judged(12, 8, 0, 0), "none-chose", "C («valg 3») og D («valg 4»)"),
        (judged(60, 38, 2), "few-chose", "Nesten ingen valgte C («valg 3»)"),
        (judged(12, 8, 0, discrimination=-0.2), "reversed", "fasiten er riktig"),
        (judged(6, 14, 0), "wrong_preferred", "Flere valgte B («valg 2»)"),
        (judged(8, 6, 6, facility=0.2), "hard", "Få får det til"),
        (judged(8, 6, 6, discrimination=0.1), "weak", "måler noe annet"),
        (judged(20, 0, 0, facility=1.0), "easy", "Nesten alle"),
        (judged(8, 6, 6), "good", "la det stå"),
        (judged(8, 6, 6, discrimination=None), "fair", "for få"),
        (judged(5, 3, 1), "too-few", "Bare 9 svarte"),
        (judged(8, 6, 6, facility=None), "growing", "vent"),
        (judged(8, 6, 6, right=9), "no-key", "ingen fasit"),
        (judged(facility=0.6), "good", "la det stå"),
    ],
)
def test_the_most_pressing_thing_is_told(question: QuestionQuality, key: str, words: str) -> None:
    """One sentence, naming the option it is about, in three languages."""
    told = advice(question, 5, "nb")
    assert words in told
    assert told.endswith(".")
    for column, language in enumerate(("nb", "nn", "en")):
        start = ADVICE[key][column].split("{")[0]
        assert advice(question, 5, language).startswith(start)


def test_a_hidden_question_says_why() -> None:
    """With the cohort's own limit."""
    item = FormItem("q", AnswerKind.QUESTION, "Hva?")
    assert "7" in advice(QuestionQuality(item, Why.FEW_ANSWERS), 7, "nb")


def test_a_long_option_is_cut_in_the_sentence() -> None:
    """The table has all of it."""
    question = judged(12, 8, 0)
    options = (*question.item.options[:2], FormOption("c", "ord " * 100))
    item = FormItem("q", AnswerKind.QUESTION, "Hva?", options=options)
    told = advice(
        QuestionQuality(item, None, 20, 0.6, None, 0.4, None, 20, question.options, question.findings), 5, "nb"
    )
    assert "…" in told
    assert len(told) < 160


def test_letters_go_on_after_z() -> None:
    """A is the first option."""
    assert [letter(place) for place in (0, 25, 26)] == ["A", "Z", "27"]


def test_reliability_in_words() -> None:
    """Alpha with its error, a total with its own; nothing where there is no alpha."""
    found = QuizQuality(40, (), 0.4641, None, (), Reliability(0.4641, 0.1368, 3.03, 2.2216, 24, 34))
    alpha, total = reliability_words(found, "nb")
    assert "0,46 ± 0,14" in alpha
    assert "± 2,2 spørsmål" in total
    assert "34 svar" in total
    assert reliability_words(QuizQuality(3, (), None, Missing.TOO_FEW, ()), "nb") == ()
