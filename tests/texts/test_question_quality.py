"""What is said of a quiz's questions is said in three languages."""

from __future__ import annotations

import pytest

from kursapp.domain.item_analysis import Finding, Missing, QuizQuality
from kursapp.texts.question_quality import (
    alpha_words,
    discrimination_words,
    facility_words,
    finding_words,
    missing_words,
    right_option,
    uncertain_words,
)
from kursapp.texts.sentence import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_can_be_found_has_words(language: str) -> None:
    """Every finding says what to look at, and every missing number why it is missing."""
    for told in (
        *(finding_words(finding, language) for finding in Finding),
        *(missing_words(missing, language) for missing in Missing),
        uncertain_words(language),
    ):
        assert told.endswith(".")
        assert "{" not in told
        assert "…" not in told


def test_numbers_are_written_as_one_reads_them() -> None:
    """Decimal comma, per cent with a space, a real minus."""
    assert facility_words(22, 0.64, "nb") == "22 svarte. I snitt fikk de 64\N{NO-BREAK SPACE}% av poengene."
    assert facility_words(22, None, "nb") == "22 svarte."
    assert "er \N{MINUS SIGN}0,12 (fra" in discrimination_words(-0.12, None, "nb")
    assert discrimination_words(None, Missing.ALONE, "en") == missing_words(Missing.ALONE, "en")
    assert "alfa 0,71" in alpha_words(QuizQuality(12, (), 0.71, None, ()), "nb")
    assert alpha_words(QuizQuality(12, (), None, Missing.TOO_FEW, ()), "nb") == missing_words(Missing.TOO_FEW, "nb")
    assert right_option("Ja", "nn") == "Ja (rett)"
