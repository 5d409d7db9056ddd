"""Timing and the table of results."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil


@dataclass(frozen=True)
class Figure:
    """One measured figure: ``value`` of ``unit`` should be at most (or, ``at_least``, at least) ``mark``.

    Without a mark it is told and not judged.
    """

    name: str
    value: float
    unit: str
    mark: float | None = None
    note: str = ""
    at_least: bool = False

    @property
    def met(self) -> bool:
        """Tell whether the figure meets its mark."""
        if self.mark is None:
            return True
        return self.value >= self.mark if self.at_least else self.value <= self.mark

    def row(self) -> str:
        """Return the figure as a line of the table."""
        mark, verdict = "", ""
        if self.mark is not None:
            mark, verdict = f"{'≥' if self.at_least else '≤'} {self.mark:g}", "ok" if self.met else "OVER"
        return f"{self.name:<60} {self.value:>8.2f} {self.unit:<3} {mark:<7} {verdict:<5} {self.note}"


def seconds(call: Callable[[], object]) -> float:
    """Return how long one call takes by the wall clock."""
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def best(call: Callable[[], object], rounds: int = 7) -> float:
    """Return the shortest of several calls: the one least disturbed by whatever else the machine does."""
    return min(seconds(call) for _ in range(rounds))


def processor_seconds(call: Callable[[], object]) -> float:
    """Return what one call costs of processor time, in this process and in those it keeps running beside it.

    Unlike the wall clock it is the same whatever else the machine does; where work is handed back and forth between
    two processes, never in both at once, the two are one on a quiet machine.
    """
    before = _children_seconds()
    start = time.process_time()
    call()
    own = time.process_time() - start
    return own + _children_seconds() - before


def _children_seconds() -> float:
    times = [child.cpu_times() for child in psutil.Process().children()]
    return sum(spent.user + spent.system for spent in times)


def percentile(values: Sequence[float], per_cent: int) -> float:
    """Return the value that ``per_cent`` of the values do not exceed."""
    if len(values) < 2:
        return values[0]
    return statistics.quantiles(values, n=100, method="inclusive")[per_cent - 1]


@dataclass(frozen=True)
class Run:
    """What one run of a program cost: seconds of processor and wall clock, and what it printed."""

    cpu: float
    wall: float
    printed: str


def run_python(*arguments: str, data: Path) -> Run:
    """Run Python to its end, with ``data`` as the program's data folder, and return what it cost.

    It runs without a screen, and from byte code, as the program is shipped. Raises CalledProcessError where it fails.
    """
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "KURSAPP_DATA": str(data)}
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
    surroundings["QT_LOGGING_RULES"] = "*.debug=false;qt.qpa.*=false"
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    done = subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.PIPE, text=True, env=surroundings)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Run(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall, done.stdout)
