"""What a course has for a cohort."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kursapp import paths
from kursapp.domain.course import Draw, EvaluationType, QuizSettings
from kursapp.services.offer_forms import offer_of
from kursapp.services.open_course import CourseReader
from kursapp.worker import Worker
from tests.services.coordinator.office_world import AFTER, BEFORE, PAGES, QUIZ, OfferedPages, question


def test_forms_and_quizzes_in_the_courses_order() -> None:
    """Evaluations and quizzes are offered apart, each in the course's order, with the background questions."""
    offer = offer_of(OfferedPages())
    assert [form.id for form in offer.forms] == [BEFORE, AFTER]
    assert [form.id for form in offer.quizzes] == [QUIZ]
    assert [item.id for item in offer.backgrounds] == ["rolle"]


def test_a_quiz_has_all_it_can_draw() -> None:
    """Questions of every bank it draws from are in the form, each once."""
    drawing = replace(PAGES[1], quiz=QuizSettings(draws=(Draw(2, "dag-1"), Draw(1, "dag-2"), Draw(1))))
    banks = {"dag-1": (question("b1"), question("q2")), "dag-2": (question("b1"), question("b2"))}
    course = OfferedPages(banks=banks)
    course.read = replace(course.read, pages=(drawing,))
    (quiz,) = offer_of(course).quizzes
    assert {item.id for item in quiz.items} == {"q1", "q2", "q3", "b1", "b2"}
    assert len(quiz.items) == 5


def test_a_background_question_in_two_forms_is_offered_once() -> None:
    """The same question asked before and after is one breakdown."""
    course = OfferedPages()
    course.read = replace(course.read, pages=(PAGES[2], replace(PAGES[2], id="eval-igjen")))
    assert [item.id for item in offer_of(course).backgrounds] == ["rolle"]


def test_the_flagship_has_nine_rounds(tmp_path: Path) -> None:
    """The six-day course is evaluated before, each day, after, and three months later; its digest is of its files."""
    worker = Worker()
    try:
        reader = CourseReader(worker, tmp_path / "cache")
        course = reader.open(paths.bundled_courses() / "god-barnevernledelse")
        offer = offer_of(course)
        again = reader.open(paths.bundled_courses() / "god-barnevernledelse")
        other = reader.open(paths.bundled_courses() / "barnevernloftet-kommunestyret")
        assert course.digest == again.digest != other.digest
    finally:
        worker.close()
    kinds = [form.type for form in offer.forms]
    assert kinds == [EvaluationType.BEFORE, *[EvaluationType.DAY] * 6, EvaluationType.AFTER, EvaluationType.FOLLOW_UP]
    assert [item.id for item in offer.backgrounds] == ["ledererfaring"]
    assert len(offer.quizzes) >= 6
