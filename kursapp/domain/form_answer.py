"""Which answers an item of a form can have: the strict test every answer that comes from outside must pass."""

from __future__ import annotations

from kursapp.domain.evaluation_answer import (
    Apart,
    EvaluationAnswer,
    Picked,
    Ranked,
    Rated,
    RatedTwice,
    Stand,
    Written,
)
from kursapp.domain.form import AnswerKind, FormItem
from kursapp.domain.submission import Solved
from kursapp.domain.typed import read_number

FULL_MARKS = 1000
"""Per mille of a question's points that is all of them."""

_SHAPES: dict[AnswerKind, type[EvaluationAnswer]] = {
    AnswerKind.SCALE: Rated,
    AnswerKind.BEFORE_NOW: RatedTwice,
    AnswerKind.CHOICE: Picked,
    AnswerKind.MULTIPLE: Picked,
    AnswerKind.NUMBER: Written,
    AnswerKind.RANKING: Ranked,
    AnswerKind.TEXT: Written,
    AnswerKind.QUESTION: Solved,
}


def accepts(item: FormItem, answer: EvaluationAnswer) -> bool:
    """Say whether an item can have this answer: its shape, its steps, its options in their order, its bounds.

    A blank answer is none: what is not answered is left out of a submission.
    """
    if type(answer) is not _SHAPES[item.kind]:
        return False
    match answer:
        case Rated(step):
            return _stands(item, step)
        case RatedTwice(before, now):
            given = [stand for stand in (before, now) if stand is not None]
            return bool(given) and all(_stands(item, stand) for stand in given)
        case Picked(options, other):
            return _picks(item, options, other)
        case Ranked(options):
            return bool(options) and _known(item, options)
        case Written(text):
            return _in_bounds(item, text) if item.kind is AnswerKind.NUMBER else bool(text.strip())
        case Solved(per_mille, options):
            return 0 <= per_mille <= FULL_MARKS and _in_order(item, options)
    return False


def _stands(item: FormItem, stand: Stand) -> bool:
    if isinstance(stand, Apart):
        return bool(item.apart)
    return 1 <= stand <= len(item.steps)


def _picks(item: FormItem, options: tuple[str, ...], other: str) -> bool:
    if not options or not _in_order(item, options):
        return False
    if item.kind is AnswerKind.CHOICE and len(options) > 1:
        return False
    return not other or any(option.other for option in item.options if option.id in options)


def _known(item: FormItem, options: tuple[str, ...]) -> bool:
    return len(set(options)) == len(options) and set(options) <= {option.id for option in item.options}


def _in_order(item: FormItem, options: tuple[str, ...]) -> bool:
    return options == tuple(option.id for option in item.options if option.id in options)


def _in_bounds(item: FormItem, text: str) -> bool:
    number = read_number(text)
    if number is None:
        return False
    return (item.low is None or number >= item.low) and (item.high is None or number <= item.high)
