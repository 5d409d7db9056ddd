"""One line of the table: what was measured, how much it varied, and the mark it should meet."""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

FEW = 4
"""Of fewer values than this the spread is from the least to the most, of more it is the middle half."""


@dataclass(frozen=True)
class Figure:
    """One measured figure: ``value`` of ``unit`` should be at most (or, ``at_least``, at least) ``mark``.

    Without a mark it is told and not judged. ``low`` and ``high`` are the spread of the ``rounds`` the value is of;
    both None where it is of one round, or is itself a percentile of many turns.
    """

    name: str
    value: float
    unit: str
    mark: float | None = None
    note: str = ""
    at_least: bool = False
    low: float | None = None
    high: float | None = None
    rounds: int = 1

    @property
    def is_measured(self) -> bool:
        """Tell whether there is a value: what is not on this machine has none."""
        return math.isfinite(self.value)

    @property
    def met(self) -> bool:
        """Tell whether the figure meets its mark."""
        if self.mark is None or not self.is_measured:
            return True
        return self.value >= self.mark if self.at_least else self.value <= self.mark


def median_of(
    name: str, values: Sequence[float], unit: str, mark: float | None = None, note: str = "", *, at_least: bool = False
) -> Figure:
    """Make a figure of some rounds: their median is judged."""
    low, high = spread(values)
    return Figure(name, statistics.median(values), unit, mark, note, at_least, low, high, len(values))


def least_of(name: str, values: Sequence[float], unit: str, mark: float | None = None, note: str = "") -> Figure:
    """Make a figure of rounds of which the least is judged.

    For the longest of very many moments: one of the program's own making is there in every round, one of the
    machine's is not, and of so many moments the machine nearly always has one.
    """
    told = "; ".join(filter(None, (f"least of {len(values)} rounds", note)))
    low, high = (min(values), max(values)) if len(values) > 1 else (None, None)
    return Figure(name, min(values), unit, mark, told, low=low, high=high, rounds=len(values))


def ratio_of(
    name: str,
    own: Sequence[float],
    bare: Sequence[float],
    mark: float | None = None,
    note: str = "",
    *,
    at_least: bool = False,
) -> Figure:
    """Make the figure of how many times the baseline something takes, both measured in the same rounds.

    Each round has a ratio of its own, so that a machine that was slow in one of them was slow for both.
    """
    ratios = [one / other for one, other in zip(own, bare, strict=True)]
    told = f"{amount(statistics.median(own))} and {amount(statistics.median(bare))}"
    return median_of(name, ratios, "×", mark, f"{told}; {note}" if note else told, at_least=at_least)


def missing(name: str, why: str) -> Figure:
    """Make the line of what cannot be measured here."""
    return Figure(name, math.nan, "", note=why)


def spread(values: Sequence[float]) -> tuple[float | None, float | None]:
    """Return the middle half of some values; of few of them the least and the most, of one nothing."""
    if len(values) < 2:
        return None, None
    if len(values) < FEW:
        return min(values), max(values)
    lower, _, upper = statistics.quantiles(values, n=4, method="inclusive")
    return lower, upper


def amount(seconds: float) -> str:
    """Return a time as one says it."""
    if seconds >= 10:
        return f"{seconds:.0f} s"
    if seconds >= 1:
        return f"{seconds:.1f} s"
    return f"{seconds * 1000:.0f} ms" if seconds >= 0.01 else f"{seconds * 1000:.2f} ms"
