"""Timing and the table of results."""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One measured figure: ``value`` of ``unit`` should be at most (or, ``at_least``, at least) ``mark``."""

    name: str
    value: float
    unit: str
    mark: float
    note: str = ""
    at_least: bool = False

    @property
    def met(self) -> bool:
        """Tell whether the figure meets its mark."""
        return self.value >= self.mark if self.at_least else self.value <= self.mark

    def row(self) -> str:
        """Return the figure as a line of the table."""
        sign = "≥" if self.at_least else "≤"
        verdict = "ok" if self.met else "OVER"
        return f"{self.name:<58} {self.value:>9.2f} {self.unit:<3} {sign} {self.mark:<7g} {verdict:<5} {self.note}"


def seconds(call: Callable[[], object]) -> float:
    """Return how long one call takes by the wall clock."""
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def best(call: Callable[[], object], rounds: int = 7) -> float:
    """Return the shortest of several calls: the one least disturbed by whatever else the machine does."""
    return min(seconds(call) for _ in range(rounds))


def percentile(values: Sequence[float], per_cent: int) -> float:
    """Return the value that ``per_cent`` of the values do not exceed."""
    if len(values) < 2:
        return values[0]
    return statistics.quantiles(values, n=100, method="inclusive")[per_cent - 1]


@dataclass(frozen=True)
class Run:
    """What one run of a program cost: seconds of processor and wall clock, and the most memory it held, in MiB."""

    cpu: float
    wall: float
    peak: float


def run_python(*arguments: str) -> Run:
    """Run Python with arguments to its end and return what it cost. Raises CalledProcessError where it fails."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(cpu, wall, after.ru_maxrss / 1024)
