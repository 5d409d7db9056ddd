"""A form as it is handed in and counted: plain words and steps, the same on the laptop and at the coordinator's.

A form stands for itself. It travels in the cohort's file and in the collection, so that results can be read without the
course, and its digest tells whether two people answered the same questions.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass

from kursapp.domain.course import EvaluationType


class FormKind(enum.StrEnum):
    """What is handed in: opinions, or the answers to a quiz that a participant chose to share."""

    EVALUATION = "evaluation"
    QUIZ = "quiz"


class AnswerKind(enum.StrEnum):
    """How an item is answered: the types of course-format §5, and a question of a shared quiz."""

    SCALE = "scale"
    BEFORE_NOW = "before_now"
    CHOICE = "choice"
    MULTIPLE = "multiple"
    NUMBER = "number"
    RANKING = "ranking"
    TEXT = "text"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class FormOption:
    """One option of a choice, a ranking or a quiz question. ``other`` opens a short text; ``right`` is the key."""

    id: str
    text: str
    other: bool = False
    right: bool = False


@dataclass(frozen=True, slots=True)
class FormItem:
    """One thing that is answered on its own, and so one unit of the results: a row of a scale, a choice, a text.

    ``text`` is what the person took a stand on; ``heading`` the words above the rows it belongs to (empty where the
    item stands alone) and ``block`` the id of that block. Scales: ``steps`` are the labels of steps 1…n from the left,
    ``apart`` the label of "Vet ikke" or empty. Choices, rankings and quiz questions: ``options``. Numbers: ``low`` and
    ``high`` with their labels, or None for any number.
    """

    id: str
    kind: AnswerKind
    text: str
    heading: str = ""
    block: str = ""
    theme: str = ""
    area: str = ""
    steps: tuple[str, ...] = ()
    apart: str = ""
    options: tuple[FormOption, ...] = ()
    low: int | None = None
    high: int | None = None
    low_label: str = ""
    high_label: str = ""
    reversed: bool = False
    background: bool = False
    required: bool = False
    short: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """What one round asks. ``id`` is the page's; ``type`` None for a quiz."""

    id: str
    title: str
    kind: FormKind
    course_id: str
    course_version: str
    items: tuple[FormItem, ...]
    type: EvaluationType | None = None

    def item(self, item_id: str) -> FormItem:
        """Return one item; KeyError where the form has none of this id."""
        for item in self.items:
            if item.id == item_id:
                return item
        raise KeyError(item_id)

    def backgrounds(self) -> tuple[FormItem, ...]:
        """Return the background questions, by which results may be broken down."""
        return tuple(item for item in self.items if item.background)
