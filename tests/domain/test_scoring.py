"""Scoring by course-format §3: bounds, full marks for the key, partial credit, and the words that follow."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp.domain.course import Place, Prose, Rich
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
from kursapp.domain.response import Chosen, Filled, Matched, Ordered, Response, Typed, is_blank, taken_back
from kursapp.domain.scoring import feedback_for, maximum, score

HERE = Place("dag-1/quiz.md", 1, 9)
TWO = QuestionSettings(points=2)


def say(words: str) -> Rich:
    return Rich(f"<p>{words}</p>", words)


def choice(
    key: Sequence[bool], kind: ChoiceKind = ChoiceKind.MULTIPLE, settings: QuestionSettings = TWO
) -> ChoiceQuestion:
    options = tuple(Option(f"o{n}", say(f"o{n}"), right, say(f"om o{n}")) for n, right in enumerate(key))
    return ChoiceQuestion("q", "Hvem?", HERE, kind, options, settings=settings)


def ordering(ranks: Sequence[int]) -> OrderQuestion:
    items = tuple(OrderItem(f"i{n}", say(f"i{n}"), rank) for n, rank in enumerate(ranks))
    return OrderQuestion("q", "Rekkefølge?", HERE, items, settings=TWO)


def number(low: str, high: str, unit: str = "") -> NumberQuestion:
    return NumberQuestion("q", "Hvor mange?", HERE, low, high, low, unit, settings=TWO)


MATCH = MatchQuestion(
    "q",
    "Koble",
    HERE,
    lefts=(
        MatchLeft("l1", say("melding"), "r1"),
        MatchLeft("l2", say("undersøkelse"), "r2"),
        MatchLeft("l3", say("tilbakemelding"), "r1"),
    ),
    rights=(MatchRight("r1", say("én uke")), MatchRight("r2", say("tre måneder")), MatchRight("r3", say("ett år"))),
    settings=QuestionSettings(points=3),
)
SHORT = ShortAnswerQuestion(
    "q", "Nevn to", HERE, (("hva den er", "meningen"), ("hvilken vekt den fikk", "vekt")), settings=TWO
)
GAPS = GapQuestion(
    "q",
    "Fyll ut",
    HERE,
    ((("Barnets ", "gap-1"), (" avgjøres av ", "gap-2"), (".", "")),),
    (Gap("gap-1", ("mening", "syn")), Gap("gap-2", ("saksbehandler",), ("leder", "saksbehandler", "politiet"))),
    settings=TWO,
)
DEADLINE = DateQuestion("q", "Når?", HERE, date(2026, 3, 9), tolerance_days=1, settings=TWO)
DILEMMA = choice([False, False], ChoiceKind.DILEMMA)

KEYS: list[tuple[Question, Response]] = [
    (choice([True, False, True]), Chosen(("o0", "o2"))),
    (choice([False, True], ChoiceKind.SINGLE), Chosen(("o1",))),
    (choice([True, False], ChoiceKind.TRUE_FALSE), Chosen(("o0",))),
    (choice([True, True, True]), Chosen(("o0", "o1", "o2"))),
    (ordering([1, 2, 3, 4]), Ordered(("i0", "i1", "i2", "i3"))),
    (ordering([1, 2, 2, 3]), Ordered(("i0", "i2", "i1", "i3"))),
    (MATCH, Matched((("l1", "r1"), ("l2", "r2"), ("l3", "r1")))),
    (number("11.5", "13"), Typed(("12,5",))),
    (DEADLINE, Typed(("mandag 9. mars 2026",))),
    (SHORT, Typed(("Hvilken vekt den fikk", "hva den er"))),
    (GAPS, Filled((("gap-1", "meningn"), ("gap-2", "saksbehandler")))),
]


@pytest.mark.parametrize(("question", "key"), KEYS)
def test_the_key_gets_full_marks_and_nothing_gets_none(question: Question, key: Response) -> None:
    """The right answer scores the question's points, in every part; no answer scores nothing."""
    full = score(question, key)
    assert (full.points, full.maximum, full.right) == (question.settings.points, question.settings.points, True)
    assert full.parts
    assert all(right for _, right in full.parts)
    nothing = score(question, None)
    assert (nothing.points, nothing.right) == (0, False)
    assert maximum(question) == question.settings.points


