"""What can only be seen of a whole form: its ids, its background questions, and what its questions measure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kursapp.content.items.item import Context
from kursapp.content.nearest import nearest
from kursapp.domain.course import Block
from kursapp.domain.evaluation import EvaluationItem
from kursapp.domain.question import QUESTION_KINDS, Question

MOST_BACKGROUNDS = 2
"""Background questions a form may have: more would tell who a person is."""


def check_form(blocks: Iterable[Block], context: Context) -> None:
    """Report an id that two items or rows of a form share, a third background question, and lost ``måler``."""
    blocks = tuple(blocks)
    items = [block for block in blocks if isinstance(block, EvaluationItem)]
    seen: dict[str, int] = {}
    for item in items:
        for one in dict.fromkeys((item.id, *(statement.id for statement in item.statements))):
            if one in seen:
                context.report("duplicate-in-form", item.place.first, id=one, first=seen[one])
            seen.setdefault(one, item.place.first)
    for item in [item for item in items if item.background][MOST_BACKGROUNDS:]:
        context.report("third-background", item.place.first, title=item.title, most=MOST_BACKGROUNDS)
    for block in blocks:
        if isinstance(block, QUESTION_KINDS):
            _check_measure(block, seen, context)


def _check_measure(question: Question, ids: Mapping[str, int], context: Context) -> None:
    measured = question.settings.measures
    if not measured:
        context.report("question-without-measure", question.place.first, title=question.title)
    elif measured not in ids:
        context.report("unknown-measure", question.place.first, id=measured, nearest=nearest(measured, ids))
