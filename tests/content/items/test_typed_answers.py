"""Questions with answer lines: numbers, dates and short texts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from kursapp.domain.course import Faulty
from kursapp.domain.question import DateQuestion, NumberQuestion, ShortAnswerQuestion


def typed(variant: str, *lines: str, settings: str = "") -> str:
    return "\n".join([f"### Spørsmål ({variant}): Hva?", f"<!-- id: q{settings} -->", "Tekst.", "", *lines, ""])


def test_a_number(read: Callable) -> None:
    """The key is kept as exact bounds and as the author wrote it."""
    question = read(typed("tall", "**Svar:** 12 uker ± 1")).block
    assert isinstance(question, NumberQuestion)
    assert (question.low, question.high, question.unit, question.shown) == ("11", "13", "uker", "12 uker ± 1")
    assert question.stem.plain == "Tekst."


def test_a_number_with_a_full_stop_for_thousands(read: Callable) -> None:
    """``1.680`` is read as a decimal number and warned about."""
    found = read(typed("tall", "Svar: 1.680"))
    assert found.block.low == "1.68"
    assert found.found("dotted-number").value("thousands") == "1 680"


def test_a_date(read: Callable) -> None:
    """A date in words, with a tolerance, in any of the languages of the program."""
    question = read(typed("date", "Answer: 9. mars 2026 ± 1 dag")).block
    assert isinstance(question, DateQuestion)
    assert (question.answer, question.tolerance_days) == (date(2026, 3, 9), 1)


def test_short_answers(read: Callable) -> None:
    """Each line is one more required answer; slashes with spaces part its spellings."""
    found = read(
        typed(
            "kortsvar",
            "Svar: kommunestyret / kommunestyre",
            "Svar: og/eller",
            "",
            "Svar: nemnda",
            settings=" | nøyaktig: ja",
        )
    )
    question = found.block
    assert isinstance(question, ShortAnswerQuestion)
    assert question.answers == (("kommunestyret", "kommunestyre"), ("og/eller",), ("nemnda",))
    assert question.exact
    assert found.codes == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (typed("tall"), "no-answer"),
        (typed("tall", "Svar:"), "empty-answer"),
        (typed("tall", "Svar: mange"), "bad-number"),
        (typed("tall", "Svar: 13–11"), "bad-number"),
        (typed("tall", "Svar: 1", "Svar: 2"), "two-answers"),
        (typed("dato", "Svar: i morgen"), "bad-date"),
        (typed("kortsvar", "Svar: a / "), "empty-answer"),
        (typed("kortsvar", "Svar: /"), "empty-answer"),
    ],
)
def test_keys_that_cannot_be_read(read: Callable, text: str, code: str) -> None:
    """A key that cannot be read makes a box that says so."""
    found = read(text)
    assert isinstance(found.block, Faulty)
    assert found.block.codes == (code,)


def test_prose_after_the_answer_belongs_to_the_page(read: Callable) -> None:
    """A paragraph after the answer and its quotes is no longer the question's."""
    found = read(typed("tall", "Svar: 3", "", "> **Feil:** Nei.", "", "Videre på siden."))
    assert found.used == 5
    assert found.block.feedback.wrong.plain == "Nei."


def test_exact_belongs_to_short_answers(read: Callable) -> None:
    """A setting of another kind of question is warned about."""
    assert read(typed("tall", "Svar: 3", settings=" | nøyaktig: ja")).codes == ["setting-not-here"]
