"""What the forms and quizzes of a bundled course hand in: every item can be answered, counted and told apart."""

from __future__ import annotations

from collections import Counter

from kursapp.domain.course import EvaluationType
from kursapp.domain.form import AnswerKind, Form, FormItem, FormKind
from kursapp.domain.tally import steps_of
from kursapp.services.course_forms import form_on
from tests.courses.conftest import BundledCourse


def forms_of(course: BundledCourse) -> list[Form]:
    """Return the forms and quizzes of a course, in order."""
    found = (form_on(page, course.opened.course, course.opened.bank) for page in course.pages)
    return [form for form in found if form is not None]


def least_steps(item: FormItem) -> int:
    """Return the fewest steps an item of this kind makes sense with, blank included."""
    return {AnswerKind.TEXT: 2, AnswerKind.QUESTION: 2, AnswerKind.NUMBER: 1}.get(item.kind, 3)


def test_every_course_has_forms_with_words(course: BundledCourse) -> None:
    """Every item of every form has an id of its own, a text, and steps to be counted by."""
    forms = forms_of(course)
    assert any(form.kind is FormKind.EVALUATION for form in forms)
    for form in forms:
        assert form.items, form.id
        assert max(Counter(item.id for item in form.items).values()) == 1, form.id
        for item in form.items:
            assert item.text.strip(), (form.id, item.id)
            assert len(steps_of(item)) >= least_steps(item), (form.id, item.id)
            assert len(set(steps_of(item))) == len(steps_of(item)), (form.id, item.id)


def test_questions_of_a_shared_quiz_have_one_key(course: BundledCourse) -> None:
    """A question with options has a right one, so that how hard it was can be told."""
    for form in forms_of(course):
        for item in form.items:
            if item.kind is AnswerKind.QUESTION and item.options:
                assert any(option.right for option in item.options), (form.id, item.id)


def test_the_same_row_is_asked_in_the_same_words(course: BundledCourse) -> None:
    """Rows that come back after the course carry the words and steps they had, or they could not be followed."""
    said: dict[str, tuple[str, tuple[str, ...]]] = {}
    followed = (EvaluationType.BEFORE, EvaluationType.AFTER, EvaluationType.FOLLOW_UP)
    for form in forms_of(course):
        if form.type in followed:
            for item in form.items:
                if item.steps:
                    assert said.setdefault(item.id, (item.text, item.steps)) == (item.text, item.steps), item.id
