"""The two answers of true/false questions in other systems, which have no words of their own for them."""

from __future__ import annotations

from collections.abc import Sequence

from kursapp.domain.course import Place, Rich
from kursapp.domain.question import ChoiceKind, ChoiceQuestion, Option

TRUE, FALSE = "Sant", "Usant"
TRUE_WORDS = frozenset({"sant", "ja", "true", "yes"})
FALSE_WORDS = frozenset({"usant", "nei", "false", "no"})


def true_false(
    title: str, place: Place, heading: Rich, stem: Rich, is_true: bool, said: tuple[Rich, Rich]
) -> ChoiceQuestion:
    """Return a true/false question; ``said`` is the feedback to «Sant» and to «Usant»."""
    options = (Option("", Rich(TRUE, TRUE), is_true, said[0]), Option("", Rich(FALSE, FALSE), not is_true, said[1]))
    return ChoiceQuestion("", title, place, ChoiceKind.TRUE_FALSE, options, heading, stem)


def has_plain_truth(question: ChoiceQuestion) -> bool:
    """Say whether a question's options are just «Sant» and «Usant», in this order."""
    return question.choice is ChoiceKind.TRUE_FALSE and _words(question.options) == [TRUE, FALSE]


def _words(options: Sequence[Option]) -> list[str]:
    return [option.text.html for option in options]
