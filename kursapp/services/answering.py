"""From a response to what is kept of it, and back to the score it was given."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from kursapp.domain.course import Course
from kursapp.domain.question import Question
from kursapp.domain.record import Answer
from kursapp.domain.response import Certainty, Response
from kursapp.domain.scoring import Score, score


def answer_to(
    course: Course,
    question: Question,
    response: Response,
    at: datetime,
    *,
    certainty: Certainty | None = None,
    attempt_id: int | None = None,
) -> Answer:
    """Score a response and make the answer that is kept of it."""
    got = score(question, response)
    return Answer(
        course.id,
        course.version,
        question.id,
        response,
        at,
        got.points,
        got.maximum,
        got.right,
        None if certainty is None else int(certainty),
        attempt_id,
    )


def kept_score(asked: Question, answer: Answer) -> Score:
    """Return the score an answer was given at the time; only its parts are worked out again."""
    return replace(score(asked, answer.response), points=answer.points, maximum=answer.maximum, right=answer.right)


def kept_certainty(answer: Answer) -> Certainty | None:
    """Return how certain the person said to be, if she was asked."""
    return None if answer.certainty is None else Certainty(answer.certainty)
