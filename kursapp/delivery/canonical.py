"""Answers in the one way they are handed in, and how much room is left for words.

The form's order, composed letters (NFC), line feeds, no space around: two people who answer alike hand in alike, so
that nothing but the answers can tell them apart.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

import msgspec

from kursapp.delivery.answer_shapes import longest_answer, to_plain, words_of
from kursapp.domain.cohort import ANSWER_FILE_BYTES, CohortForm
from kursapp.domain.evaluation_answer import EvaluationAnswer, Picked, Written, is_blank
from kursapp.domain.form import AnswerKind, Form, FormItem
from kursapp.domain.form_answer import accepts
from kursapp.domain.submission import Solved, Submission
from kursapp.domain.typed import read_number

OVERHEAD = 4096
"""Bytes of an answer file kept for all that is not answers: header, keys, tags, the cohort's rules at their longest."""

LEAST_FOR_WORDS = 8 * 1024
"""Bytes there are for words at least, in a form that asks for any."""

MOST_CODE_BYTES = 32

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_HALVES = re.compile("[\ud800-\udfff]")
_GAPS = re.compile(r"[\s–—-]+")

Answers = Iterable[tuple[str, EvaluationAnswer]]


class NotOnFormError(Exception):
    """An answer to an item the form does not have, or one the item cannot have. Names the item."""


def canonical(submission: Submission, form: Form) -> Submission:
    """Return a submission as it is handed in: exactly this is sent. Raises NotOnFormError."""
    return replace(
        submission, answers=canonical_answers(form, submission.answers), code=canonical_code(submission.code)
    )


def canonical_answers(form: Form, answers: Answers) -> tuple[tuple[str, EvaluationAnswer], ...]:
    """Return answers by item id in the form's order, blank ones left out. Raises NotOnFormError."""
    places = {item.id: (place, item) for place, item in enumerate(form.items)}
    found: dict[int, tuple[str, EvaluationAnswer]] = {}
    for item_id, answer in answers:
        if item_id not in places:
            raise NotOnFormError(item_id)
        place, item = places[item_id]
        tidy = _tidy(item, answer)
        if is_blank(tidy):
            continue
        if place in found or not accepts(item, tidy):
            raise NotOnFormError(item_id)
        found[place] = (item_id, tidy)
    return tuple(found[place] for place in sorted(found))


def is_canonical(submission: Submission, form: Form) -> bool:
    """Say whether a submission that came from outside is written just so: every answer accepted, in order, tidy."""
    items = iter(form.items)
    for item_id, answer in submission.answers:
        # Going on through the items finds each only once, and only in the form's order.
        item = next((item for item in items if item.id == item_id), None)
        if item is None or not accepts(item, answer) or _tidy(item, answer) != answer:
            return False
    return canonical_code(submission.code) == submission.code


def canonical_text(text: str) -> str:
    """Return a text as it is handed in; only what no eye can see is lost."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    shown = _CONTROLS.sub("", _HALVES.sub("\ufffd", lines))
    return unicodedata.normalize("NFC", shown).strip()


def canonical_code(code: str) -> str:
    """Return a code from paper as it is handed in: upper case, without spaces and hyphens."""
    return _GAPS.sub("", canonical_text(code)).upper()


def room_left(answers: Answers, form: CohortForm) -> int:
    """Return how many bytes of words (UTF-8) there is still room for; negative where there are too many.

    Whatever else is answered on the form has its room already, so that only words take any.
    """
    kinds = {item.id: item.kind for item in form.form.items}
    used = sum(_cost(words_of(kinds[item_id], answer)) for item_id, answer in answers if item_id in kinds)
    return room_for_words(form) - used


def room_for_words(form: CohortForm) -> int:
    """Return how many bytes there are for all the words of one person's answers to a form."""
    return form.length - OVERHEAD - _skeleton(form.form)


def length_for(form: Form) -> int:
    """Return the length every answer file of a form is to have: 32 KiB, or more where the form alone takes much."""
    words = any(item.kind is AnswerKind.TEXT or any(option.other for option in item.options) for item in form.items)
    needed = OVERHEAD + _skeleton(form) + (LEAST_FOR_WORDS if words else 0)
    return -(-needed // ANSWER_FILE_BYTES) * ANSWER_FILE_BYTES


def _tidy(item: FormItem, answer: EvaluationAnswer) -> EvaluationAnswer:
    order = [option.id for option in item.options]
    match answer:
        case Picked(options, other):
            return Picked(_in_order(options, order), canonical_text(other))
        case Written(text) if item.kind is AnswerKind.NUMBER:
            return Written(_plain_number(text))
        case Written(text):
            return Written(canonical_text(text))
        case Solved(per_mille, options):
            return Solved(per_mille, _in_order(options, order))
    return answer


def _in_order(options: tuple[str, ...], order: list[str]) -> tuple[str, ...]:
    return tuple(sorted(options, key=order.index)) if set(options) <= set(order) else options


def _plain_number(text: str) -> str:
    number = read_number(text)
    if number is None:
        return canonical_text(text)
    plain = f"{number.normalize():f}"
    return "0" if number == Decimal(0) else plain


def _skeleton(form: Form) -> int:
    """Return the bytes of a form's answers at their longest, words left out."""
    return sum(len(msgspec.json.encode((item.id, to_plain(longest_answer(item))))) + 1 for item in form.items)


def _cost(words: str) -> int:
    return len(msgspec.json.encode(canonical_text(words))) - 2
