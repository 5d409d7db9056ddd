"""Filling in an evaluation: answers are saved one by one and can be changed. They never leave the laptop from here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from kursapp.domain.course import Course, Page
from kursapp.domain.evaluation_answer import EvaluationAnswer, fits, is_blank
from kursapp.domain.evaluation_form import (
    KnowledgeGap,
    Pair,
    ThemePage,
    count_given,
    gaps_of,
    item_for,
    missing_items,
    pairs_of,
    themes_of,
    valid_answers,
)
from kursapp.domain.page_items import questions_of
from kursapp.domain.record import KeptEvaluation
from kursapp.services.changes import NOTHING, Change, Changes
from kursapp.services.clock import Clock
from kursapp.services.take_course import TakeCourse
from kursapp.storage.participant.profile_file import ProfileFile


@dataclass(frozen=True, slots=True)
class EvaluationState:
    """A form as filled in so far.

    ``answers`` by answer id, those the form as it is now can have. ``given`` of ``total`` rows and items are answered;
    ``missing`` are ids of items that must be. ``changed_since``: something was changed after it was finished.
    """

    answers: Mapping[str, EvaluationAnswer]
    finished_at: datetime | None
    changed_since: bool
    given: int
    total: int
    missing: tuple[str, ...]
    themes: tuple[ThemePage, ...]
    pairs: tuple[Pair, ...]
    gaps: tuple[KnowledgeGap, ...]


@dataclass(frozen=True, slots=True)
class Finished:
    """Whether a form could be finished: it is when nothing is ``missing``."""

    missing: tuple[str, ...]
    changes: Changes


class Evaluate:
    """One participant's answers to the evaluation forms of one course."""

    def __init__(self, profile: ProfileFile, course: Course, take: TakeCourse, clock: Clock) -> None:
        self._profile = profile
        self._course = course
        self._take = take
        self._clock = clock

    def state(self, page: Page) -> EvaluationState:
        """Return a form as filled in so far."""
        kept = self._profile.evaluations.of_form(self._course.id, page.id)
        answers = valid_answers(page, {answer_id: one.answer for answer_id, one in kept.items()})
        finished_at = self._profile.evaluations.finished(self._course.id).get(page.id)
        given, total = count_given(page, answers)
        return EvaluationState(
            answers,
            finished_at,
            finished_at is not None and any(one.updated_at > finished_at for one in kept.values()),
            given,
            total,
            missing_items(page, answers),
            themes_of(page),
            pairs_of(page, answers),
            gaps_of(page, answers, self._take.scores(questions_of(page))),
        )

    def answer(self, page: Page, answer_id: str, answer: EvaluationAnswer) -> Changes:
        """Keep an answer under a row's or an item's id; a blank one takes it back.

        KeyError where the form has no such id, ValueError where the item cannot have the answer.
        """
        item = item_for(page, answer_id)
        if not fits(item, answer):
            raise ValueError(f"{answer} is no answer to {answer_id}")
        if is_blank(answer):
            return self.clear(page, answer_id)
        kept = KeptEvaluation(self._course.id, page.id, answer_id, answer, self._clock.now())
        self._profile.evaluations.save(kept, item)
        return self._changed(page)

    def clear(self, page: Page, answer_id: str) -> Changes:
        """Take an answer back."""
        self._profile.evaluations.remove(self._course.id, page.id, answer_id)
        return self._changed(page)

    def finish(self, page: Page) -> Finished:
        """Mark a form as finished, unless an item that must be answered is not. It can still be changed."""
        missing = self.state(page).missing
        if missing:
            return Finished(missing, NOTHING)
        self._profile.evaluations.finish(self._course.id, page.id, self._clock.now())
        return Finished((), self._changed(page))

    def _changed(self, page: Page) -> Changes:
        return Changes.of(Change.EVALUATION, Change.PROGRESS, ids=[page.id])
