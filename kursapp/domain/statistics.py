"""Numbers worked out from one shown table: means, medians, shares with their intervals, who moved up and down.

Nothing here decides what may be shown: these functions are given tables that passed the gate (``domain.disclosure``).
A number is worked out from whole counts, so that equal tables give equal numbers, to the last digit.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from kursapp.domain.form import AnswerKind, FormItem
from kursapp.domain.results import Table
from kursapp.domain.tally import ANSWERED, APART, BLANK, WITHOUT_VALUE, option_step, pair_of, rank_step, valid_count

Z_95 = 1.959963984540054
"""The standard normal deviate that leaves 2.5 % on either side."""


@dataclass(frozen=True, slots=True)
class Share:
    """``count`` of ``total``."""

    count: int
    total: int

    @property
    def value(self) -> float | None:
        """Return the share from 0 to 1, None of nobody."""
        return self.count / self.total if self.total else None

    def __add__(self, other: Share) -> Share:
        return Share(self.count + other.count, self.total + other.total)


@dataclass(frozen=True, slots=True)
class Moved:
    """How many answered higher, the same and lower "now" than "before"; higher is better, also in a reversed row."""

    up: int
    same: int
    down: int

    @property
    def total(self) -> int:
        """Return how many gave both answers."""
        return self.up + self.same + self.down

    def __add__(self, other: Moved) -> Moved:
        return Moved(self.up + other.up, self.same + other.same, self.down + other.down)


@dataclass(frozen=True, slots=True)
class OptionCount:
    """One option of a choice and how many of those who answered chose it; of a ranking, ``mean_rank`` of it."""

    option_id: str
    share: Share
    mean_rank: float | None = None


@dataclass(frozen=True, slots=True)
class Interval:
    """A share's bounds, 0 to 1."""

    low: float
    high: float


def valid_of(item: FormItem, table: Table) -> int:
    """Return n: the persons with a valid answer."""
    return valid_count(item, dict(table.counts))


def apart_of(table: Table) -> int:
    """Return how many answered "Vet ikke"."""
    return table.count(APART)


def blank_of(table: Table) -> int:
    """Return how many left the item blank; of a pair, one half of it at least."""
    return table.count(BLANK)


def distribution(item: FormItem, table: Table) -> tuple[int, ...]:
    """Return the counts of steps 1…n of a scale, from the left as it was shown."""
    return tuple(table.count(str(step)) for step in range(1, len(item.steps) + 1))


def halves(item: FormItem, table: Table) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the counts of steps 1…n "before" and "now" of those who answered both."""
    before, now = [0] * len(item.steps), [0] * len(item.steps)
    for (first, second), count in _pairs(table):
        before[first - 1] += count
        now[second - 1] += count
    return tuple(before), tuple(now)


def moved(item: FormItem, table: Table) -> Moved:
    """Count those who moved up, stayed and moved down from "before" to "now"."""
    pairs = _pairs(table)
    up = sum(count for (before, now), count in pairs if now > before)
    down = sum(count for (before, now), count in pairs if now < before)
    same = sum(count for (before, now), count in pairs if now == before)
    return Moved(down, same, up) if item.reversed else Moved(up, same, down)


def favourable(item: FormItem, counts: Sequence[int]) -> Share:
    """Return the share of answers above the middle of a scale, in a reversed row below it.

    ``counts`` are those of steps 1…n; the middle step of an odd number is on neither side.
    """
    half = len(counts) // 2
    side = counts[:half] if item.reversed else counts[len(counts) - half :]
    return Share(sum(side), sum(counts))


def mean(counts: Sequence[int]) -> float | None:
    """Return the mean step, counted from 1; None of nobody."""
    total = sum(counts)
    if not total:
        return None
    return float(Fraction(sum(step * count for step, count in enumerate(counts, start=1)), total))


def median(counts: Sequence[int]) -> float | None:
    """Return the median step, counted from 1, half-way between two where the answers part evenly; None of nobody."""
    return _median([(Fraction(step), count) for step, count in enumerate(counts, start=1)])


def numbers_of(table: Table) -> tuple[tuple[Decimal, int], ...]:
    """Return the numbers answered to a number item and how many gave each, smallest first."""
    return tuple((Decimal(step), count) for step, count in table.counts if count and step not in WITHOUT_VALUE)


def number_mean(numbers: Iterable[tuple[Decimal, int]]) -> float | None:
    """Return the mean of numbers and their counts; None of nobody."""
    given = [(Fraction(number), count) for number, count in numbers]
    total = sum(count for _, count in given)
    return float(sum((number * count for number, count in given), Fraction(0)) / total) if total else None


def number_median(numbers: Iterable[tuple[Decimal, int]]) -> float | None:
    """Return the median of numbers and their counts; None of nobody."""
    return _median(sorted((Fraction(number), count) for number, count in numbers))


def options_of(item: FormItem, table: Table) -> tuple[OptionCount, ...]:
    """Return the options of a choice, a ranking or a question in order; of a ranking, how often each came first."""
    valid = valid_of(item, table)
    if item.kind is not AnswerKind.RANKING:
        return tuple(OptionCount(one.id, Share(table.count(option_step(one.id)), valid)) for one in item.options)
    found = []
    for option in item.options:
        ranks = [table.count(rank_step(option.id, rank)) for rank in range(1, len(item.options) + 1)]
        found.append(OptionCount(option.id, Share(ranks[0], valid), mean(ranks)))
    return tuple(found)


def answered_of(table: Table) -> Share:
    """Return how many of those who handed in wrote a text."""
    return Share(table.count(ANSWERED), table.persons)


def response_rate(persons: int, invited: int) -> Share:
    """Return how many of the invited are in the results."""
    return Share(persons, invited)


def wilson(share: Share) -> Interval | None:
    """Return the 95 % score interval of a share; None of nobody.

    E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927); recommended
    for small numbers by L. D. Brown, T. T. Cai and A. DasGupta, Statistical Science 16 (2001).
    """
    if not share.total:
        return None
    n, part, z2 = share.total, share.count / share.total, Z_95 * Z_95
    middle = (part + z2 / (2 * n)) / (1 + z2 / n)
    reach = Z_95 / (1 + z2 / n) * math.sqrt(part * (1 - part) / n + z2 / (4 * n * n))
    low = 0.0 if share.count == 0 else max(0.0, middle - reach)
    high = 1.0 if share.count == n else min(1.0, middle + reach)
    return Interval(low, high)


def _pairs(table: Table) -> list[tuple[tuple[int, int], int]]:
    return [(pair, count) for step, count in table.counts if count and (pair := pair_of(step)) is not None]


def _median(given: Sequence[tuple[Fraction, int]]) -> float | None:
    total = sum(count for _, count in given)
    if not total:
        return None
    lower, upper = (_at(given, place) for place in ((total - 1) // 2, total // 2))
    return float((lower + upper) / 2)


def _at(given: Sequence[tuple[Fraction, int]], place: int) -> Fraction:
    """Return the value at a place, from 0, of values in rising order."""
    passed = 0
    for value, count in given:
        passed += count
        if place < passed:
            return value
    raise IndexError(place)
