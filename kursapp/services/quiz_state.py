"""What a quiz shows: before it, during an attempt, and after."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from kursapp.domain.attempt import Result
from kursapp.domain.course import Rich
from kursapp.domain.question import Question
from kursapp.domain.record import Answer
from kursapp.domain.response import Certainty, Response, is_blank
from kursapp.domain.scoring import Score, feedback_for, score
from kursapp.services.answering import kept_certainty, kept_score
from kursapp.services.changes import NOTHING, Changes


@dataclass(frozen=True, slots=True)
class AttemptSummary:
    """One attempt that has been handed in."""

    attempt_id: int
    number: int
    started_at: datetime
    submitted_at: datetime
    points: float
    maximum: float
    percent: int
    passed: bool


@dataclass(frozen=True, slots=True)
class QuizOverview:
    """A quiz before it is begun. ``questions`` is how many an attempt has; None means no limit.

    ``running`` is the id of an attempt under way and ``seconds_left`` its time: 0 when it has run out and the attempt
    only waits to be handed in.
    """

    questions: int
    pass_percent: int
    minutes: float | None
    immediate: bool
    attempts_used: int
    attempts_left: int | None
    running: int | None
    seconds_left: float | None
    best: AttemptSummary | None
    attempts: tuple[AttemptSummary, ...]

    @property
    def passed(self) -> bool:
        """Say whether any attempt passed."""
        return any(attempt.passed for attempt in self.attempts)


@dataclass(frozen=True, slots=True)
class AttemptQuestion:
    """A question of an attempt, as asked. ``order`` are its parts' ids as shown (empty: as written).

    ``score`` and ``feedback`` are there when the participant may see them; ``locked``: it can no longer be answered.
    ``draft`` is what stands in an answer that has been begun and not given, where answers are given one by one.
    """

    question: Question
    order: tuple[str, ...]
    response: Response | None = None
    certainty: Certainty | None = None
    flagged: bool = False
    score: Score | None = None
    feedback: tuple[Rich, ...] = ()
    locked: bool = False
    draft: str = ""

    @property
    def is_answered(self) -> bool:
        """Say whether there is something in the answer."""
        return not is_blank(self.response)


@dataclass(frozen=True, slots=True)
class AttemptState:
    """An attempt under way, or one handed in."""

    attempt_id: int
    number: int
    immediate: bool
    seconds_left: float | None
    submitted: bool
    questions: tuple[AttemptQuestion, ...]
    changes: Changes = NOTHING

    @property
    def answered(self) -> tuple[str, ...]:
        """Return the ids of the questions answered."""
        return tuple(one.question.id for one in self.questions if one.is_answered)

    @property
    def open(self) -> tuple[str, ...]:
        """Return the ids of the questions not answered yet."""
        return tuple(one.question.id for one in self.questions if not one.is_answered)

    @property
    def flagged(self) -> tuple[str, ...]:
        """Return the ids of the questions flagged to come back to."""
        return tuple(one.question.id for one in self.questions if one.flagged)


@dataclass(frozen=True, slots=True)
class QuizAnswer:
    """An answer in an attempt as it was taken. ``score`` and ``feedback`` only where they are shown at once.

    ``is_out``: the time had run out, the answer does not count, and the attempt has been handed in.
    """

    question_id: str
    score: Score | None
    feedback: tuple[Rich, ...]
    seconds_left: float | None
    is_out: bool
    changes: Changes


@dataclass(frozen=True, slots=True)
class QuizTime:
    """The time left. ``is_out``: it has run out and the attempt has been handed in."""

    seconds_left: float | None
    is_out: bool
    changes: Changes


@dataclass(frozen=True, slots=True)
class QuizOutcome:
    """An attempt that has been handed in. ``timed_out``: because its time had run out."""

    attempt_id: int
    number: int
    timed_out: bool
    result: Result
    questions: tuple[AttemptQuestion, ...]
    attempts_left: int | None
    changes: Changes = NOTHING

    @property
    def certain_but_wrong(self) -> tuple[str, ...]:
        """Return the questions the participant was certain of and missed: the ones to look at first."""
        return self._where(Certainty.CERTAIN, right=False)

    @property
    def guessed_right(self) -> tuple[str, ...]:
        """Return the questions guessed at and answered rightly: luck rather than knowledge."""
        return self._where(Certainty.GUESSING, right=True)

    def _where(self, certainty: Certainty, *, right: bool) -> tuple[str, ...]:
        return tuple(
            one.question.id
            for one in self.questions
            if one.certainty is certainty and one.score is not None and one.score.right is right
        )


def attempt_questions(
    drawn: Mapping[str, tuple[Question, tuple[str, ...]]],
    answers: Mapping[str, Answer],
    flagged: frozenset[str],
    drafts: Mapping[str, str],
    *,
    submitted: bool,
    immediate: bool,
) -> tuple[AttemptQuestion, ...]:
    """Bring together the questions drawn, the answers given and what may be seen of their scores."""
    return tuple(
        replace(
            _attempt_question(question, order, answers.get(question_id), submitted=submitted, immediate=immediate),
            flagged=question_id in flagged,
            draft=drafts.get(question_id, ""),
        )
        for question_id, (question, order) in drawn.items()
    )


def _attempt_question(
    question: Question,
    order: tuple[str, ...],
    answer: Answer | None,
    *,
    submitted: bool,
    immediate: bool,
) -> AttemptQuestion:
    if answer is None or is_blank(answer.response):
        got = score(question, None) if submitted else None
        return AttemptQuestion(question, order, score=got, locked=submitted)
    shown = submitted or immediate
    return AttemptQuestion(
        question,
        order,
        answer.response,
        kept_certainty(answer),
        score=kept_score(question, answer) if shown else None,
        feedback=feedback_for(question, answer.response) if shown else (),
        locked=shown,
    )