@given(st.lists(st.booleans(), min_size=1, max_size=8), st.data())
def test_multiple_response_is_right_share_less_wrong_share(key: list[bool], data: st.DataObject) -> None:
    """Right chosen / right − wrong chosen / wrong, never below 0; without wrong options the first term alone."""
    key = [*key, True]
    chosen = data.draw(st.sets(st.integers(0, len(key) - 1)))
    got = score(choice(key), Chosen(tuple(f"o{n}" for n in sorted(chosen))))
    rights = [n for n, right in enumerate(key) if right]
    wrongs = [n for n, right in enumerate(key) if not right]
    expected = len(chosen & set(rights)) / len(rights)
    if wrongs:
        expected -= len(chosen & set(wrongs)) / len(wrongs)
    assert got.points == pytest.approx(2 * max(expected, 0))
    assert 0 <= got.points <= got.maximum == 2
    assert got.right == (chosen == set(rights))


@given(st.lists(st.booleans(), min_size=2, max_size=8))
def test_the_order_in_which_options_are_named_never_counts(key: list[bool]) -> None:
    """A set of options scores the same in whatever order it is given, and naming one twice adds nothing."""
    options = [f"o{n}" for n in range(0, len(key), 2)]
    other = options[::-1] + options[:1]
    assert score(choice([*key, True]), Chosen(tuple(options))) == score(choice([*key, True]), Chosen(tuple(other)))


def test_guessing_everything_in_multiple_response_gives_nothing() -> None:
    """All options chosen: the wrong ones take back what the right ones gave."""
    assert score(choice([True, False, True, False]), Chosen(("o0", "o1", "o2", "o3"))).points == 0


@pytest.mark.parametrize("kind", [ChoiceKind.SINGLE, ChoiceKind.TRUE_FALSE])
@pytest.mark.parametrize("chosen", [("o0",), ("o0", "o1"), ()])
def test_single_choice_is_all_or_nothing(kind: ChoiceKind, chosen: tuple[str, ...]) -> None:
    """A wrong option, two options or none give nothing at all."""
    got = score(choice([False, True], kind), Chosen(chosen))
    assert (got.points, got.right) == (0, False)


def test_a_part_tells_whether_each_option_was_dealt_with_rightly() -> None:
    """A wrong option left alone is right, a right one left alone is not."""
    got = score(choice([True, True, False]), Chosen(("o0",)))
    assert got.parts == (("o0", True), ("o1", False), ("o2", True))


def test_a_dilemma_is_never_scored() -> None:
    """Whatever is chosen there are no points to get and no verdict."""
    assert score(DILEMMA, Chosen(("o1",))) == score(DILEMMA, None)
    assert score(DILEMMA, None).right is None
    assert maximum(DILEMMA) == 0


@pytest.mark.parametrize(
    ("given_order", "in_order"),
    [("0123", 4), ("1230", 3), ("1032", 2), ("3210", 0), ("3012", 3), ("01", 2), ("", 0), ("2", 0), ("0312", 3)],
)
def test_ordering_counts_the_items_in_right_relative_order(given_order: str, in_order: int) -> None:
    """As many items as stand rightly to each other; one alone stands rightly to nothing."""
    got = score(ordering([1, 2, 3, 4]), Ordered(tuple(f"i{n}" for n in given_order)))
    assert got.points == pytest.approx(2 * in_order / 4)
    assert sum(right for _, right in got.parts) == in_order


@given(st.lists(st.integers(1, 4), min_size=2, max_size=6), st.data())
def test_ordering_finds_the_longest_run_there_is(ranks: list[int], data: st.DataObject) -> None:
    """No choice of items in right relative order is longer than the one that is scored, ties in any order."""
    question = ordering(sorted(ranks))
    order = data.draw(st.permutations(range(len(ranks))))
    got = score(question, Ordered(tuple(f"i{n}" for n in order)))
    shown = [sorted(ranks)[n] for n in order]
    best = max(
        (len(run) for run in _subsequences(shown) if all(a <= b for a, b in pairwise(run))),
        default=0,
    )
    assert sum(right for _, right in got.parts) == (best if best > 1 else 0)


