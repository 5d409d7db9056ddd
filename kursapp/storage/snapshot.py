"""Items as they were asked: stored form and fingerprint, so that an old answer is shown with the question it answered.

Where an item stands in its file is left out: moving a question changes nothing. A stored form stays readable for good;
the specimens in ``tests/data`` hold one of each kind.
"""

from __future__ import annotations

import functools
import hashlib
from typing import cast

from kursapp.domain.case import Case
from kursapp.domain.course import Block, CallOut, Checklist, Faulty, Figure, MediaCard, Place, Prose
from kursapp.domain.evaluation import EvaluationItem
from kursapp.domain.question import QUESTION_KINDS, Question, Reflection, Workbook
from kursapp.storage.values import Kinds

ITEM_KINDS = (*QUESTION_KINDS, Reflection, Workbook, Checklist, EvaluationItem, Case)
"""What can be answered, and so be kept as asked."""

_INSIDE = (Prose, CallOut, Figure, MediaCard, Faulty)
_NOWHERE: dict[type, object] = {Place: Place("", 0, 0)}


def write_item(item: Block) -> tuple[str, str]:
    """Return an item's fingerprint (32 hexadecimal digits) and its stored form (JSON)."""
    data = _kinds().write(item, _NOWHERE)
    return hashlib.sha256(data).hexdigest()[:32], data.decode("utf-8")


def fingerprint(item: Block) -> str:
    """Return the fingerprint of an item: equal as long as nothing a participant sees or is scored by has changed."""
    return write_item(item)[0]


def read_item(text: str) -> Block:
    """Return the item behind a stored form. Raises ValueError where it is none."""
    return cast(Block, _kinds().read(text))


@functools.cache
def _kinds() -> Kinds:
    return Kinds((*ITEM_KINDS, *_INSIDE), (Block, Question))
