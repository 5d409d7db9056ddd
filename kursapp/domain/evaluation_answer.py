"""What a person answers on an evaluation form, as values of one shape per kind of item."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from decimal import Decimal

from kursapp.domain.evaluation import EvaluationItem, EvaluationKind
from kursapp.domain.typed import read_number


class Apart(enum.StrEnum):
    """A stand that is no step: the column "Vet ikke" that stands apart, never in a mean."""

    APART = "apart"


APART = Apart.APART
Stand = int | Apart


class EvaluationAnswer:
    """An answer kept under one of ``EvaluationItem.answer_ids()``. Each has a ``kind`` that names it in stored form."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Rated(EvaluationAnswer):
    """A step of a scale, from 1 on the left, or ``APART``."""

    step: Stand
    kind: str = "rated"


@dataclass(frozen=True, slots=True)
class RatedTwice(EvaluationAnswer):
    """The steps "before the course" and "now" of one row; None where that half is not answered yet."""

    before: Stand | None = None
    now: Stand | None = None
    kind: str = "rated_twice"


@dataclass(frozen=True, slots=True)
class Picked(EvaluationAnswer):
    """Ids of the options picked, in the item's order; ``other`` is the short text of an ``Annet`` option."""

    options: tuple[str, ...]
    other: str = ""
    kind: str = "picked"


@dataclass(frozen=True, slots=True)
class Ranked(EvaluationAnswer):
    """Ids of the options from first to last; those not ranked yet are left out."""

    options: tuple[str, ...]
    kind: str = "ranked"


@dataclass(frozen=True, slots=True)
class Written(EvaluationAnswer):
    """A text as typed: of a free text, or the number of a number item."""

    text: str
    kind: str = "written"


EVALUATION_ANSWER_KINDS = (Rated, RatedTwice, Picked, Ranked, Written)

SHAPES: dict[EvaluationKind, type[EvaluationAnswer]] = {
    EvaluationKind.SCALE: Rated,
    EvaluationKind.BEFORE_NOW: RatedTwice,
    EvaluationKind.CHOICE: Picked,
    EvaluationKind.MULTIPLE: Picked,
    EvaluationKind.RANKING: Ranked,
    EvaluationKind.NUMBER: Written,
    EvaluationKind.TEXT: Written,
}


def fits(item: EvaluationItem, answer: EvaluationAnswer) -> bool:
    """Say whether an answer is one this item can have: its shape, its steps, its options, its bounds."""
    if not isinstance(answer, SHAPES[item.item]):
        return False
    match answer:
        case Rated(step):
            return _stands(item, step)
        case RatedTwice(before, now):
            return all(stand is None or _stands(item, stand) for stand in (before, now))
        case Picked(options, other):
            return _picks(item, options) and (not other or _other_picked(item, options))
        case Ranked(options):
            return _listed(item, options)
        case Written(text):
            return item.item is EvaluationKind.TEXT or not text.strip() or _in_bounds(item, read_number(text))
    return False


def is_given(item: EvaluationItem, answer: EvaluationAnswer | None) -> bool:
    """Say whether an item's answer is a whole one: both halves of a pair, all options ranked, a text with words."""
    match answer:
        case Rated():
            return True
        case RatedTwice(before, now):
            return before is not None and now is not None
        case Picked(options):
            return bool(options)
        case Ranked(options):
            return len(options) == len(item.options)
        case Written(text):
            return bool(text.strip())
    return False


def is_blank(answer: EvaluationAnswer) -> bool:
    """Say whether nothing at all is left of an answer, so that it need not be kept."""
    return answer in (RatedTwice(), Picked(()), Ranked(()), Written(""))


def _stands(item: EvaluationItem, stand: Stand) -> bool:
    if isinstance(stand, Apart):
        return bool(item.apart)
    return 1 <= stand <= len(item.steps)


def _listed(item: EvaluationItem, options: tuple[str, ...]) -> bool:
    return len(set(options)) == len(options) and set(options) <= {option.id for option in item.options}


def _picks(item: EvaluationItem, options: tuple[str, ...]) -> bool:
    return _listed(item, options) and (item.item is EvaluationKind.MULTIPLE or len(options) <= 1)


def _other_picked(item: EvaluationItem, options: tuple[str, ...]) -> bool:
    return any(option.other for option in item.options if option.id in options)


def _in_bounds(item: EvaluationItem, number: Decimal | None) -> bool:
    if number is None:
        return False
    return (item.low is None or number >= item.low) and (item.high is None or number <= item.high)