def _subsequences(values: list[int]) -> list[list[int]]:
    found: list[list[int]] = [[]]
    for value in values:
        found += [[*run, value] for run in found]
    return found


def test_tied_items_may_stand_in_any_order_among_themselves() -> None:
    """Every arrangement of three tied items in the middle is full marks."""
    for middle in permutations(("i1", "i2", "i3")):
        assert score(ordering([1, 2, 2, 2, 3]), Ordered(("i0", *middle, "i4"))).right


def test_matching_scores_the_share_of_lefts() -> None:
    """Two of three right is two of three points; a right cell may serve several lefts; a distractor is wrong."""
    got = score(MATCH, Matched((("l1", "r1"), ("l2", "r3"), ("l3", "r1"))))
    assert (got.points, got.right) == (2, False)
    assert got.parts == (("l1", True), ("l2", False), ("l3", True))
    assert score(MATCH, Matched((("l3", "r1"),))).points == 1


@pytest.mark.parametrize(
    ("low", "high", "typed", "right"),
    [
        ("1680", "1680", "1 680", True),
        ("12.5", "12.5", "12,5", True),
        ("11.5", "12.5", "11,5", True),
        ("11.5", "12.5", "12,51", False),
        ("0.1", "0.3", "0,3", True),
        ("-5", "-3", "\u22124", True),
        ("6", "6", "seks", False),
        ("6", "6", "", False),
    ],
)
def test_a_number_is_right_within_its_bounds(low: str, high: str, typed: str, right: bool) -> None:
    """Both bounds count, decimals are exact, and what is no number is not right."""
    assert score(number(low, high), Typed((typed,))).right is right


def test_the_unit_may_be_typed() -> None:
    """An answer with the question's own unit is the same answer."""
    assert score(number("6", "6", "måneder"), Typed(("6 måneder",))).right


@given(st.integers(-3, 3) | st.integers(-400, 400))
def test_a_date_is_right_within_its_tolerance(days: int) -> None:
    """One day either way here, and no more."""
    day = DEADLINE.answer + timedelta(days=days)
    assert score(DEADLINE, Typed((f"{day.day}.{day.month}.{day.year}",))).right == (abs(days) <= 1)


def test_required_answers_may_come_in_any_order_and_count_one_by_one() -> None:
    """Each required answer takes one text; half of them is half the points; one text never counts twice."""
    assert score(SHORT, Typed(("vekt", "meningen"))).right
    half = score(SHORT, Typed(("vekt", "noe annet")))
    assert (half.points, half.parts) == (1, (("1", False), ("2", True)))
    assert score(SHORT, Typed(("vekt", "vekt"))).points == 1
    assert score(SHORT, Typed(("noe", "annet", "vekt", "meningen"))).points == 0


def test_a_text_that_fits_two_answers_leaves_room_for_the_other() -> None:
    """The texts are shared out so that as many required answers as possible are met."""
    question = ShortAnswerQuestion("q", "Nevn to", HERE, (("leder", "ledere"), ("leder",)), settings=TWO)
    assert score(question, Typed(("leder", "ledere"))).right
    assert score(question, Typed(("ledere", "leder"))).right
    assert score(question, Typed(("leder", ""))).parts == (("1", True), ("2", False))


def test_an_exact_short_answer_forgives_nothing() -> None:
    """``nøyaktig: ja`` makes case and slips count."""
    question = ShortAnswerQuestion("q", "Hvilken lov?", HERE, (("Barnevernsloven",),), exact=True)
    assert score(question, Typed(("Barnevernsloven",))).right
    assert not score(question, Typed(("barnevernsloven",))).right


def test_gaps_score_one_by_one_and_a_menu_is_exact() -> None:
    """A typed gap is forgiving, a menu gap is one of its parts."""
    half = score(GAPS, Filled((("gap-1", "Syn"), ("gap-2", "leder"))))
    assert (half.points, half.parts) == (1, (("gap-1", True), ("gap-2", False)))
    assert not score(GAPS, Filled((("gap-2", "saksbehandlr"),))).right


