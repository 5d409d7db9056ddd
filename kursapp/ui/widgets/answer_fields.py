"""The field each kind of question is answered in."""

from __future__ import annotations

from collections.abc import Sequence

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
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.answer_field import AnswerField
from kursapp.ui.widgets.choice_field import ChoiceField
from kursapp.ui.widgets.gaps_field import GapsField
from kursapp.ui.widgets.match_field import MatchField
from kursapp.ui.widgets.order_field import OrderField
from kursapp.ui.widgets.pictures import Pictures
from kursapp.ui.widgets.typed_field import TypedField


def answer_field(question: Question, theme: Theme, pictures: Pictures, *, order: Sequence[str] = ()) -> AnswerField:
    """Make the field; ``order`` are the ids of its parts as they are to be shown, empty for the question's own.

    TypeError where no field is known for the question.
    """
    match question:
        case ChoiceQuestion():
            return ChoiceField(question, theme, pictures, order=order)
        case OrderQuestion():
            return OrderField(question, theme, pictures, order=order)
        case MatchQuestion():
            return MatchField(question, theme, pictures, order=order)
        case NumberQuestion() | DateQuestion() | ShortAnswerQuestion():
            return TypedField(question, theme)
        case GapQuestion():
            return GapsField(question, theme, pictures)
    raise TypeError(type(question).__name__)
