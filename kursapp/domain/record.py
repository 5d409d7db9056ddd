"""What is kept of one participant's work, as values: where she is, what she has seen, answered, written and chosen.

``storage.participant`` keeps them, ``services`` make and read them. Times are aware and in UTC. ``asked`` is the
fingerprint of the item as it stood when it was answered (``storage.snapshot``), empty where none was kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from kursapp.domain.evaluation_answer import EvaluationAnswer
from kursapp.domain.response import Response


@dataclass(frozen=True, slots=True)
class Profile:
    """One person's own work on this laptop: an entry of the profile list. Two may have the same name."""

    id: str
    name: str
    created_at: datetime
    used_at: datetime


@dataclass(frozen=True, slots=True)
class Enrolment:
    """A course the participant has begun: the version and folder it was last opened from, and when."""

    course_id: str
    version: str
    title: str
    folder: str
    enrolled_at: datetime
    opened_at: datetime


@dataclass(frozen=True, slots=True)
class Position:
    """Where on a page: the block at the top (from 0), how far down it, the item with the focus, the caret.

    ``offset`` is the share of the block above the top of the view: past 1 where the gap below the block is there.
    """

    block: int = 0
    offset: float = 0
    item: str = ""
    part: str = ""
    caret: int = 0


@dataclass(frozen=True, slots=True)
class ReadingPlace:
    """Where the participant last was on one page; the newest of a course is where "Fortsett" leads."""

    course_id: str
    session_id: str
    page_id: str
    at: datetime
    position: Position = Position()


@dataclass(frozen=True, slots=True)
class PageProgress:
    """When a page was first and last seen, and when it was done (None: not yet)."""

    course_id: str
    page_id: str
    first_seen: datetime
    last_seen: datetime
    done_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Drawn:
    """A question drawn for an attempt, as asked, and the order its options were shown in (empty: as written)."""

    question_id: str
    asked: str
    order: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Attempt:
    """One go at a quiz. ``seconds_left`` None means no time limit; the last four are None until it is submitted."""

    id: int
    course_id: str
    course_version: str
    page_id: str
    number: int
    form: str
    drawn: tuple[Drawn, ...]
    started_at: datetime
    seen_at: datetime
    seconds_left: float | None = None
    submitted_at: datetime | None = None
    points: float | None = None
    maximum: float | None = None
    passed: bool | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to one question: a try at practice (``attempt_id`` None), or the standing answer in an attempt.

    ``right`` None means it has no key (a dilemma). ``certainty`` is how sure the person said she was. ``id`` and
    ``asked`` are given by the store.
    """

    course_id: str
    course_version: str
    question_id: str
    response: Response
    answered_at: datetime
    points: float = 0
    maximum: float = 0
    right: bool | None = None
    certainty: int | None = None
    attempt_id: int | None = None
    asked: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class Field:
    """Words or a tick of the participant's own: private, never scored, never handed in.

    ``part`` is empty for a reflection, ``row/column`` for a workbook's cell, the item's id for a tick.
    """

    course_id: str
    item_id: str
    part: str
    value: str
    updated_at: datetime
    asked: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in an answer that is not given yet, under a key of the screen's own choosing."""

    course_id: str
    key: str
    value: str
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class CaseStep:
    """One choice: the scene it was made in and the choice made."""

    scene_id: str
    choice_id: str
    at: datetime


@dataclass(frozen=True, slots=True)
class CaseRun:
    """One time through a case, from its first scene: the choices in order. ``number`` counts the runs from 1."""

    id: int
    course_id: str
    course_version: str
    case_id: str
    number: int
    started_at: datetime
    asked: str = ""
    steps: tuple[CaseStep, ...] = ()
    finished_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class KeptEvaluation:
    """A saved answer on an evaluation form, under one of its item's ``answer_ids()``."""

    course_id: str
    form_id: str
    answer_id: str
    answer: EvaluationAnswer
    updated_at: datetime
    asked: str = ""


@dataclass(frozen=True, slots=True)
class JoinedCohort:
    """A cohort the participant has joined: its file, byte for byte as it was opened the first time.

    ``mark`` are the words of its kullmerke, ``keep_until`` is the last day anything about it is kept; ``joined_at``
    when she last chose to take part in it.
    """

    cohort_id: str
    course_id: str
    file: bytes
    mark: tuple[str, ...]
    keep_until: date
    joined_at: datetime


@dataclass(frozen=True, slots=True)
class KeptDelivery:
    """What the laptop knows of one form handed in to one cohort.

    ``response_id`` and ``answers`` are those of the newest answer file that was certainly written; none at all with an
    id means that it took an earlier one back. ``reserved`` is the id of a file that perhaps was written: it is used
    again, so that one person is never counted twice. ``forgotten``: handed in, and the rest deleted from this laptop.
    """

    cohort_id: str
    form_id: str
    response_id: str = ""
    reserved: str = ""
    answers: tuple[tuple[str, EvaluationAnswer], ...] = ()
    handed_in_at: datetime | None = None
    forgotten: bool = False

    @property
    def is_withdrawn(self) -> bool:
        """Say whether what was handed in has been taken back."""
        return bool(self.response_id) and not self.answers
