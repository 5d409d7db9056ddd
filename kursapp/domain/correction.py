"""A question whose key was wrong: the question as it was asked, with the key it should have had."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Protocol, TypeVar

from kursapp.domain.question import (
    ChoiceKind,
    ChoiceQuestion,
    DateQuestion,
    GapQuestion,
    MatchQuestion,
    NumberQuestion,
    OrderQuestion,
    Question,
    ShortAnswerQuestion,
)


class _Part(Protocol):
    @property
    def id(self) -> str: ...


P = TypeVar("P", bound=_Part)


def corrected(asked: Question, now: Question) -> Question | None:
    """Return the question as it was asked, with the key and the feedback it has now.

    The words stay those that were answered, and so does what it is worth. None where the key of now cannot be laid on
    the question as it was: another kind of question, or other parts (options, items, cells, gaps) than those answered.
    """
    match asked, now:
        case ChoiceQuestion(), ChoiceQuestion():
            return _choice(asked, now)
        case OrderQuestion(), OrderQuestion():
            return _order(asked, now)
        case MatchQuestion(), MatchQuestion():
            return _match(asked, now)
        case NumberQuestion(), NumberQuestion():
            return replace(asked, low=now.low, high=now.high, shown=now.shown, unit=now.unit, feedback=now.feedback)
        case DateQuestion(), DateQuestion():
            return replace(asked, answer=now.answer, tolerance_days=now.tolerance_days, feedback=now.feedback)
        case ShortAnswerQuestion(), ShortAnswerQuestion():
            same = len(asked.answers) == len(now.answers)
            return replace(asked, answers=now.answers, exact=now.exact, feedback=now.feedback) if same else None
        case GapQuestion(), GapQuestion():
            return _gaps(asked, now)
    return None


def _choice(asked: ChoiceQuestion, now: ChoiceQuestion) -> ChoiceQuestion | None:
    options = _by_id(asked.options, now.options)
    if options is None or ChoiceKind.DILEMMA in (asked.choice, now.choice):
        return None
    keyed = (
        replace(option, right=options[option.id].right, feedback=options[option.id].feedback)
        for option in asked.options
    )
    return replace(asked, choice=now.choice, options=tuple(keyed), feedback=now.feedback)


def _order(asked: OrderQuestion, now: OrderQuestion) -> OrderQuestion | None:
    items = _by_id(asked.items, now.items)
    if items is None:
        return None
    ranked = (replace(item, rank=items[item.id].rank) for item in asked.items)
    return replace(asked, items=tuple(sorted(ranked, key=lambda item: item.rank)), feedback=now.feedback)


def _match(asked: MatchQuestion, now: MatchQuestion) -> MatchQuestion | None:
    lefts, rights = _by_id(asked.lefts, now.lefts), _by_id(asked.rights, now.rights)
    if lefts is None or rights is None:
        return None
    keyed = (replace(left, right_id=lefts[left.id].right_id) for left in asked.lefts)
    return replace(asked, lefts=tuple(keyed), feedback=now.feedback)


def _gaps(asked: GapQuestion, now: GapQuestion) -> GapQuestion | None:
    gaps = _by_id(asked.gaps, now.gaps)
    if gaps is None or any(set(gap.menu) != set(gaps[gap.id].menu) for gap in asked.gaps):
        return None
    keyed = (replace(gap, answers=gaps[gap.id].answers) for gap in asked.gaps)
    return replace(asked, gaps=tuple(keyed), exact=now.exact, feedback=now.feedback)


def _by_id(asked: Iterable[P], now: Iterable[P]) -> Mapping[str, P] | None:
    """Return the parts of now by id; None where they are not the parts that were asked."""
    found = {part.id: part for part in now}
    return found if found.keys() == {part.id for part in asked} else None


def key_of(question: Question) -> tuple[object, ...]:
    """Return what decides whether an answer is right, and nothing else: equal for questions that score alike."""
    match question:
        case ChoiceQuestion():
            return (question.choice, *sorted((option.id, option.right) for option in question.options))
        case OrderQuestion():
            return tuple(sorted((item.id, item.rank) for item in question.items))
        case MatchQuestion():
            return tuple(sorted((left.id, left.right_id) for left in question.lefts))
        case NumberQuestion():
            return (question.low, question.high, question.unit)
        case DateQuestion():
            return (question.answer.isoformat(), question.tolerance_days)
        case ShortAnswerQuestion():
            return (question.answers, question.exact)
        case GapQuestion():
            return (tuple((gap.id, gap.answers) for gap in question.gaps), question.exact)
    raise TypeError(f"no question with a key: {type(question).__name__}")
