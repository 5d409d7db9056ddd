"""One go at a quiz: the draw, the order shown, the time and the result."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp.domain.attempt import Timer, attempt_seed, band_for, draw, percent_of, result, shown_order
from kursapp.domain.course import Draw, Place, QuizSettings, Rich, ScoreBand
from kursapp.domain.question import (
    ChoiceKind,
    ChoiceQuestion,
    MatchLeft,
    MatchQuestion,
    MatchRight,
    NumberQuestion,
    Option,
    OrderItem,
    OrderQuestion,
    QuestionSettings,
)
from kursapp.domain.scoring import Score

HERE = Place("dag-1/quiz.md", 1, 9)
NOW = datetime(2026, 3, 9, 12, tzinfo=UTC)
SEEDS = st.integers(0, 2**64 - 1)


def choice(
    name: str, *, fixed: str = "", shuffle: bool | None = None, form: str = "", bank: str = "", options: int = 6
) -> ChoiceQuestion:
    return ChoiceQuestion(
        name,
        name,
        HERE,
        ChoiceKind.SINGLE,
        tuple(Option(f"{name}-{n}", Rich("", str(n)), n == 0, fixed=str(n) in fixed) for n in range(options)),
        settings=QuestionSettings(shuffle=shuffle, form=form, bank=bank),
    )


def pool(count: int, **settings: str) -> list[ChoiceQuestion]:
    return [choice(f"{settings.get('bank', '')}{settings.get('form', '')}q{n}", **settings) for n in range(count)]


def names(drawn: object) -> list[str]:
    return [question.id for question, _ in drawn]


def test_without_a_draw_every_question_is_asked() -> None:
    """A quiz that draws nothing asks all its own questions, in the author's order where it does not shuffle."""
    assert names(draw(QuizSettings(shuffle=False), pool(5), {}, number=1, asked=(), seed=7)) == [
        "q0",
        "q1",
        "q2",
        "q3",
        "q4",
    ]


@given(SEEDS, st.integers(1, 6))
def test_a_draw_is_the_same_for_the_same_seed(seed: int, count: int) -> None:
    """What is stored with an attempt is enough to draw it again."""
    quiz = QuizSettings(draws=(Draw(count),))
    first, again = (draw(quiz, pool(10), {}, number=1, asked=(), seed=seed) for _ in range(2))
    assert first == again
    assert len(set(names(first))) == count


def test_seeds_differ_between_attempts() -> None:
    """Another page, number or start gives another seed; the same gives the same."""
    assert attempt_seed("quiz", 1, "12:00") == attempt_seed("quiz", 1, "12:00")
    assert len({attempt_seed("quiz", n, "12:00") for n in range(20)} | {attempt_seed("quiz", 1, "12:01")}) == 21


@given(SEEDS, SEEDS, st.integers(1, 20), st.integers(1, 20))
def test_a_new_draw_avoids_earlier_questions_as_far_as_the_pool_allows(
    one: int, two: int, size: int, wanted: int
) -> None:
    """No question comes a second time while one is left that has not been asked."""
    quiz, own = QuizSettings(draws=(Draw(wanted),)), pool(size)
    first = names(draw(quiz, own, {}, number=1, asked=(), seed=one))
    second = names(draw(quiz, own, {}, number=2, asked=first, seed=two))
    count = min(wanted, size)
    assert len(first) == len(second) == count
    assert len(set(first) | set(second)) == min(size, 2 * count)


def test_over_many_attempts_every_question_is_asked_equally_often() -> None:
    """The least asked come first, attempt after attempt."""
    asked: list[str] = []
    for number in range(1, 11):
        asked += names(draw(QuizSettings(draws=(Draw(4),)), pool(10), {}, number=number, asked=asked, seed=number))
    assert set(Counter(asked).values()) == {4}


def test_questions_are_drawn_from_their_banks() -> None:
    """``trekk: d1 3, d2 2`` takes three from the one bank and two from the other, and none from the page."""
    banks = {"d1": pool(5, bank="d1"), "d2": pool(5, bank="d2")}
    drawn = names(draw(QuizSettings(draws=(Draw(3, "d1"), Draw(2, "d2"))), pool(5), banks, number=1, asked=(), seed=1))
    assert Counter(name[:2] for name in drawn) == {"d1": 3, "d2": 2}


