"""Every finding of a course says why it matters, in three languages."""

from __future__ import annotations

import re

import pytest

from kursapp.texts.problems_cases import CASES
from kursapp.texts.problems_course import COURSE
from kursapp.texts.problems_evaluations import EVALUATIONS
from kursapp.texts.problems_files import FILES
from kursapp.texts.problems_quality import QUALITY
from kursapp.texts.problems_questions import QUESTIONS
from kursapp.texts.problems_workbooks import WORKBOOKS
from kursapp.texts.sentence import LANGUAGES
from kursapp.texts.why import CODES, why
from kursapp.texts.why_reasons import REASONS

ROOMS = (COURSE, FILES, QUESTIONS, WORKBOOKS, CASES, EVALUATIONS, QUALITY)
NO_COURSE = {
    "not-a-course",
    "empty-folder",
    "course-folder-missing",
    "course-not-a-folder",
    "course-folder-unreadable",
    "course-too-large",
    "too-many-files",
    "course-too-heavy",
    "course-not-understood",
    "worker-not-started",
}
"""Reasons why there is no course to check: they are no findings in one."""


def test_every_finding_has_its_reason() -> None:
    """What can be found in a course is explained, and nothing else is."""
    assert {code for codes in CODES.values() for code in codes.split()} == set().union(*ROOMS) - NO_COURSE


def test_each_code_has_one_reason() -> None:
    """No code stands under two reasons, and no reason is left without a code."""
    listed = [code for codes in CODES.values() for code in codes.split()]
    assert len(listed) == len(set(listed))
    assert set(CODES) == set(REASONS)


@pytest.mark.parametrize("reason", sorted(REASONS))
def test_a_reason_is_said_in_every_language(reason: str) -> None:
    """Each is whole sentences of its own language, without shouting."""
    said = [REASONS[reason].in_language(language) for language in LANGUAGES]
    assert len(set(said)) == len(LANGUAGES)
    for text in said:
        assert re.fullmatch(r"[A-ZÆØÅa-z].*\.", text), text
        assert "!" not in text
        assert "  " not in text


def test_what_is_no_finding_has_no_reason() -> None:
    """A refused folder is no line of a course."""
    assert why("not-a-course") == ""
    assert why("no-key", "fr") == why("no-key", "nb") != why("no-key", "en")
