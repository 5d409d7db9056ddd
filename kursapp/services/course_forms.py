"""The forms of a course as they are handed in: what a cohort is published with, and what a laptop compares with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kursapp.domain.course import Course, Page, PageKind
from kursapp.domain.form import Form
from kursapp.domain.forms import form_of, quiz_form
from kursapp.domain.page_items import questions_of
from kursapp.domain.question import Question
from kursapp.domain.scoring import score

Bank = Callable[[str], Sequence[Question]]
"""Gives the questions that say ``bank: NAME`` (``services.open_course.OpenedCourse.bank``)."""


def form_on(page: Page, course: Course, bank: Bank) -> Form | None:
    """Return what a page hands in: its evaluation form, its quiz's answers, or None for a page of text."""
    if page.kind is PageKind.EVALUATION:
        return form_of(page, course)
    if page.kind is PageKind.QUIZ:
        return quiz_form(page, drawable(page, bank), course)
    return None


def drawable(page: Page, bank: Bank) -> tuple[Question, ...]:
    """Return every question an attempt at a quiz can draw and that is scored, each once: its own, then its banks'."""
    draws = page.quiz.draws if page.quiz is not None else ()
    names = [wanted.bank for wanted in draws] or [""]
    found = {question.id: question for name in names for question in (bank(name) if name else questions_of(page))}
    return tuple(question for question in found.values() if score(question, None).maximum > 0)
