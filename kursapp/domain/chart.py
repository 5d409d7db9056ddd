"""Geometry of the charts, as pure numbers: the screen and the report draw the same bars from it.

Lengths are shares of the answers that count (0 to 1). A diverging bar has the middle of its scale at 0: what lies
below the middle step to the left (negative), what lies above to the right. This is how the reader sees the balance of a
distribution without any mean (Heiberger and Robbins: Design of Diverging Stacked Bar Charts for Likert Scales, Journal
of Statistical Software 57(5), 2014).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

TENTH = 0.1
_SLACK = 1e-9
"""Less than this beyond a whole tenth is the rounding of floating point, not a longer bar."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One step of a bar: its place in the scale counted from 1, how many chose it, and where it begins and ends."""

    step: int
    count: int
    start: float
    end: float

    @property
    def width(self) -> float:
        """How much of the answers it is."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Bar:
    """One distribution as drawn, steps from the left; steps nobody chose have no width. ``total`` counts answers."""

    segments: tuple[Segment, ...]
    total: int

    @property
    def start(self) -> float:
        """Where the bar begins; 0 for no answers."""
        return self.segments[0].start if self.segments else 0.0

    @property
    def end(self) -> float:
        """Where the bar ends; 0 for no answers."""
        return self.segments[-1].end if self.segments else 0.0


def diverging(counts: Sequence[int]) -> Bar:
    """Lay the counts of steps 1…n around 0; with an odd number of steps half of the middle one lies on each side."""
    half = len(counts) // 2
    middle = counts[half] / 2 if len(counts) % 2 else 0.0
    return _laid(counts, -(sum(counts[:half]) + middle))


def stacked(counts: Sequence[int]) -> Bar:
    """Lay the counts one after another from 0 to 1."""
    return _laid(counts, 0.0)


def part(count: int, total: int) -> Bar:
    """Lay one count of ``total`` from 0: those who chose an option, of all who answered."""
    return Bar((Segment(1, count, 0.0, count / total),), total) if total else Bar((), 0)


def _laid(counts: Sequence[int], first: float) -> Bar:
    total = sum(counts)
    if not total:
        return Bar((), 0)
    edges = [first]
    for count in counts:
        edges.append(edges[-1] + count)
    return Bar(
        tuple(
            Segment(number, count, start / total, end / total)
            for number, (count, (start, end)) in enumerate(zip(counts, pairwise(edges), strict=True), start=1)
        ),
        total,
    )


def reach(bars: Iterable[Bar]) -> tuple[float, float]:
    """Return the axis all the bars fit on: from the leftmost to the rightmost end, outwards to whole tenths.

    At least a tenth on either side of 0, so that the middle line always lies inside the picture.
    """
    every = tuple(bars)
    left = min((bar.start for bar in every), default=0.0)
    right = max((bar.end for bar in every), default=0.0)
    return -_outwards(-left), _outwards(right)


def _outwards(length: float) -> float:
    return max(1, math.ceil(length / TENTH - _SLACK)) * TENTH


def runs(links: Sequence[bool]) -> tuple[range, ...]:
    """Return which points of a trend are joined by one line.

    ``links`` says for each point whether it may be joined to the one before it: not where the words changed between
    them, nor where one of them is hidden. The first is joined to nothing, whatever it says.
    """
    starts = [number for number, joined in enumerate(links) if number == 0 or not joined]
    return tuple(range(start, end) for start, end in pairwise([*starts, len(links)]))
