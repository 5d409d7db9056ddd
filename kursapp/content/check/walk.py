"""Every block of a page, those inside the scenes of cases included."""

from __future__ import annotations

from collections.abc import Iterator

from kursapp.domain.case import Case
from kursapp.domain.course import Block, Page


def blocks_of(page: Page) -> Iterator[Block]:
    """Yield a page's blocks in reading order; a case is followed by the blocks of its scenes."""
    for block in page.blocks:
        yield block
        if isinstance(block, Case):
            for scene in block.scenes:
                yield from scene.blocks
