"""The text an author put before the first thing to answer: the page's own introduction."""

from __future__ import annotations

from itertools import takewhile

from kursapp.domain.course import Block, Faulty, Page
from kursapp.domain.evaluation import EvaluationItem
from kursapp.domain.question import Question


def leading_blocks(page: Page) -> tuple[Block, ...]:
    """Return the blocks before the first question or item of a form."""
    return tuple(takewhile(_is_text, page.blocks))


def _is_text(block: Block) -> bool:
    return not isinstance(block, Question | EvaluationItem | Faulty)
