"""Numbers worked out from a shown table, held up against values worked out elsewhere."""

from __future__ import annotations

import statistics as python_statistics
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp.domain.form import FormItem
from kursapp.domain.results import Table
from kursapp.domain.statistics import (
    Moved,
    OptionCount,
    Share,
    answered_of,
    apart_of,
    blank_of,
    distribution,
    favourable,
    halves,
    mean,
    median,
    moved,
    number_mean,
    number_median,
    numbers_of,
    options_of,
    response_rate,
    valid_of,
    wilson,
)
from tests.domain.rounds import BEST, LIKED, MORE, PACE, scale, twice

COUNTS = st.lists(st.integers(0, 30), min_size=2, max_size=11)


def table(item: FormItem, **counts: int) -> Table:
    return Table(item.id, 0, tuple((step, count) for step, count in counts.items()))


def test_a_distribution_is_the_steps_alone() -> None:
    """ "Vet ikke" and blank stand apart, and steps nobody took are zero."""
    one = Table("s", 9, (("1", 2), ("5", 4), ("apart", 1), ("blank", 2)))
    assert distribution(scale("s"), one) == (2, 0, 0, 0, 4)
    assert (valid_of(scale("s"), one), apart_of(one), blank_of(one)) == (6, 1, 2)


def test_pairs_part_into_before_and_now() -> None:
    """Both halves count the same persons: those who answered both."""
    one = Table("f", 9, (("1>4", 3), ("2>2", 1), ("5>4", 2), ("blank", 3)))
    assert halves(twice("f"), one) == ((3, 1, 0, 0, 2), (0, 1, 0, 5, 0))
    assert moved(twice("f"), one) == Moved(3, 1, 2)
    assert moved(twice("f", reversed=True), one) == Moved(2, 1, 3)
    assert moved(twice("f"), one).total == 6


@pytest.mark.parametrize(
    ("counts", "reverse", "share"),
    [
        ((1, 2, 3, 4, 5), False, Share(9, 15)),
        ((1, 2, 3, 4, 5), True, Share(3, 15)),
        ((1, 2, 3, 4), False, Share(7, 10)),
        ((3, 4), True, Share(3, 7)),
        ((0, 0, 0), False, Share(0, 0)),
    ],
)
def test_favourable_is_above_the_middle(counts: tuple[int, ...], reverse: bool, share: Share) -> None:
    """The middle step is on neither side, and a reversed row is read from the other end."""
    assert favourable(scale("s", reversed=reverse), counts) == share


@given(COUNTS)
def test_mean_and_median_are_those_of_the_answers_written_out(counts: list[int]) -> None:
    """Worked out from counts, they are what the standard library says of the same answers one by one."""
    answers = [step for step, count in enumerate(counts, start=1) for _ in range(count)]
    if not answers:
        assert (mean(counts), median(counts)) == (None, None)
    else:
        assert mean(counts) == pytest.approx(python_statistics.fmean(answers), abs=1e-12)
        assert median(counts) == python_statistics.median(answers)


def test_numbers_have_mean_and_median_too() -> None:
    """Decimals are read exactly; blank is no number."""
    one = Table("dager", 8, (("-1", 1), ("2", 3), ("2.5", 2), ("7", 0), ("blank", 2)))
    numbers = numbers_of(one)
    assert numbers == ((Decimal(-1), 1), (Decimal(2), 3), (Decimal("2.5"), 2))
    assert number_mean(numbers) == pytest.approx(10 / 6)
    assert number_median(numbers) == 2
    assert (number_mean(()), number_median(())) == (None, None)


def test_options_are_shares_of_those_who_answered() -> None:
    """Of a choice of several the shares may be more than one together; of a ranking there is a mean rank."""
    liked = table(LIKED, **{"=case": 5, "=quiz": 3, "answered": 6, "blank": 2})
    assert options_of(LIKED, liked) == (
        OptionCount("case", Share(5, 6)), OptionCount("quiz", Share(3, 6)), OptionCount("arbeidsbok", Share(0, 6)),
    )  # fmt: skip
    pace = table(PACE, **{"=lavt": 1, "=passe": 4, "blank": 1})
    assert [option.share for option in options_of(PACE, pace)] == [Share(1, 5), Share(4, 5), Share(0, 5)]
    best = table(BEST, **{"=en@1": 3, "=en@2": 2, "=to@2": 1, "answered": 5})
    assert options_of(BEST, best) == (
        OptionCount("en", Share(3, 5), 1.4), OptionCount("to", Share(0, 5), 2.0), OptionCount("tre", Share(0, 5), None),
    )  # fmt: skip


def test_shares_of_persons() -> None:
    """How many wrote, of those who handed in; how many handed in, of the invited; nobody of nobody is no share."""
    assert answered_of(Table(MORE.id, 12, (("answered", 7), ("blank", 5)))) == Share(7, 12)
    assert response_rate(18, 24).value == 0.75
    assert Share(0, 0).value is None


@pytest.mark.parametrize(
    ("count", "total", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_s_interval(count: int, total: int, low: float, high: float) -> None:
    """The worked examples of R. G. Newcombe, Statistics in Medicine 17 (1998), table I, method 3."""
    interval = wilson(Share(count, total))
    assert interval is not None
    assert (interval.low, interval.high) == pytest.approx((low, high), abs=5e-5)


@given(st.integers(1, 500).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total))))
def test_an_interval_holds_its_share(numbers: tuple[int, int]) -> None:
    """Every interval lies within 0 and 1 and around the share itself, also at the ends."""
    share = Share(*numbers)
    interval = wilson(share)
    assert interval is not None
    assert share.value is not None
    assert 0 <= interval.low <= share.value <= interval.high <= 1


def test_nobody_has_no_interval() -> None:
    """There is nothing to be uncertain of."""
    assert wilson(Share(0, 0)) is None
