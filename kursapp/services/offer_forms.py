"""What a course has for a cohort: the forms it can hand in, read from its pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from kursapp.domain.course import Course, Page, PageKind, Session
from kursapp.domain.form import Form, FormItem
from kursapp.domain.forms import form_of, quiz_form
from kursapp.domain.page_items import questions_of
from kursapp.domain.question import Question
from kursapp.services.cohort_cards import CourseOffer


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
    pages = list(_pages(course))
    forms = tuple(form_of(page, course.course) for page in pages if page.kind is PageKind.EVALUATION)
    quizzes = tuple(
        quiz_form(page, asked, course.course)
        for page in pages
        if page.kind is PageKind.QUIZ and (asked := questions_drawn(course, page))
    )
    backgrounds: dict[str, FormItem] = {}
    for form in forms:
        for item in form.backgrounds():
            backgrounds.setdefault(item.id, item)
    return CourseOffer(forms, quizzes, tuple(backgrounds.values()))


def form_in(course: OfferedCourse, form_id: str) -> Form | None:
    """Return one form or quiz of a course, or None."""
    offer = offer_of(course)
    return next((form for form in (*offer.forms, *offer.quizzes) if form.id == form_id), None)


def questions_drawn(course: OfferedCourse, page: Page) -> tuple[Question, ...]:
    """Return every question a quiz page can ask: its own, and those of the banks it draws from; each once."""
    found = {question.id: question for question in questions_of(page)}
    for draw in page.quiz.draws if page.quiz else ():
        if draw.bank:
            found.update((question.id, question) for question in course.bank(draw.bank))
    return tuple(found.values())


def _pages(course: OfferedCourse) -> Iterator[Page]:
    for head in course.course.sessions():
        kinds = {page.kind for page in head.pages}
        if kinds & {PageKind.EVALUATION, PageKind.QUIZ}:
            yield from course.session(head.id).pages
