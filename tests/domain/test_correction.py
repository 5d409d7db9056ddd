"""A question as it was asked, with the key it should have had: the words answered stay, the key is the new one's."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kursapp.domain.correction import corrected
from kursapp.domain.course import Place, Rich
from kursapp.domain.question import (
    ChoiceKind,
    ChoiceQuestion,
    DateQuestion,
    Feedback,
    Gap,
    GapQuestion,
    MatchLeft,
    MatchQuestion,
    MatchRight,
    NumberQuestion,
    Option,
    OrderItem,
    OrderQuestion,
    Question,
    QuestionSettings,
    ShortAnswerQuestion,
)
from kursapp.domain.response import Chosen, Filled, Matched, Ordered, Response, Typed
from kursapp.domain.scoring import score

HERE = Place("a.md", 1, 2)
OLD, NEW = Feedback(explanation=Rich("", "gammel")), Feedback(explanation=Rich("", "ny"))


def choice(right: str, ids: str = "abc", kind: ChoiceKind = ChoiceKind.SINGLE, words: str = "gammel") -> ChoiceQuestion:
    options = tuple(Option(each, Rich("", f"{words} {each}"), each in right) for each in ids)
    return ChoiceQuestion("q", words, HERE, kind, options, feedback=OLD if words == "gammel" else NEW)


def order(*ids: str) -> OrderQuestion:
    return OrderQuestion("q", "", HERE, tuple(OrderItem(each, Rich(), rank) for rank, each in enumerate(ids, 1)))


def match(**pairs: str) -> MatchQuestion:
    lefts = tuple(MatchLeft(left, Rich(), right) for left, right in pairs.items())
    return MatchQuestion("q", "", HERE, lefts, tuple(MatchRight(each, Rich()) for each in "xy"))


def gaps(*answers: str, menu: tuple[str, ...] = ()) -> GapQuestion:
    return GapQuestion("q", "", HERE, (), tuple(Gap(f"g{n}", (each,), menu) for n, each in enumerate(answers)))


PAIRS = [
    (choice("a"), choice("b"), Chosen(("b",))),
    (choice("a"), choice("ab", kind=ChoiceKind.MULTIPLE), Chosen(("a", "b"))),
    (order("a", "b", "c"), order("c", "b", "a"), Ordered(("c", "b", "a"))),
    (match(a="x", b="y"), match(a="y", b="x"), Matched((("a", "y"), ("b", "x")))),
    (NumberQuestion("q", "", HERE, "1", "1", "1"), NumberQuestion("q", "", HERE, "2", "3", "2–3"), Typed(("3",))),
    (
        DateQuestion("q", "", HERE, date(2026, 1, 1)),
        DateQuestion("q", "", HERE, date(2026, 3, 9), 1),
        Typed(("10.3.2026",)),
    ),
    (
        ShortAnswerQuestion("q", "", HERE, (("fylke",),)),
        ShortAnswerQuestion("q", "", HERE, (("kommune",),)),
        Typed(("kommune",)),
    ),
    (gaps("én", "to"), gaps("to", "én"), Filled((("g0", "to"), ("g1", "én")))),
]


@pytest.mark.parametrize(("asked", "now", "response"), PAIRS)
def test_what_the_new_key_calls_right_is_right(asked: Question, now: Question, response: Response) -> None:
    """For every kind of question: wrong by the old key, right by the corrected question."""
    assert score(asked, response).right is False
    keyed = corrected(asked, now)
    assert keyed is not None
    assert score(keyed, response).right is True


@pytest.mark.parametrize(("asked", "now", "_response"), PAIRS)
def test_the_same_key_changes_nothing(asked: Question, now: Question, _response: Response) -> None:
    """A question corrected by itself is itself, and correcting twice is correcting once."""
    assert corrected(asked, asked) == asked
    once = corrected(asked, now)
    assert once is not None
    assert corrected(once, now) == once


def test_the_words_and_the_worth_stay() -> None:
    """Only the key and what is told after answering are the new version's."""
    asked = replace(choice("a"), settings=QuestionSettings(points=2))
    keyed = corrected(asked, choice("b", words="ny"))
    assert isinstance(keyed, ChoiceQuestion)
    assert [option.text.plain for option in keyed.options] == ["gammel a", "gammel b", "gammel c"]
    assert (keyed.title, keyed.settings.points, keyed.feedback) == ("gammel", 2, NEW)


@pytest.mark.parametrize(
    ("asked", "now"),
    [
        (choice("a"), choice("a", "abcd")),
        (choice("a"), order("a", "b", "c")),
        (choice("a"), choice("", kind=ChoiceKind.DILEMMA)),
        (order("a", "b"), order("a", "c")),
        (match(a="x"), match(b="x")),
        (gaps("én"), gaps("én", "to")),
        (gaps("én", menu=("én", "to")), gaps("to", menu=("to", "tre"))),
        (ShortAnswerQuestion("q", "", HERE, (("a",),)), ShortAnswerQuestion("q", "", HERE, (("a",), ("b",)))),
    ],
)
def test_a_key_for_other_parts_is_not_laid_on(asked: Question, now: Question) -> None:
    """Another kind, or other options than those that were answered: the answer stays as it was."""
    assert corrected(asked, now) is None
