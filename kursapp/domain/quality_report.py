"""A file of question quality as it reaches those who write the course: whose numbers they are, and the numbers."""

from __future__ import annotations

from dataclasses import dataclass

from kursapp.domain.item_analysis import QuestionQuality, QuizQuality

QUALITY_FORMAT = "kursapp-quality"
QUALITY_VERSION = 2
"""Version 2 says how far alpha can be relied on (``reliability``); version 1 had alpha alone."""


@dataclass(frozen=True, slots=True)
class QualityReport:
    """The quality of one shared quiz in one cohort. ``k`` is the limit below which nothing was shown."""

    course_id: str
    course_title: str
    course_version: str
    cohort: str
    simulated: bool
    form_id: str
    form_title: str
    k: int
    quality: QuizQuality


@dataclass(frozen=True, slots=True)
class KeptReport:
    """A report that was taken in, with the name it is kept by."""

    id: str
    report: QualityReport


@dataclass(frozen=True, slots=True)
class JudgedQuestion:
    """A question's quality, and where it stands in the course as it is now: ``file`` is empty where it is gone.

    ``changed``: its words, options or key are others than those that were answered.
    """

    quality: QuestionQuality
    file: str = ""
    line: int = 0
    changed: bool = False
