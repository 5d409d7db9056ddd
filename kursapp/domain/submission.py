"""What one person hands in of one form, and what became of its file."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from kursapp.domain.evaluation_answer import EvaluationAnswer
from kursapp.domain.problem import Problem


@dataclass(frozen=True, slots=True)
class Solved(EvaluationAnswer):
    """An answer to a quiz question: per mille of its points, and the ids of the options chosen where it has any."""

    per_mille: int
    options: tuple[str, ...] = ()
    kind: str = "solved"


@dataclass(frozen=True, slots=True)
class Submission:
    """One person's answers to one form. ``response_id`` is 128 random bits in hex, new for every handing in.

    ``replaces`` is the id of the one before, or empty. ``answers`` are by item id in the form's order, only those
    given; none at all together with ``replaces`` takes the earlier one back. ``code`` is the one drawn on paper where
    the cohort uses codes, as typed but upper case and without spaces and hyphens; empty elsewhere.
    """

    cohort_id: str
    form_id: str
    form_digest: str
    response_id: str
    replaces: str = ""
    answers: tuple[tuple[str, EvaluationAnswer], ...] = ()
    code: str = ""

    @property
    def is_withdrawal(self) -> bool:
        """Say whether it only takes an earlier one back."""
        return bool(self.replaces) and not self.answers


class FileState(enum.StrEnum):
    """What became of one collected file (DESIGN §5). Each file has exactly one."""

    NEW = "new"
    ALREADY_HAD = "already_had"
    REPLACES = "replaces"
    REPLACED = "replaced"
    CONFLICT = "conflict"
    WAITING = "waiting"
    OTHER = "other"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """One file and its state; ``why`` says more where there is more to say. ``form_id`` is empty where unknown."""

    name: str
    state: FileState
    form_id: str = ""
    why: Problem | None = None
