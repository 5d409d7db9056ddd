"""The answer that gives full marks: what an instructor shows the room when the talk is over."""

from __future__ import annotations

from decimal import Decimal

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
from kursapp.domain.response import Chosen, Filled, Matched, Ordered, Response, Typed


def key_response(question: Question) -> Response | None:
    """Return a response with full marks, in the words of the key; None for a dilemma, which has no key."""
    match question:
        case ChoiceQuestion(choice=ChoiceKind.DILEMMA):
            return None
        case ChoiceQuestion():
            return Chosen(tuple(option.id for option in question.options if option.right))
        case OrderQuestion():
            return Ordered(tuple(item.id for item in sorted(question.items, key=lambda item: item.rank)))
        case MatchQuestion():
            return Matched(tuple((left.id, left.right_id) for left in question.lefts))
        case NumberQuestion():
            return Typed((_middle(question),))
        case DateQuestion():
            return Typed((question.answer.isoformat(),))
        case ShortAnswerQuestion():
            return Typed(tuple(spellings[0] for spellings in question.answers))
        case GapQuestion():
            return Filled(tuple((gap.id, gap.answers[0]) for gap in question.gaps))
    raise TypeError(f"no question with a key: {type(question).__name__}")


def _middle(question: NumberQuestion) -> str:
    """Return the number in the middle of those that are right: 12 of 12 ± 1."""
    return f"{(Decimal(question.low) + Decimal(question.high)) / 2:f}"
