"""From a page of a course to the form that is handed in, and the digest that tells whether two forms are the same."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import fields

from kursapp.domain.course import Course, Page, Rich
from kursapp.domain.evaluation import EvaluationItem, EvaluationKind
from kursapp.domain.evaluation_form import items_of
from kursapp.domain.form import AnswerKind, Form, FormItem, FormKind, FormOption
from kursapp.domain.question import ChoiceQuestion, Question

_SCALES = (EvaluationKind.SCALE, EvaluationKind.BEFORE_NOW)


def form_of(page: Page, course: Course) -> Form:
    """Return the evaluation form of a page; ValueError where the page is none."""
    if page.evaluation is None:
        raise ValueError(f"{page.id} is no evaluation form")
    items = tuple(row for item in items_of(page) for row in _rows(item))
    return Form(page.id, _tidy(page.title), FormKind.EVALUATION, course.id, course.version, items, page.evaluation.type)


def quiz_form(page: Page, questions: Sequence[Question], course: Course) -> Form:
    """Return the form of a quiz whose answers may be shared: all questions that can be drawn, in order."""
    items = tuple(quiz_item(question) for question in questions)
    return Form(page.id, _tidy(page.title), FormKind.QUIZ, course.id, course.version, items)


def form_bytes(form: Form) -> bytes:
    """Return what a form says as bytes that are equal where the forms are.

    The version of the course is left out: a new version that asks the same in the same words is the same form. So is
    whatever is as it usually is: when a form one day can say more, those that do not keep their bytes.
    """
    said = {name: value for name, value in _said(form).items() if name != "course_version"}
    return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def digest_of(form: Form) -> str:
    """Return the SHA-256 of a form, in hex."""
    return hashlib.sha256(form_bytes(form)).hexdigest()


def _said(value: Form | FormItem | FormOption) -> dict[str, object]:
    """Return what differs from the defaults, by name."""
    return {
        field.name: _plainly(said) for field in fields(value) if (said := getattr(value, field.name)) != field.default
    }


def _plainly(said: object) -> object:
    if isinstance(said, tuple):
        return [_plainly(one) for one in said]
    return _said(said) if isinstance(said, FormItem | FormOption) else said


def _rows(item: EvaluationItem) -> Iterator[FormItem]:
    """Yield what is answered on its own: each row of a scale, or the item itself."""
    if item.item not in _SCALES:
        yield _row(item, item.id, _tidy(item.title))
        return
    for statement in item.statements:
        alone = statement.id == item.id
        yield _row(
            item,
            statement.id,
            _plain(statement.text) or _tidy(item.title),
            heading="" if alone else _tidy(item.title),
            area=statement.area,
            reverse=statement.reversed,
        )


def _row(
    item: EvaluationItem, row_id: str, text: str, *, heading: str = "", area: str = "", reverse: bool = False
) -> FormItem:
    return FormItem(
        row_id,
        AnswerKind(item.item.value),
        text,
        heading,
        item.id,
        _tidy(item.theme),
        area,
        tuple(_tidy(step) for step in item.steps),
        _tidy(item.apart),
        tuple(FormOption(option.id, _plain(option.text), option.other) for option in item.options),
        item.low,
        item.high,
        _tidy(item.low_label),
        _tidy(item.high_label),
        reverse,
        item.background,
        item.required,
        item.short,
    )


def quiz_item(question: Question) -> FormItem:
    """Return a question as a shared quiz asks it."""
    options: tuple[FormOption, ...] = ()
    if isinstance(question, ChoiceQuestion):
        options = tuple(FormOption(option.id, _plain(option.text), right=option.right) for option in question.options)
    return FormItem(
        question.id,
        AnswerKind.QUESTION,
        _tidy(question.title),
        theme=_tidy(question.settings.theme),
        options=options,
    )


def _plain(text: Rich) -> str:
    return _tidy(text.plain)


def _tidy(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()))
