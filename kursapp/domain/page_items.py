"""What one can answer on a page, wherever it stands: beside the text or inside the scenes of a case."""

from __future__ import annotations

from collections.abc import Iterator

from kursapp.domain.case import Case
from kursapp.domain.course import Block, Page
from kursapp.domain.question import Question


def blocks_of(page: Page) -> Iterator[Block]:
    """Yield every block of a page in order, a case before the blocks of its scenes."""
    for block in page.blocks:
        yield block
        if isinstance(block, Case):
            for scene in block.scenes:
                yield from scene.blocks


def questions_of(page: Page) -> tuple[Question, ...]:
    """Return the questions of a page in order, those inside cases too."""
    return tuple(block for block in blocks_of(page) if isinstance(block, Question))
