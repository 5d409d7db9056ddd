"""Alpha and what goes with it: published worked examples, and the same from everybody's answers another way."""

from __future__ import annotations

import math
import statistics
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kursapp.domain.item_analysis import Missing
from kursapp.domain.reliability import error_of_alpha, error_of_measurement, reliability
from tests.domain.test_item_analysis import people, quality, quiz

LSAT = (
    "00000:3 00001:6 00010:2 00011:11 00100:1 00101:1 00110:3 00111:4 01000:1 01001:8 01010:0 01011:16 01100:0 01101:3 "
    "01110:2 01111:15 10000:10 10001:29 10010:14 10011:81 10100:3 10101:28 10110:15 10111:80 11000:16 11001:56 "
    "11010:21 11011:173 11100:11 11101:61 11110:28 11111:298"
)
"""Answers of 1,000 persons to section 6 of the Law School Admission Test: R. D. Bock and M. Lieberman, "Fitting a
response model for n dichotomously scored items", Psychometrika 35 (1970)."""


def lsat() -> list[tuple[int, ...]]:
    """Return a row of per milles for each person."""
    rows: list[tuple[int, ...]] = []
    for entry in LSAT.split():
        pattern, count = entry.split(":")
        rows += [tuple(int(answer) * 1000 for answer in pattern)] * int(count)
    return rows


def test_a_published_item_analysis() -> None:
    """Proportions, point-biserials with the item excluded, and alpha, as printed for these data.

    D. Rizopoulos, "ltm: An R package for latent variable modeling and item response theory analyses", Journal of
    Statistical Software 17 (2006), 5.
    """
    names = ("q1", "q2", "q3", "q4", "q5")
    found = quality(people(lsat(), names), form=quiz(*names))
    assert [round(one.facility or 0, 3) for one in found.questions] == [0.924, 0.709, 0.553, 0.763, 0.87]
    assert [round(one.discrimination or 0, 4) for one in found.questions] == [0.1128, 0.1532, 0.1728, 0.1444, 0.1216]
    assert round(found.alpha or 0, 4) == 0.2950
    assert found.reliability is not None
    assert (found.reliability.items, found.reliability.persons) == (5, 1000)


def test_a_published_standard_error_of_alpha() -> None:
    """Alpha 0.85 of 7 items and 89 persons: 0.02456518 (D. G. Bonett, statpsych for R, ``ci.cronbach``)."""
    assert error_of_alpha(0.85, 7, 89) == pytest.approx(0.02456518, abs=5e-9)


@pytest.mark.parametrize(("deviation", "alpha", "error"), [(10, 0.91, 3), (15, 0.96, 3), (4, 0, 4), (4, -0.5, 4)])
def test_the_error_of_one_total(deviation: float, alpha: float, error: float) -> None:
    """The spread, less what alpha vouches for; no alpha makes it larger than the spread itself."""
    assert error_of_measurement(deviation, alpha) == pytest.approx(error)


@settings(max_examples=40)
@given(st.lists(st.tuples(*[st.sampled_from([0, 250, 500, 1000])] * 3), min_size=10, max_size=30))
def test_sums_tell_what_answers_tell(rows: list[tuple[int, int, int]]) -> None:
    """Another way to the same: alpha from the mean of split halves' covariances, the spread from each total."""
    found = quality(people(rows)).reliability
    totals = [sum(row) / 1000 for row in rows]
    if len(set(totals)) == 1:
        assert found is None
        return
    assert found is not None
    columns = [[row[place] / 1000 for row in rows] for place in range(3)]
    between = [statistics.covariance(columns[a], columns[b]) for a in range(3) for b in range(3) if a != b]
    alpha = 9 * statistics.mean(between) / statistics.variance(totals)
    assert found.alpha == pytest.approx(alpha, abs=1e-9)
    assert found.deviation == pytest.approx(statistics.pstdev(totals))
    errors = statistics.pvariance(totals) * (1 - max(alpha, 0))
    assert found.measurement == pytest.approx(math.sqrt(max(errors, 0)), abs=1e-7)


def test_a_perfect_test_has_no_error() -> None:
    """Questions that all say the same leave nothing to chance."""
    made = reliability(Fraction(1, 2), Fraction(1), 2, 30)
    assert (made.alpha, made.error, made.measurement) == (1.0, 0.0, 0.0)


def test_no_alpha_no_reliability() -> None:
    """Where alpha cannot be told, neither can its error."""
    found = quality(people([(1000, 0, 0)] * 9))
    assert (found.no_alpha, found.reliability) == (Missing.TOO_FEW, None)
