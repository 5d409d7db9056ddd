"""The bars of a chart lie where their numbers say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp.domain.chart import Bar, diverging, part, reach, runs, stacked

COUNTS = st.lists(st.integers(0, 40), min_size=2, max_size=11)


def test_the_middle_step_of_an_odd_scale_straddles_the_middle_line() -> None:
    """Five steps: two to the left, two to the right, the third half on each side."""
    bar = diverging((1, 2, 4, 2, 1))
    assert [(round(each.start, 9), round(each.end, 9)) for each in bar.segments] == [
        (-0.5, -0.4),
        (-0.4, -0.2),
        (-0.2, 0.2),
        (0.2, 0.4),
        (0.4, 0.5),
    ]


def test_an_even_scale_parts_at_the_middle_line() -> None:
    """Six steps: three on each side, whatever their counts."""
    bar = diverging((1, 1, 2, 3, 2, 1))
    assert bar.segments[2].end == pytest.approx(0) == bar.segments[3].start
    assert (bar.start, bar.end) == (pytest.approx(-0.4), pytest.approx(0.6))


@given(COUNTS)
def test_a_segment_is_as_wide_as_its_share(counts: list[int]) -> None:
    """Both kinds of bars: widths are counts over the total, ends meet, and together they are one whole."""
    for bar in (diverging(counts), stacked(counts)):
        assert bar.total == sum(counts)
        if not bar.total:
            assert bar.segments == ()
            continue
        assert [round(each.width * bar.total, 6) for each in bar.segments] == [round(count, 6) for count in counts]
        assert bar.end - bar.start == pytest.approx(1)
        ends, starts = [each.end for each in bar.segments[:-1]], [each.start for each in bar.segments[1:]]
        assert ends == starts


@given(COUNTS)
def test_turning_a_scale_around_mirrors_its_bar(counts: list[int]) -> None:
    """Nothing favours one side of the middle line."""
    there, back = diverging(counts), diverging(counts[::-1])
    assert there.start == pytest.approx(-back.end)


@given(st.lists(COUNTS, max_size=6))
def test_every_bar_fits_on_the_common_axis(several: list[list[int]]) -> None:
    """The axis reaches past every bar to a whole tenth, less than a tenth too far, and never leaves out the middle."""
    bars = [diverging(counts) for counts in several]
    low, high = reach(bars)
    assert low <= -0.1 + 1e-9
    assert high >= 0.1 - 1e-9
    for end, ends in ((high, [bar.end for bar in bars]), (-low, [-bar.start for bar in bars])):
        assert end * 10 == pytest.approx(round(end * 10))
        furthest = max([0.0, *ends])
        assert furthest - 1e-6 <= end < max(furthest + 0.1, 0.1) + 1e-6


def test_a_part_is_as_long_as_its_share() -> None:
    """Eight of twenty reach two fifths of the way; of nobody there is no bar."""
    assert (part(8, 20).start, part(8, 20).end) == (0, pytest.approx(0.4))
    assert part(0, 0) == Bar((), 0)


def test_a_line_is_broken_where_it_may_not_join() -> None:
    """Four points, words changed before the third: two lines. None where there are no points."""
    assert runs((False, True, False, True)) == (range(2), range(2, 4))
    assert runs((True,)) == (range(1),)
    assert runs(()) == ()
