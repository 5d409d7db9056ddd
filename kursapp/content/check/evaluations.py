"""Findings about evaluation forms: statements that are hard to answer, and forms that are too long."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kursapp.domain.course import Page, PageKind, Session
from kursapp.domain.evaluation import EvaluationItem
from kursapp.domain.problem import Problem, Severity, problem

MOST_ITEMS = 25
"""More items than this, and people answer the last ones without reading (course-format §7)."""

NEGATION = re.compile(
    r"\b(ikke|ikkje|aldri|ingen|inga|intet|inkje|ingenting|uten|utan|verken|not|never|no|nothing|without|neither)\b"
    r"|\bu(?:mulig|enig|klar|trygg|sikker|nødvendig|viktig|vesentlig|aktuell)\w*",
    re.IGNORECASE,
)


def check_evaluations(session: Session) -> Iterator[Problem]:
    """Yield what makes a session's forms hard to answer well."""
    for page in session.pages:
        if page.kind is PageKind.EVALUATION:
            yield from _double_negations(page)
            yield from _too_many_items(page)


def _double_negations(page: Page) -> Iterator[Problem]:
    for item in _items(page):
        texts = [statement.text.plain for statement in item.statements] or [item.title]
        for text in texts:
            if len(NEGATION.findall(text)) > 1:
                place = item.place
                yield problem("double-negation", place.file, place.first, severity=Severity.WARNING, text=text)


def _too_many_items(page: Page) -> Iterator[Problem]:
    count = sum(len(item.answer_ids()) for item in _items(page))
    if count > MOST_ITEMS:
        place = page.place
        yield problem(
            "too-many-items", place.file, place.first, severity=Severity.WARNING, count=count, most=MOST_ITEMS
        )


def _items(page: Page) -> Iterator[EvaluationItem]:
    return (block for block in page.blocks if isinstance(block, EvaluationItem))
