"""A test answer before a cohort is published: sealed, opened with every key there is, and read back."""

from __future__ import annotations

import secrets
from collections.abc import Sequence

from kursapp.delivery.answer_file import AnswerOpener, seal
from kursapp.delivery.answer_shapes import longest_answer
from kursapp.delivery.canonical import canonical, room_for_words
from kursapp.delivery.cohort_file import parse
from kursapp.domain.cohort import Cohort, CohortForm
from kursapp.domain.evaluation_answer import EvaluationAnswer, Written
from kursapp.domain.form import AnswerKind, FormItem
from kursapp.domain.form_answer import accepts
from kursapp.domain.problem import KursappError, refusal
from kursapp.domain.submission import Submission

_CODE = "PRØVE-1234"


def try_out(data: bytes, private_keys: Sequence[bytes]) -> None:
    """Answer every form of a cohort file at its longest, and open the answers with each private key.

    Raises KursappError: ``cohort-file-trial`` (form) where an answer does not come back as it was sent, and as
    ``cohort_file.parse``.
    """
    cohort = parse(data)
    for form in cohort.forms:
        for private in private_keys:
            try:
                _try_form(cohort, form, private)
            except KursappError as error:
                raise refusal("cohort-file-trial", form=form.form.title) from error


def _try_form(cohort: Cohort, form: CohortForm, private: bytes) -> None:
    response, replaces = secrets.token_hex(16), secrets.token_hex(16)
    code = _CODE if cohort.rules.codes else ""
    sent = Submission(cohort.id, form.form.id, form.digest, response, replaces, _sample(form), code)
    data = seal(sent, cohort)
    if AnswerOpener(cohort, private).open(data).submission != canonical(sent, form.form):
        raise refusal("cohort-file-trial", form=form.form.title)


def _sample(form: CohortForm) -> tuple[tuple[str, EvaluationAnswer], ...]:
    """Return the answers that take most room, all the words that may be written in the first free text."""
    found: list[tuple[str, EvaluationAnswer]] = []
    words = "æ" * (max(room_for_words(form), 0) // 2)
    for item in form.form.items:
        answer = _answer(item, words)
        if accepts(item, answer):
            found.append((item.id, answer))
            words = "" if item.kind is AnswerKind.TEXT else words
    return tuple(found)


def _answer(item: FormItem, words: str) -> EvaluationAnswer:
    if item.kind is AnswerKind.TEXT:
        return Written(words)
    if item.kind is AnswerKind.NUMBER:
        return Written(str(item.high if item.high is not None else item.low or 0))
    return longest_answer(item)
