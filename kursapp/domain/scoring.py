"""What a response scores, exactly as course-format §3 says, and the words it is met with."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

from kursapp.domain.course import Rich
from kursapp.domain.matching_text import matches_any
from kursapp.domain.question import (
    ChoiceKind,
    ChoiceQuestion,
    DateQuestion,
    Gap,
    GapQuestion,
    MatchQuestion,
    NumberQuestion,
    OrderQuestion,
    Question,
    ShortAnswerQuestion,
)
from kursapp.domain.response import Chosen, Filled, Matched, Ordered, Response, Typed
from kursapp.domain.typed import read_date, read_number

Parts = tuple[tuple[str, bool], ...]
R = TypeVar("R", bound=Response)


@dataclass(frozen=True, slots=True)
class Score:
    """What a response is worth.

    ``right`` is True for full marks, False for anything less, None for a dilemma, which is never scored. ``parts``
    tells each part of the question by id, and whether the person dealt rightly with it: options (chosen or left alone
    as they should be), items in right relative order, left cells, gaps; ``"1"``, ``"2"`` … for typed texts.
    """

    points: float
    maximum: float
    right: bool | None
    parts: Parts = ()


def score(question: Question, response: Response | None) -> Score:
    """Score a response to a question; None (not answered) scores nothing.

    Ids the question does not know count for nothing. TypeError where the response is of another question's kind.
    """
    match question:
        case ChoiceQuestion():
            return _score_choice(question, _expect(Chosen, response) or Chosen(()))
        case OrderQuestion():
            parts = _order_parts(question, _expect(Ordered, response) or Ordered(()))
        case MatchQuestion():
            parts = _match_parts(question, _expect(Matched, response) or Matched(()))
        case NumberQuestion() | DateQuestion():
            parts = (("1", _says_right(question, _expect(Typed, response))),)
        case ShortAnswerQuestion():
            parts = _short_answer_parts(question, _expect(Typed, response) or Typed(()))
        case GapQuestion():
            parts = _gap_parts(question, _expect(Filled, response) or Filled(()))
        case _:
            raise TypeError(f"no question that can be scored: {type(question).__name__}")
    return _marked(question, _share([right for _, right in parts]), parts)


def maximum(question: Question) -> float:
    """Return the points for full marks; 0 for a dilemma."""
    return score(question, None).maximum


def feedback_for(question: Question, response: Response) -> tuple[Rich, ...]:
    """Return what is said after answering, in the order it is shown.

    First the feedback of the options chosen, then the question's words for right or wrong, its explanation and its
    example. Less than full marks is met with the words for wrong.
    """
    found: list[Rich] = []
    if isinstance(question, ChoiceQuestion) and isinstance(response, Chosen):
        found += [option.feedback for option in question.options if option.id in response.options]
    right = score(question, response).right
    if right is not None:
        found.append(question.feedback.right if right else question.feedback.wrong)
    found += [question.feedback.explanation, question.feedback.example]
    return tuple(text for text in found if text)


def _expect(kind: type[R], response: Response | None) -> R | None:
    if response is None or isinstance(response, kind):
        return response
    raise TypeError(f"expected {kind.__name__}, not {type(response).__name__}")


def _share(rights: Sequence[bool]) -> Fraction:
    return Fraction(sum(rights), len(rights)) if rights else Fraction(0)


def _marked(question: Question, share: Fraction, parts: Parts) -> Score:
    points = question.settings.points
    return Score(float(share * Fraction(points)), float(points), share == 1, parts)


def _score_choice(question: ChoiceQuestion, response: Chosen) -> Score:
    if question.choice is ChoiceKind.DILEMMA:
        return Score(0.0, 0.0, None)
    chosen = set(response.options)
    parts = tuple((option.id, (option.id in chosen) == option.right) for option in question.options)
    if question.choice is ChoiceKind.MULTIPLE:
        return _marked(question, _partial_credit(question, chosen), parts)
    return _marked(question, Fraction(all(right for _, right in parts)), parts)


def _partial_credit(question: ChoiceQuestion, chosen: set[str]) -> Fraction:
    """Right chosen of the right ones, minus wrong chosen of the wrong ones, never below nothing."""
    right = [option.id in chosen for option in question.options if option.right]
    wrong = [option.id in chosen for option in question.options if not option.right]
    return max(_share(right) - _share(wrong), Fraction(0))


def _order_parts(question: OrderQuestion, response: Ordered) -> Parts:
    """Mark the items that stand in right relative order: as many as can be, ties in any order.

    One item alone is in no order: where no two stand right, none does. Items left out are not in order.
    """
    ranks = {item.id: item.rank for item in question.items}
    given = [item for item in dict.fromkeys(response.items) if item in ranks]
    kept = {given[place] for place in _longest_rising([ranks[item] for item in given])}
    if len(kept) == 1 < len(question.items):
        kept = set()
    return tuple((item.id, item.id in kept) for item in question.items)


def _longest_rising(ranks: Sequence[int]) -> list[int]:
    """Return the places of a longest subsequence that never falls (patience sorting, n log n)."""
    tails: list[int] = []
    places: list[int] = []
    before: list[int] = []
    for place, rank in enumerate(ranks):
        length = bisect_right(tails, rank)
        before.append(places[length - 1] if length else -1)
        tails[length : length + 1] = [rank]
        places[length : length + 1] = [place]
    found: list[int] = []
    at = places[-1] if places else -1
    while at >= 0:
        found.append(at)
        at = before[at]
    return found[::-1]


def _match_parts(question: MatchQuestion, response: Matched) -> Parts:
    given = dict(response.pairs)
    return tuple((left.id, given.get(left.id) == left.right_id) for left in question.lefts)


def _says_right(question: NumberQuestion | DateQuestion, response: Typed | None) -> bool:
    text = response.texts[0] if response and response.texts else ""
    if isinstance(question, NumberQuestion):
        number = read_number(text, question.unit)
        return number is not None and Decimal(question.low) <= number <= Decimal(question.high)
    day = read_date(text)
    return day is not None and abs((day - question.answer).days) <= question.tolerance_days


def _short_answer_parts(question: ShortAnswerQuestion, response: Typed) -> Parts:
    """Give as many required answers as possible a typed text of their own; the typed order does not count."""
    texts = response.texts[: len(question.answers)]
    fitting = [
        [place for place, text in enumerate(texts) if matches_any(text, spellings, exact=question.exact)]
        for spellings in question.answers
    ]
    taken: dict[int, int] = {}
    for answer in range(len(question.answers)):
        _seat(answer, fitting, taken, set())
    met = set(taken.values())
    return tuple((str(number + 1), number in met) for number in range(len(question.answers)))


def _seat(answer: int, fitting: Sequence[Sequence[int]], taken: dict[int, int], tried: set[int]) -> bool:
    """Find an answer a typed text, moving earlier answers to others of theirs where needed (augmenting path)."""
    for text in fitting[answer]:
        if text in tried:
            continue
        tried.add(text)
        if text not in taken or _seat(taken[text], fitting, taken, tried):
            taken[text] = answer
            return True
    return False


def _gap_parts(question: GapQuestion, response: Filled) -> Parts:
    given = dict(response.gaps)
    return tuple((gap.id, _fills(gap, given.get(gap.id, ""), exact=question.exact)) for gap in question.gaps)


def _fills(gap: Gap, text: str, *, exact: bool) -> bool:
    if gap.menu:
        return text in gap.answers
    return matches_any(text, gap.answers, exact=exact)
