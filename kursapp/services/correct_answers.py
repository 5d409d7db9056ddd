"""Scoring earlier answers by the key they should have had: what a new version of a course corrects (``omrett``).

The words that were answered stay; only the key and what is said of it are the new version's. No result of a quiz is
lowered by it: an attempt keeps the better of what it had and what it has now, and what was passed stays passed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from kursapp.domain.attempt import percent_of
from kursapp.domain.correction import corrected
from kursapp.domain.course import Course, QuizSettings
from kursapp.domain.question import Question
from kursapp.domain.record import Answer, Attempt
from kursapp.domain.response import is_blank
from kursapp.domain.scoring import maximum, score
from kursapp.services.changes import NOTHING, Change, Changes
from kursapp.storage.participant.profile_file import ProfileFile
from kursapp.storage.snapshot import fingerprint


class CorrectedCourse(Protocol):
    """A version of a course that corrects keys (``services.open_course.OpenedCourse``)."""

    @property
    def course(self) -> Course: ...

    @property
    def corrections(self) -> Mapping[str, Question]:
        """The questions whose key it corrects, by id, as they are now."""
        ...

    def quiz(self, page_id: str) -> QuizSettings | None:
        """Return how a page's quiz is run; None where there is none."""
        ...


@dataclass(frozen=True, slots=True)
class Corrected:
    """What correcting comes to for one participant.

    ``questions`` are the ids of those she has met and whose key is another now. ``right`` and ``wrong`` count her
    answers that become so, ``passed`` the attempts that are passed by it, ``kept`` those that would be lower and stay.
    """

    questions: tuple[str, ...] = ()
    right: int = 0
    wrong: int = 0
    passed: int = 0
    kept: int = 0
    changes: Changes = NOTHING

    def __bool__(self) -> bool:
        return bool(self.questions)


@dataclass(frozen=True, slots=True)
class _Anew:
    """An answer as it is scored now, by the question with its new key."""

    answer: Answer
    before: Answer
    question: Question


@dataclass(frozen=True, slots=True)
class _Result:
    """An attempt as it is scored now. ``asked`` are its questions with another key, by id."""

    attempt: Attempt
    asked: Mapping[str, Question]
    points: float
    maximum: float
    passed: bool
    is_kept: bool


class CorrectAnswers:
    """One participant's answers in one course, and the keys a version of it corrects."""

    def __init__(self, profile: ProfileFile, course: CorrectedCourse) -> None:
        self._profile = profile
        self._course = course

    def preview(self) -> Corrected:
        """Return what correcting would come to. Nothing is changed."""
        return _summed(*self._worked_out())

    def apply(self) -> Corrected:
        """Score the answers anew, all of them durably or none. Applying again changes nothing."""
        answers, results = self._worked_out()
        if not answers and not results:
            return Corrected()
        with self._profile.transaction():
            for one in answers:
                self._profile.answers.rescore(one.answer, one.question)
            for got in results:
                if got.attempt.submitted_at is None:
                    self._profile.attempts.ask_anew(got.attempt.id, got.asked)
                else:
                    result = (got.points, got.maximum, got.passed)
                    self._profile.attempts.rescore(got.attempt.id, got.asked, *result)
        return _summed(answers, results)

    def _worked_out(self) -> tuple[tuple[_Anew, ...], tuple[_Result, ...]]:
        if not self._course.corrections:
            return (), ()
        answers = tuple(self._answers())
        anew = {one.answer.id: one.answer for one in answers}
        attempts = self._profile.attempts.of_course(self._course.course.id)
        return answers, tuple(got for attempt in attempts if (got := self._result(attempt, anew)) is not None)

    def _answers(self) -> Iterator[_Anew]:
        """Yield the answers whose question has another key now."""
        for question_id in self._course.corrections:
            given = self._profile.answers.of_question(self._course.course.id, question_id)
            keyed = self._keyed({each.asked: question_id for each in given})
            for each in given:
                question = keyed.get(each.asked)
                if question is not None:
                    got = score(question, None if is_blank(each.response) else each.response)
                    scored = replace(each, points=got.points, maximum=got.maximum, right=got.right)
                    yield _Anew(scored, each, question)

    def _keyed(self, asked: Mapping[str, str]) -> dict[str, Question]:
        """Return the questions that were asked, by fingerprint, with their new key; those with no other are left out.

        ``asked`` leads from the fingerprint to the question's id.
        """
        found: dict[str, Question] = {}
        for mark, question in self._profile.asked.many(asked).items():
            now = self._course.corrections.get(asked[mark])
            keyed = corrected(question, now) if now is not None and isinstance(question, Question) else None
            if keyed is not None and fingerprint(keyed) != mark:
                found[mark] = keyed
        return found

    def _result(self, attempt: Attempt, anew: Mapping[int, Answer]) -> _Result | None:
        """Sum an attempt up anew; None where none of its questions has another key."""
        named = {one.asked: one.question_id for one in attempt.drawn if one.question_id in self._course.corrections}
        keyed = self._keyed(named)
        if not keyed:
            return None
        asked = {named[mark]: question for mark, question in keyed.items()}
        if attempt.submitted_at is None:
            return _Result(attempt, asked, 0.0, 0.0, passed=False, is_kept=False)
        answers = self._profile.answers.in_attempt(attempt.id)
        points = sum(anew.get(each.id, each).points for each in answers.values())
        most = attempt.maximum or sum(maximum(question) for question in asked.values())
        before = attempt.points or 0.0
        quiz = self._course.quiz(attempt.page_id)
        better = quiz is not None and percent_of(points, most) >= quiz.pass_percent
        return _Result(
            attempt, asked, max(points, before), most, passed=bool(attempt.passed) or better, is_kept=points < before
        )


def _summed(answers: tuple[_Anew, ...], results: tuple[_Result, ...]) -> Corrected:
    questions = {one.answer.question_id: None for one in answers}
    questions |= {question_id: None for got in results for question_id in got.asked}
    if not questions:
        return Corrected()
    pages = {got.attempt.page_id for got in results}
    return Corrected(
        tuple(questions),
        right=sum(bool(one.answer.right) and not one.before.right for one in answers),
        wrong=sum(bool(one.before.right) and not one.answer.right for one in answers),
        passed=sum(got.passed and not got.attempt.passed for got in results if got.attempt.submitted_at is not None),
        kept=sum(got.is_kept for got in results),
        changes=Changes.of(Change.ANSWERS, Change.QUIZ, Change.PROGRESS, ids=[*questions, *pages]),
    )
