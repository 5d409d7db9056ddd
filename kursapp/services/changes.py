"""What a use case has changed, so that screens know whether to read afresh."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass


class Change(enum.Enum):
    """A kind of thing that can change."""

    PROFILE = enum.auto()
    ENROLMENT = enum.auto()
    PLACE = enum.auto()
    PROGRESS = enum.auto()
    ANSWERS = enum.auto()
    DRAFTS = enum.auto()
    FIELDS = enum.auto()
    CASES = enum.auto()
    QUIZ = enum.auto()
    EVALUATION = enum.auto()
    COHORT = enum.auto()
    DELIVERY = enum.auto()
    NOTES = enum.auto()
    REVIEW = enum.auto()
    PLAN = enum.auto()
    CERTIFICATE = enum.auto()
    PUT_OFF = enum.auto()


@dataclass(frozen=True, slots=True)
class Changes:
    """The kinds of things changed, and the ids of the items, pages or courses they concern."""

    kinds: frozenset[Change] = frozenset()
    ids: frozenset[str] = frozenset()

    @classmethod
    def of(cls, *kinds: Change, ids: Iterable[str] = ()) -> Changes:
        """Build changes: ``Changes.of(Change.ANSWERS, ids=["d1-q1"])``."""
        return cls(frozenset(kinds), frozenset(ids))

    def __contains__(self, kind: Change) -> bool:
        return kind in self.kinds

    def __or__(self, other: Changes) -> Changes:
        return Changes(self.kinds | other.kinds, self.ids | other.ids)

    def __bool__(self) -> bool:
        return bool(self.kinds)

    def touch(self, item_id: str) -> bool:
        """Say whether something about this item, page or course has changed."""
        return item_id in self.ids


NOTHING = Changes()

TAKEN_BACK = "*taken-back"
"""Among the ids: what was written was changed by no one who writes; whoever shows it reads it afresh."""
