"""Answers as the plain values that stand in an answer file, and back: one shape for each kind of item."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

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

_Stand = int | Literal["apart"]
_LONGEST_NUMBER = "-" + "9" * 40

_SHAPES: dict[AnswerKind, Any] = {
    AnswerKind.SCALE: _Stand,
    AnswerKind.BEFORE_NOW: tuple[_Stand | None, _Stand | None],
    AnswerKind.CHOICE: tuple[tuple[str, ...], str],
    AnswerKind.MULTIPLE: tuple[tuple[str, ...], str],
    AnswerKind.NUMBER: str,
    AnswerKind.RANKING: tuple[str, ...],
    AnswerKind.TEXT: str,
    AnswerKind.QUESTION: tuple[int, tuple[str, ...]],
}


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


def from_plain(kind: AnswerKind, plain: Any) -> EvaluationAnswer:
    """Return the answer behind plain values. Raises ``msgspec.ValidationError`` where they have another shape."""
    found = msgspec.convert(plain, _SHAPES[kind])
    match kind:
        case AnswerKind.SCALE:
            return Rated(_stand(found))
        case AnswerKind.BEFORE_NOW:
            before, now = found
            return RatedTwice(_half(before), _half(now))
        case AnswerKind.CHOICE | AnswerKind.MULTIPLE:
            options, other = found
            return Picked(options, other)
        case AnswerKind.RANKING:
            return Ranked(found)
        case AnswerKind.NUMBER | AnswerKind.TEXT:
            return Written(found)
        case AnswerKind.QUESTION:
            per_mille, options = found
            return Solved(per_mille, options)


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


def _stand(plain: int | str) -> Stand:
    return plain if isinstance(plain, int) else APART


def _half(plain: int | str | None) -> Stand | None:
    return None if plain is None else _stand(plain)