def test_a_bank_drawn_from_twice_never_gives_a_question_twice() -> None:
    """Two draws from one bank are two parts of one draw."""
    quiz = QuizSettings(draws=(Draw(3, "d1"), Draw(3, "d1")))
    drawn = names(draw(quiz, (), {"d1": pool(5, bank="d1")}, number=1, asked=(), seed=1))
    assert len(drawn) == len(set(drawn)) == 5


def test_parallel_forms_take_turns() -> None:
    """Attempt 1 uses form A, attempt 2 form B, attempt 3 form A again; questions of no form always take part."""
    own = [*pool(3, form="A"), *pool(3, form="B"), choice("felles")]
    for number, form in ((1, "A"), (2, "B"), (3, "A")):
        drawn = names(draw(QuizSettings(shuffle=False), own, {}, number=number, asked=(), seed=1))
        assert drawn == [f"{form}q0", f"{form}q1", f"{form}q2", "felles"]


@given(SEEDS, st.sets(st.integers(0, 5)))
def test_shuffling_never_moves_a_fixed_option(seed: int, fixed: set[int]) -> None:
    """Options marked ``fast`` keep their place and the others are all still there."""
    order = shown_order(choice("q", fixed="".join(map(str, fixed))), seed, shuffle=True)
    assert sorted(order) == [f"q-{n}" for n in range(6)]
    assert all(order[n] == f"q-{n}" for n in fixed)


def test_shuffling_does_shuffle() -> None:
    """Over fifty seeds every option has stood first."""
    firsts = {shown_order(choice("q"), seed, shuffle=True)[0] for seed in range(50)}
    assert firsts == {f"q-{n}" for n in range(6)}


def test_a_questions_own_setting_goes_before_the_quizs() -> None:
    """``stokk`` on the question decides; without it the quiz does, and outside a quiz nothing is shuffled."""
    written = tuple(f"q-{n}" for n in range(6))
    assert shown_order(choice("q"), 1) == written
    assert shown_order(choice("q", shuffle=False), 1, shuffle=True) == written
    assert any(shown_order(choice("q", shuffle=True), seed) != written for seed in range(5))


def test_true_and_false_keep_their_order() -> None:
    """The two options of true/false are never shuffled."""
    question = ChoiceQuestion(
        "q", "q", HERE, ChoiceKind.TRUE_FALSE, (Option("sant", Rich()), Option("usant", Rich(), True))
    )
    assert {shown_order(question, seed, shuffle=True) for seed in range(20)} == {("sant", "usant")}


@given(SEEDS, st.lists(st.integers(1, 3), min_size=2, max_size=5))
def test_items_to_order_are_never_shown_in_order(seed: int, ranks: list[int]) -> None:
    """The right order is not given away, ties included, wherever there is another order."""
    ranks = sorted(ranks)
    question = OrderQuestion("q", "q", HERE, tuple(OrderItem(f"i{n}", Rich(), rank) for n, rank in enumerate(ranks)))
    order = shown_order(question, seed)
    shown = [ranks[int(item[1:])] for item in order]
    assert sorted(order) == [f"i{n}" for n in range(len(ranks))]
    assert shown != ranks or len(set(ranks)) == 1


def test_right_cells_are_shuffled_and_a_number_has_no_parts() -> None:
    """A pair per row would give the key away; a typed answer has nothing to shuffle."""
    lefts = tuple(MatchLeft(f"l{n}", Rich(), f"r{n}") for n in range(5))
    rights = tuple(MatchRight(f"r{n}", Rich()) for n in range(5))
    orders = {shown_order(MatchQuestion("q", "q", HERE, lefts, rights), seed) for seed in range(20)}
    assert len(orders) > 1
    assert all(sorted(order) == [f"r{n}" for n in range(5)] for order in orders)
    assert shown_order(NumberQuestion("q", "q", HERE, "1", "1", "1"), 1) == ()