@given(st.lists(st.text(max_size=20), max_size=4), st.sampled_from([q for q, _ in KEYS]))
def test_every_score_keeps_within_its_bounds(texts: list[str], question: Question) -> None:
    """Whatever is answered, points lie from 0 to the maximum, and full marks and ``right`` mean the same."""
    answers: list[Response] = [
        Chosen(tuple(texts)),
        Ordered(tuple(texts)),
        Matched(tuple((text, text) for text in texts)),
        Typed(tuple(texts)),
        Filled(tuple((text, text) for text in texts)),
    ]
    kind = type(next(key for keyed, key in KEYS if type(keyed) is type(question)))
    got = score(question, next(answer for answer in answers if type(answer) is kind))
    assert 0 <= got.points <= got.maximum
    assert got.right == (got.points == got.maximum)


def test_points_of_nought_and_of_a_fraction_are_kept() -> None:
    """A question may be worth nothing or half a point, and is right or wrong all the same."""
    nought = choice([True, False], ChoiceKind.SINGLE, QuestionSettings(points=0))
    assert score(nought, Chosen(("o1",))).right is False
    half = choice([True, False], ChoiceKind.SINGLE, QuestionSettings(points=0.5))
    assert score(half, Chosen(("o0",))).points == 0.5


def test_an_answer_of_another_kind_is_refused() -> None:
    """A typed text is no answer to a choice: that is a mistake of the program, not of the person."""
    with pytest.raises(TypeError, match="Chosen"):
        score(choice([True, False]), Typed(("o0",)))
    with pytest.raises(TypeError, match="Prose"):
        score(Prose(HERE, say("tekst")), None)


FED_BACK = ChoiceQuestion(
    "q",
    "Hvem?",
    HERE,
    ChoiceKind.MULTIPLE,
    (Option("o0", say("a"), True, say("om a")), Option("o1", say("b"), False, say("om b")), Option("o2", say("c"))),
    feedback=Feedback(say("hint"), say("forklaring"), say("rett"), say("galt"), say("eksempel")),
)


def test_feedback_is_that_of_the_chosen_options_then_the_questions_own() -> None:
    """Options in the question's order, then right or wrong, the explanation and the example; never the hint."""
    told = [text.plain for text in feedback_for(FED_BACK, Chosen(("o1", "o0")))]
    assert told == ["om a", "om b", "galt", "forklaring", "eksempel"]
    assert [text.plain for text in feedback_for(FED_BACK, Chosen(("o0",)))] == [
        "om a",
        "rett",
        "forklaring",
        "eksempel",
    ]


def test_a_dilemma_is_met_with_neither_right_nor_wrong() -> None:
    """Only the chosen option's own words are told."""
    assert [text.plain for text in feedback_for(DILEMMA, Chosen(("o1",)))] == ["om o1"]


def test_questions_without_options_tell_their_own_words_only() -> None:
    """A number has no options to speak for it."""
    question = NumberQuestion("q", "q", HERE, "6", "6", "6", feedback=Feedback(wrong=say("galt"), right=say("rett")))
    assert [text.plain for text in feedback_for(question, Typed(("6",)))] == ["rett"]
    assert [text.plain for text in feedback_for(question, Typed(("7",)))] == ["galt"]


@pytest.mark.parametrize(
    "blank", [None, Chosen(()), Ordered(()), Matched(()), Typed(()), Typed((" ", "")), Filled((("gap-1", " "),))]
)
def test_an_answer_with_nothing_in_it_is_blank(blank: Response | None) -> None:
    """No choice, no pair and only empty texts are no answer."""
    assert is_blank(blank)


@pytest.mark.parametrize(("question", "key"), KEYS)
def test_an_answer_with_something_in_it_is_not_blank_until_taken_back(question: Question, key: Response) -> None:
    """Every key is an answer; taken back it is a blank one of the same kind, which scores nothing."""
    assert not is_blank(key)
    assert is_blank(taken_back(key))
    assert score(question, taken_back(key)) == score(question, None)
