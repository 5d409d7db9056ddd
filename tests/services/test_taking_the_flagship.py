"""The flagship course as it is on disk, taken from beginning to end through the use cases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kursapp.domain.case import Case
from kursapp.domain.course import Draw, Page, PageKind
from kursapp.domain.evaluation import EvaluationItem, EvaluationKind
from kursapp.domain.evaluation_answer import EvaluationAnswer, Picked, Ranked, Rated, RatedTwice, Written
from kursapp.domain.evaluation_form import items_of
from kursapp.domain.page_items import blocks_of, questions_of
from kursapp.domain.path import follow
from kursapp.domain.question import (
    Question,
    Reflection,
    Workbook,
)
from kursapp.domain.record import CaseStep
from kursapp.services.open_course import CourseReader, OpenedCourse
from kursapp.services.participant import CourseDesk
from kursapp.worker import Worker
from tests.answer_key import key_to


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenedCourse]:
    """Read the flagship course once, through the worker."""
    folder = Path(__file__).parents[2] / "courses" / "god-barnevernledelse"
    worker = Worker()
    course = CourseReader(worker, tmp_path_factory.mktemp("cache")).open(folder)
    yield course
    course.close()
    worker.close()


@pytest.fixture
def pages(opened: OpenedCourse) -> list[Page]:
    """Return every page of the course, in order."""
    return [page for head in opened.course.sessions() for page in opened.session(head.id).pages]


@pytest.fixture
def desk(world, opened: OpenedCourse) -> CourseDesk:
    """Return what a new participant can do in the flagship course."""
    return world.participant.on(opened)


def stand_on(item: EvaluationItem) -> EvaluationAnswer:
    """Answer an evaluation item in some sound way."""
    match item.item:
        case EvaluationKind.SCALE:
            return Rated(2)
        case EvaluationKind.BEFORE_NOW:
            return RatedTwice(1, 2)
        case EvaluationKind.CHOICE | EvaluationKind.MULTIPLE:
            return Picked((item.options[0].id,))
        case EvaluationKind.RANKING:
            return Ranked(tuple(option.id for option in item.options))
        case EvaluationKind.NUMBER:
            return Written(str(item.high if item.high is not None else 1))
        case EvaluationKind.TEXT:
            return Written("Én ting jeg endrer innen to uker")


def to_an_ending(case: Case) -> list[CaseStep]:
    """Find a shortest way through a case that ends it."""
    ways: list[list[CaseStep]] = [[]]
    for way in ways:
        path = follow(case, way)
        if path.ending is not None:
            return way
        if len(way) <= len(case.scenes):
            ways += [[*way, CaseStep(path.scene.id, choice.id, None)] for choice in path.choices]
    raise AssertionError(f"{case.id} never ends")


def do_page(desk: CourseDesk, page: Page) -> None:
    """Do everything a page asks for."""
    for block in blocks_of(page):
        if isinstance(block, Reflection):
            desk.fill.reflect(block, "Medvirkning, når det haster.")
        elif isinstance(block, Workbook):
            desk.fill.finish(block)
        elif isinstance(block, Case):
            for step in to_an_ending(block):
                desk.case.choose(block, step.choice_id)
        elif isinstance(block, Question) and page.kind is not PageKind.QUIZ:
            desk.take.answer(block, key_to(block))
    desk.take.read_page(page.id)


def take_quiz(desk: CourseDesk, page: Page) -> int:
    """Answer a quiz by its key and return the per cent reached."""
    attempt = desk.quiz.start(page)
    for one in attempt.questions:
        desk.quiz.answer(page, attempt.attempt_id, one.question.id, key_to(one.question))
    return desk.quiz.submit(page, attempt.attempt_id).result.percent


def asked_in_an_attempt(desk: CourseDesk, page: Page) -> set[str]:
    """Hand an empty attempt in and return which questions it asked."""
    attempt = desk.quiz.start(page)
    desk.quiz.submit(page, attempt.attempt_id)
    return {one.question.id for one in attempt.questions}


def test_the_key_to_every_question_is_full_marks(desk: CourseDesk, pages: list[Page]) -> None:
    """What the author wrote as right is right when a participant answers it; a dilemma has no verdict."""
    for question in (question for page in pages for question in questions_of(page)):
        assert desk.take.answer(question, key_to(question)).score.right is not False, question.id


def test_everything_done_is_full_bars_and_a_certificate_that_lacks_nothing(desk: CourseDesk, pages: list[Page]) -> None:
    """Every page read and everything on it done: the dagsrad is full and "Krav" is met."""
    for page in pages:
        do_page(desk, page)
        if page.kind is PageKind.QUIZ:
            assert take_quiz(desk, page) == 100
        if page.kind is PageKind.EVALUATION:
            for item in items_of(page):
                for answer_id in item.answer_ids():
                    desk.evaluate.answer(page, answer_id, stand_on(item))
            assert desk.evaluate.finish(page).missing == ()
    progress = desk.take.progress()
    assert [share.id for share in (*progress.pages, *progress.days) if share.fill < 1] == []
    assert all(line.is_met for line in progress.requirements)
    assert progress.course.fill == 1


def different_in_two_attempts(opened: OpenedCourse, quiz: Page) -> int:
    """Return how many different questions two attempts at a quiz can ask, of its own and of each bank it draws from."""
    assert quiz.quiz is not None
    own = len(questions_of(quiz))
    draws = quiz.quiz.draws or (Draw(own),)
    return sum(min(len(opened.bank(draw.bank)) if draw.bank else own, 2 * draw.count) for draw in draws)


def test_two_attempts_at_a_quiz_ask_as_different_questions_as_there_are(
    desk: CourseDesk, pages: list[Page], opened: OpenedCourse
) -> None:
    """No question comes a second time while there are questions that have not been asked."""
    for quiz in (page for page in pages if page.kind is PageKind.QUIZ):
        first, second = (asked_in_an_attempt(desk, quiz) for _ in range(2))
        assert len(first | second) == different_in_two_attempts(opened, quiz), quiz.id


def test_every_page_can_be_shown_as_it_was_left(desk: CourseDesk, pages: list[Page], world, opened) -> None:
    """After everything has been done and the program restarted, each page's state holds what was given."""
    for page in pages:
        do_page(desk, page)
    world.restart()
    again = world.participant.on(opened)
    for page in pages:
        state = again.page_state(page)
        assert state.read
        assert all(one.response is not None and one.asked is None for one in state.questions.values())
        assert all(text for text in state.reflections.values())
        assert all(case.path.ending is not None for case in state.cases.values())