def test_the_time_runs_by_the_wall_clock_also_while_the_program_is_shut() -> None:
    """Ten minutes after it was last seen, ten minutes are gone, whether anyone looked or not."""
    timer = Timer(1200, NOW).at(NOW + timedelta(minutes=10))
    assert (timer.seconds_left, timer.is_out) == (600, False)
    assert Timer(1200, NOW).at(NOW + timedelta(days=1)).is_out


@given(
    st.floats(0, 7200),
    st.lists(st.floats(-(10**6), 10**6, allow_nan=False), max_size=8),
)
def test_the_time_left_never_grows_and_is_never_negative(left: float, steps: list[float]) -> None:
    """However the clock is set, forward or back, time is only ever used up."""
    timer = Timer(left, NOW)
    now = NOW
    for step in steps:
        now += timedelta(seconds=step)
        later = timer.at(now)
        assert later.seconds_left is not None
        assert 0 <= later.seconds_left <= timer.seconds_left
        timer = later


def test_a_clock_set_back_takes_nothing_and_the_time_goes_on_from_there() -> None:
    """An hour back costs no time, and a minute later a minute is gone."""
    timer = Timer(600, NOW).at(NOW - timedelta(hours=1))
    assert timer.seconds_left == 600
    assert timer.at(NOW - timedelta(minutes=59)).seconds_left == 540


def test_without_a_limit_time_never_runs_out() -> None:
    """No limit stays no limit, and answers are always taken."""
    timer = Timer(None, NOW).at(NOW + timedelta(days=400))
    assert timer.seconds_left is None
    assert not timer.is_out
    assert timer.still_takes(NOW + timedelta(days=800))


@pytest.mark.parametrize(("seconds", "takes"), [(0, True), (60, True), (64.9, True), (65.1, False), (-3600, True)])
def test_what_is_on_its_way_when_the_time_runs_out_still_counts(seconds: float, takes: bool) -> None:
    """A text saved within five seconds of the end is taken, a later one is not."""
    assert Timer(60, NOW).still_takes(NOW + timedelta(seconds=seconds)) is takes


def test_the_grace_is_given_once() -> None:
    """When the time is stored as used up, nothing more is taken."""
    assert not Timer(0, NOW).still_takes(NOW)


def scores(*points: float | None) -> list[tuple[str, Score]]:
    """Questions of one point each; None is a dilemma."""
    return [
        (f"q{n}", Score(0, 0, None) if point is None else Score(point, 1, point == 1)) for n, point in enumerate(points)
    ]


BANDS = (
    ScoreBand(0, 69, Rich("", "les mer")),
    ScoreBand(70, 84, Rich("", "bra")),
    ScoreBand(85, 100, Rich("", "fint")),
)


def test_a_result_sums_points_and_names_what_was_missed() -> None:
    """Points, per cent, pass, band, and the ids of questions without full marks; a dilemma is never missed."""
    got = result(QuizSettings(bands=BANDS), scores(1, 0.5, None, 1, 0, 1))
    assert (got.points, got.maximum, got.percent, got.passed) == (3.5, 5, 70, True)
    assert got.missed == ("q1", "q4")
    assert got.band == BANDS[1]


def test_a_result_just_under_the_mark_neither_passes_nor_shows_as_passed() -> None:
    """69.9 per cent is shown as 69, is in the band under 70, and is not passed."""
    got = result(QuizSettings(bands=BANDS), [("q", Score(699, 1000, False))])
    assert (got.percent, got.passed, got.band) == (69, False, BANDS[0])


@given(st.integers(1, 60), st.integers(0, 60))
def test_percent_is_exact_where_it_is_whole_and_never_rounded_up(most: int, points: int) -> None:
    """Seven of ten is 70, however the fractions fall, and no more is promised than was reached."""
    points = min(points, most)
    percent = percent_of(float(points), float(most))
    assert percent == 100 * points // most
    assert percent_of(sum([0.1] * 7), sum([0.1] * 10)) == 70


def test_a_quiz_that_scores_nothing_is_passed() -> None:
    """Only dilemmas: there is nothing to fail."""
    got = result(QuizSettings(), scores(None, None))
    assert (got.percent, got.passed, got.missed) == (100, True, ())


def test_a_result_outside_every_band_has_none() -> None:
    """A gap between bands is met with no words."""
    assert band_for(QuizSettings(bands=BANDS[:1]), 90) is None
