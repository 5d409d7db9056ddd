"""The key to every kind of question, as a participant would answer, and an answer that is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kursapp.domain.page_items import questions_of
from kursapp.domain.question import (
    ChoiceQuestion,
    DateQuestion,
    GapQuestion,
    MatchQuestion,
    NumberQuestion,
    OrderQuestion,
    Question,
    ShortAnswerQuestion,
)
from kursapp.domain.response import Chosen, Filled, Matched, Ordered, Response, Typed
from kursapp.services.open_course import OpenedCourse

WRONG_WORDS = "noe helt annet enn det som spørres om"


def all_questions(opened: OpenedCourse) -> Iterator[Question]:
    """Yield every question of a course, those of cases, quizzes and banks too."""
    for head in opened.course.sessions(banks=True):
        for page in opened.session(head.id).pages:
            yield from questions_of(page)


def key_to(question: Question) -> Response:
    """Answer a question as its author means it should be; a dilemma with its first option."""
    match question:
        case ChoiceQuestion():
            right = tuple(option.id for option in question.options if option.right)
            return Chosen(right or (question.options[0].id,))
        case OrderQuestion():
            return Ordered(tuple(item.id for item in question.items))
        case MatchQuestion():
            return Matched(tuple((left.id, left.right_id) for left in question.lefts))
        case NumberQuestion():
            return Typed((question.low,))
        case DateQuestion():
            return Typed((f"{question.answer.day}.{question.answer.month}.{question.answer.year}",))
        case ShortAnswerQuestion():
            return Typed(tuple(spellings[0] for spellings in question.answers))
        case GapQuestion():
            return Filled(tuple((gap.id, gap.answers[0]) for gap in question.gaps))
    raise AssertionError(question)


def wrong_answers(question: Question) -> tuple[Response, ...]:
    """Return answers that are wrong, each in another way: every wrong option by itself, every gap missed by itself."""
    match question:
        case ChoiceQuestion():
            return tuple(Chosen((option.id,)) for option in question.options if not option.right)
        case OrderQuestion():
            return (Ordered(tuple(item.id for item in reversed(question.items))),)
        case MatchQuestion():
            return tuple(_mixed_up(question))
        case NumberQuestion():
            return (Typed((str(Decimal(question.high) + 1),)), Typed((str(Decimal(question.low) - 1),)))
        case DateQuestion():
            return (Typed((f"{question.answer.day}.{question.answer.month}.{question.answer.year + 1}",)),)
        case ShortAnswerQuestion():
            return (Typed((WRONG_WORDS,) * len(question.answers)),)
        case GapQuestion():
            return tuple(_one_gap_missed(question))
    raise AssertionError(question)


def _mixed_up(question: MatchQuestion) -> Iterator[Response]:
    """Yield the key with one left cell at a time given another right cell."""
    for missed in question.lefts:
        other = next(right.id for right in question.rights if right.id != missed.right_id)
        yield Matched(tuple((left.id, other if left is missed else left.right_id) for left in question.lefts))


def _one_gap_missed(question: GapQuestion) -> Iterator[Response]:
    for missed in question.gaps:
        other = next((part for part in missed.menu if part not in missed.answers), WRONG_WORDS)
        yield Filled(tuple((gap.id, other if gap is missed else gap.answers[0]) for gap in question.gaps))
