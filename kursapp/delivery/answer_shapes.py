"""Answers as the plain values that stand in an answer file, and back: one shape for each kind of item."""

from __future__ import annotations

from typing import Any

from kursapp.domain.evaluation_answer import (
    APART,
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

_LONGEST_NUMBER = "-" + "9" * 40


class MisshapenError(Exception):
    """Plain values that are no answer to an item of this kind."""


def to_plain(answer: EvaluationAnswer) -> Any:
    """Return an answer as numbers, texts and lists: ``4``, ``"apart"``, ``[2, 4]``, ``[["ja"], ""]``."""
    match answer:
        case Rated(step):
            return _plain_stand(step)
        case RatedTwice(before, now):
            return [_plain_half(before), _plain_half(now)]
        case Picked(options, other):
            return [list(options), other]
        case Ranked(options):
            return list(options)
        case Written(text):
            return text
        case Solved(per_mille, options):
            return [per_mille, list(options)]
    raise TypeError(type(answer).__name__)


def from_plain(kind: AnswerKind, plain: object) -> EvaluationAnswer:
    """Return the answer behind plain values; whether the item accepts it is another matter. Raises MisshapenError."""
    match kind:
        case AnswerKind.SCALE:
            return Rated(_stand(plain))
        case AnswerKind.BEFORE_NOW:
            before, now = _pair(plain)
            return RatedTwice(None if before is None else _stand(before), None if now is None else _stand(now))
        case AnswerKind.CHOICE | AnswerKind.MULTIPLE:
            options, other = _pair(plain)
            return Picked(_ids(options), _text(other))
        case AnswerKind.RANKING:
            return Ranked(_ids(plain))
        case AnswerKind.NUMBER | AnswerKind.TEXT:
            return Written(_text(plain))
        case AnswerKind.QUESTION:
            per_mille, options = _pair(plain)
            return Solved(_whole(per_mille), _ids(options))


def words_of(kind: AnswerKind, answer: EvaluationAnswer) -> str:
    """Return what a person has written in an answer; a number is no words."""
    match answer:
        case Written(text) if kind is AnswerKind.TEXT:
            return text
        case Picked(_, other):
            return other
    return ""


def longest_answer(item: FormItem) -> EvaluationAnswer:
    """Return the answer to an item that takes most room, words left out."""
    options = tuple(option.id for option in item.options)
    stand: Stand = APART if item.apart else len(item.steps)
    match item.kind:
        case AnswerKind.SCALE:
            return Rated(stand)
        case AnswerKind.BEFORE_NOW:
            return RatedTwice(stand, stand)
        case AnswerKind.CHOICE:
            return Picked((max(options, key=len, default=""),))
        case AnswerKind.MULTIPLE:
            return Picked(options)
        case AnswerKind.RANKING:
            return Ranked(options)
        case AnswerKind.NUMBER:
            return Written(_LONGEST_NUMBER)
        case AnswerKind.TEXT:
            return Written("")
        case AnswerKind.QUESTION:
            return Solved(1000, options)


def _plain_stand(stand: Stand) -> int | str:
    return stand.value if isinstance(stand, Apart) else stand


def _plain_half(stand: Stand | None) -> int | str | None:
    return None if stand is None else _plain_stand(stand)


def _stand(plain: object) -> Stand:
    return APART if plain == APART.value else _whole(plain)


def _whole(plain: object) -> int:
    # True is a whole number to Python, but no step of a scale.
    if type(plain) is not int:
        raise MisshapenError
    return plain


def _text(plain: object) -> str:
    if not isinstance(plain, str):
        raise MisshapenError
    return plain


def _pair(plain: object) -> tuple[object, object]:
    if not isinstance(plain, list) or len(plain) != 2:
        raise MisshapenError
    return plain[0], plain[1]


def _ids(plain: object) -> tuple[str, ...]:
    if not isinstance(plain, list):
        raise MisshapenError
    return tuple(map(_text, plain))
