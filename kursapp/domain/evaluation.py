"""The items of an evaluation form (course-format §5)."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from kursapp.domain.course import Block, Place, Rich


@dataclass(frozen=True, slots=True)
class Statement:
    """A row of a scale: one statement to take a stand on. ``area`` is the author's ``område``."""

    id: str
    text: Rich
    area: str = ""
    reversed: bool = False


@dataclass(frozen=True, slots=True)
class EvaluationOption:
    """One option of a choice item; ``other`` opens a short text."""

    id: str
    text: Rich
    other: bool = False


class EvaluationKind(enum.StrEnum):
    """The item types of course-format §5."""

    SCALE = "scale"
    BEFORE_NOW = "before_now"
    CHOICE = "choice"
    MULTIPLE = "multiple"
    NUMBER = "number"
    RANKING = "ranking"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class EvaluationItem(Block):
    """One item of a form.

    Scales: ``steps`` are the labels of steps 1…n from the left, ``apart`` the label of the column that stands apart
    ("Vet ikke") or empty, ``statements`` the rows (one with the item's own id where there is no table). Choices and
    rankings: ``options``. Numbers: ``low``/``high`` with their labels, or None for any number. Texts: ``short``.
    """

    id: str
    title: str
    place: Place
    item: EvaluationKind
    heading: Rich = Rich()
    stem: Rich = Rich()
    theme: str = ""
    background: bool = False
    required: bool = False
    steps: tuple[str, ...] = ()
    apart: str = ""
    statements: tuple[Statement, ...] = ()
    options: tuple[EvaluationOption, ...] = ()
    low: int | None = None
    high: int | None = None
    low_label: str = ""
    high_label: str = ""
    short: bool = False
    minutes: float | None = None
    kind: str = "evaluation_item"

    def answer_ids(self) -> tuple[str, ...]:
        """Return the ids its answers are kept under: each statement's, or the item's own."""
        if self.item in (EvaluationKind.SCALE, EvaluationKind.BEFORE_NOW):
            return tuple(statement.id for statement in self.statements)
        return (self.id,)
