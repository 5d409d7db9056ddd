"""Everything a participant has written and answered, as it is taken out to be read without the program."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kursapp.domain.annotation import Annotation
from kursapp.domain.case import Case
from kursapp.domain.course import Block
from kursapp.domain.evaluation import EvaluationItem
from kursapp.domain.evaluation_answer import EvaluationAnswer
from kursapp.domain.plan import PlanStep
from kursapp.domain.question import Question
from kursapp.domain.record import Answer, CaseRun


@dataclass(frozen=True, slots=True)
class AnsweredQuestion:
    """One answer, the question as it stood then (None where it was not kept), and the attempt it belongs to, from 1."""

    answer: Answer
    question: Question | None
    attempt: int = 0


@dataclass(frozen=True, slots=True)
class FilledItem:
    """What stands in one reflection, workbook or checklist, by part; ``item`` as it stood, None where not kept."""

    item_id: str
    item: Block | None
    parts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class EvaluatedItem:
    """What was answered to one item of a form, by answer id."""

    form_id: str
    item_id: str
    item: EvaluationItem | None
    answers: Mapping[str, EvaluationAnswer]


@dataclass(frozen=True, slots=True)
class CaseTaken:
    """One time through a case, and the case as it stood."""

    run: CaseRun
    case: Case | None


@dataclass(frozen=True, slots=True)
class OwnCourse:
    """What belongs to one course. ``drafts`` stand in answers that were not given."""

    course_id: str
    title: str
    answers: tuple[AnsweredQuestion, ...] = ()
    cases: tuple[CaseTaken, ...] = ()
    fields: tuple[FilledItem, ...] = ()
    evaluations: tuple[EvaluatedItem, ...] = ()
    steps: tuple[PlanStep, ...] = ()
    drafts: tuple[str, ...] = ()
    notes: tuple[Annotation, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnThings:
    """All of it. ``language`` is that of the headings."""

    name: str
    made: date
    language: str
    courses: tuple[OwnCourse, ...]
