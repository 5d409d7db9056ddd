"""A course taken some time ago, so that the tour can come back to it weeks or months later.

The answers are made through the same services as a person's, by a clock that shows another day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from kursapp.demo.plan import routes
from kursapp.domain.case import Case
from kursapp.domain.course import Course, Module, Page, PageKind
from kursapp.domain.evaluation import EvaluationItem, EvaluationKind
from kursapp.domain.evaluation_answer import EvaluationAnswer, Rated, RatedTwice
from kursapp.domain.key_response import key_response
from kursapp.domain.page_items import blocks_of
from kursapp.domain.question import ChoiceQuestion, Question, Reflection, Workbook
from kursapp.domain.response import Chosen
from kursapp.services.changes import Change, Changes
from kursapp.services.open_course import OpenedCourse
from kursapp.services.participant import CourseDesk, Participant

BETWEEN_DAYS = timedelta(days=7)
WRITTEN = "Vi begynner mandagsmøtet med fristene, og jeg spør hva teamet trenger."


@dataclass
class SetClock:
    """A clock that shows what it is set to."""

    at: datetime

    def now(self) -> datetime:
        """Return what it shows."""
        return self.at


def take_earlier(opened: OpenedCourse, last: datetime, participant: Participant) -> Changes:
    """Take all of a course itself, a module a week, the last of them at ``last``; what opens later is left be.

    Called on the profile's thread.
    """
    modules = _itself(opened.course)
    clock = SetClock(last - BETWEEN_DAYS * (len(modules) - 1))
    desk = Participant(participant.profile, clock).on(opened)
    desk.take.enrol()
    for module in modules:
        for head in module.sessions:
            for page in opened.session(head.id).pages:
                desk.take.open_page(head.id, page.id)
                _do(desk, page)
                desk.take.read_page(page.id)
        clock.at += BETWEEN_DAYS
    return Changes.of(Change.ENROLMENT, Change.PROGRESS, Change.ANSWERS, Change.FIELDS, ids=[opened.course.id])


def _itself(course: Course) -> list[Module]:
    return [each for each in course.modules if not each.bank and each.opens_after_days is None and each.sessions]


def _do(desk: CourseDesk, page: Page) -> None:
    if page.kind is PageKind.QUIZ:
        _pass(desk, page)
    elif page.kind is PageKind.EVALUATION:
        _rate(desk, page)
    else:
        _write(desk, page)


def _pass(desk: CourseDesk, page: Page) -> None:
    attempt = desk.quiz.start(page)
    for asked in attempt.questions:
        response = key_response(asked.question)
        if response is not None:
            desk.quiz.answer(page, attempt.attempt_id, asked.question.id, response)
    desk.quiz.submit(page, attempt.attempt_id)


def _rate(desk: CourseDesk, page: Page) -> None:
    for block in page.blocks:
        if isinstance(block, EvaluationItem) and block.item in (EvaluationKind.SCALE, EvaluationKind.BEFORE_NOW):
            answer: EvaluationAnswer = Rated(4) if block.item is EvaluationKind.SCALE else RatedTwice(2, 4)
            for answer_id in block.answer_ids():
                desk.evaluate.answer(page, answer_id, answer)
    desk.evaluate.finish(page)


def _write(desk: CourseDesk, page: Page) -> None:
    for block in blocks_of(page):
        if isinstance(block, Reflection):
            desk.fill.reflect(block, WRITTEN)
        elif isinstance(block, Workbook):
            desk.fill.finish(block)
        elif isinstance(block, Question):
            _answer(desk, block)
        elif isinstance(block, Case):
            for choice_id in list(routes(block))[-1]:
                desk.case.choose(block, choice_id)


def _answer(desk: CourseDesk, question: Question) -> None:
    response = key_response(question)
    if response is None and isinstance(question, ChoiceQuestion):
        # A dilemma has no key: any option is an answer.
        response = Chosen((question.options[0].id,))
    if response is not None:
        desk.take.answer(question, response)
