"""Evaluation forms that repeat another: ``samme som: eval-for`` (course-format §5)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kursapp.content.nearest import nearest
from kursapp.domain.course import Page, Session
from kursapp.domain.evaluation import EvaluationItem
from kursapp.domain.problem import Problem, problem


def repeat_forms(sessions: Sequence[Session]) -> tuple[list[Session], list[Problem]]:
    """Return the sessions with the items of repeated forms copied in, and what could not be repeated."""
    forms = forms_in(sessions)
    problems: list[Problem] = []
    repeated = [
        replace(session, pages=tuple(with_items(page, forms, problems) for page in session.pages))
        if any(page.evaluation and page.evaluation.same_as for page in session.pages)
        else session
        for session in sessions
    ]
    return repeated, problems


def forms_in(sessions: Iterable[Session]) -> dict[str, Page]:
    """Return the evaluation pages by their ids."""
    return {page.id: page for session in sessions for page in session.pages if page.evaluation}


def with_items(page: Page, forms: Mapping[str, Page], problems: list[Problem]) -> Page:
    """Put the items of the form a page repeats before its own, after the text it begins with."""
    if not page.evaluation or not page.evaluation.same_as:
        return page
    items = _items(page, forms, problems)
    first = next((at for at, block in enumerate(page.blocks) if isinstance(block, EvaluationItem)), len(page.blocks))
    return replace(page, blocks=(*page.blocks[:first], *items, *page.blocks[first:]))


def _items(page: Page, forms: Mapping[str, Page], problems: list[Problem]) -> list[EvaluationItem]:
    """Return the items of the form a page repeats, and of the one that form repeats in its turn."""
    own = {block.id for block in page.blocks if isinstance(block, EvaluationItem)}
    items: list[EvaluationItem] = []
    seen = {page.id}
    same_as = page.evaluation.same_as if page.evaluation else ""
    while same_as:
        form = forms.get(same_as)
        if form is None or form.id in seen:
            code = "same-as-unknown" if form is None else "same-as-circle"
            near = nearest(same_as, forms)
            known = form is None and bool(near)
            problems.append(problem(code, page.place.file, page.place.first, fixable=known, form=same_as, nearest=near))
            break
        seen.add(form.id)
        found = [block for block in form.blocks if isinstance(block, EvaluationItem) and block.id not in own]
        items[:0] = found
        own |= {item.id for item in found}
        same_as = form.evaluation.same_as if form.evaluation else ""
    return items
