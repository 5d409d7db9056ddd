"""What a search finds: one place each, with the words round it, and the order they stand in."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass

Span = tuple[int, int]
"""Where something begins and ends in a text, in Python's characters."""


class HitKind(enum.StrEnum):
    """What was found: the course's text, or one's own words."""

    TERM = "term"
    PAGE = "page"
    ITEM = "item"
    NOTE = "note"
    REFLECTION = "reflection"
    WORKBOOK = "workbook"
    PLAN = "plan"


OWN = frozenset({HitKind.NOTE, HitKind.REFLECTION, HitKind.WORKBOOK, HitKind.PLAN})
"""One's own words: found in the profile's file and nowhere else."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that was found.

    ``session_id`` and ``page_id`` are empty where they are not known: a term, a step of the plan, a course that is not
    on this machine any more. ``target_id`` is the item's, note's or step's id, or the term; empty for a page itself.
    ``trail`` leads there: the course, its part, the session. ``passage`` is what to show, one line, with ``marks`` of
    the words found in it; ``title_marks`` those in the title. ``spot`` is what it opens at: ``find:`` and a stretch
    of the page's own words, ``note:`` and an id, or empty. A lower ``rank`` comes first.
    """

    kind: HitKind
    course_id: str
    session_id: str
    page_id: str
    target_id: str
    title: str
    trail: tuple[str, ...]
    passage: str
    marks: tuple[Span, ...] = ()
    rank: float = 0.0
    spot: str = ""
    title_marks: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """The best of what was found, in order.

    ``total`` counts all, at most ``MOST_COUNTED``. Not ``complete``: some of what is to be searched was not searched
    yet, because the index is still being made; ``indexed`` is how much of it is (0 to 1).
    """

    hits: tuple[Hit, ...] = ()
    total: int = 0
    complete: bool = True
    indexed: float = 1.0


MOST_COUNTED = 1000
"""Hits are counted up to here: beyond it nobody looks, and a search for a word on every page must be as quick."""


A_GUESS = 6.0
"""Hits of this rank and beyond were guessed at: a word misspelt, or not all of the words."""


@dataclass(frozen=True, slots=True)
class PageRef:
    """A page where something is used, by its names."""

    session_id: str
    page_id: str
    title: str
    trail: tuple[str, ...] = ()


def merged(parts: Iterable[Found], limit: int) -> Found:
    """Make one answer of several: in the order of rank, those of equal rank as they came.

    What was guessed at is left out where something was found.
    """
    parts = tuple(parts)
    known = tuple(part for part in parts if any(hit.rank < A_GUESS for hit in part.hits))
    complete = all(part.complete for part in parts)
    indexed = min((part.indexed for part in parts), default=1.0)
    parts = known or parts
    hits = sorted((hit for part in parts for hit in part.hits), key=_rank)
    total = min(sum(part.total for part in parts), MOST_COUNTED)
    return Found(tuple(hits[:limit]), total, complete, indexed)


def _rank(hit: Hit) -> float:
    return hit.rank
