"""What a course has for a cohort: the forms it can hand in, read from its pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from kursapp.domain.course import Course, Page, PageKind, Session
from kursapp.domain.form import FormItem, FormKind
from kursapp.domain.question import Question
from kursapp.services.cohort_cards import CourseOffer
from kursapp.services.course_forms import form_on


class OfferedCourse(Protocol):
    """A course that has been read (``services.open_course.OpenedCourse``)."""

    @property
    def course(self) -> Course:
        """The cover and the outline."""
        ...

    @property
    def digest(self) -> str:
        """The digest of its files."""
        ...

    def session(self, session_id: str) -> Session:
        """Return a session."""
        ...

    def bank(self, bank: str) -> Sequence[Question]:
        """Return the questions that say ``bank: NAME``."""
        ...


def offer_of(course: OfferedCourse) -> CourseOffer:
    """Return the forms and quizzes of a course in its order. A background question asked twice is offered once."""
    found = [form_on(page, course.course, course.bank) for page in _pages(course)]
    asked = [form for form in found if form is not None and form.items]
    forms = tuple(form for form in asked if form.kind is FormKind.EVALUATION)
    quizzes = tuple(form for form in asked if form.kind is FormKind.QUIZ)
    backgrounds: dict[str, FormItem] = {}
    for form in forms:
        for item in form.backgrounds():
            backgrounds.setdefault(item.id, item)
    return CourseOffer(forms, quizzes, tuple(backgrounds.values()))


def _pages(course: OfferedCourse) -> Iterator[Page]:
    for head in course.course.sessions():
        kinds = {page.kind for page in head.pages}
        if kinds & {PageKind.EVALUATION, PageKind.QUIZ}:
            yield from course.session(head.id).pages
