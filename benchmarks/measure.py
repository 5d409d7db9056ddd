"""Timing: calls in this process, programs beside it, and rounds in which everything has its turn."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import psutil

T = TypeVar("T")


def seconds(call: Callable[[], object]) -> float:
    """Return how long one call takes by the wall clock."""
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def best(call: Callable[[], object], rounds: int = 7) -> float:
    """Return the shortest of several calls: the one least disturbed by whatever else the machine does."""
    return min(seconds(call) for _ in range(rounds))


def in_turn(calls: Mapping[str, Callable[[], T]], rounds: int, *, warm_up: bool = True) -> dict[str, list[T]]:
    """Call everything once in each round, and return what each gave in every one.

    A machine that is slow for a while is so for all of them, and nobody is always first. The first round, in which
    byte code is made and files are read for the first time, is not counted; without ``warm_up`` it is.
    """
    given: dict[str, list[T]] = {name: [] for name in calls}
    names = list(calls)
    for number in range(rounds + warm_up):
        first = number % len(names)
        for name in names[first:] + names[:first]:
            told = calls[name]()
            if number >= warm_up:
                given[name].append(told)
    return given


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
    """What one run of a program cost: seconds of processor and wall clock, MB read from the disk, and its output."""

    cpu: float
    wall: float
    read: float
    printed: str


_BLOCK = 512
"""Bytes of what the system counts as a block read."""


def run_python(*arguments: str, data: Path) -> Run:
    """Run Python to its end, as ``run_program``."""
    return run_program(sys.executable, *arguments, data=data)


def run_program(*words: str, data: Path) -> Run:
    """Run a program to its end, with ``data`` as Kursapp's data folder, and return what it cost.

    It runs without a screen, and from byte code, as the program is shipped. Raises CalledProcessError where it fails.
    """
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    done = subprocess.run(words, check=True, stdout=subprocess.PIPE, text=True, env=surroundings(data))
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(cpu, wall, (after.ru_inblock - before.ru_inblock) * _BLOCK / 1e6, done.stdout)


def surroundings(data: Path) -> dict[str, str]:
    """Return the environment of a program that is measured."""
    variables = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "KURSAPP_DATA": str(data)}
    variables.pop("PYTHONDONTWRITEBYTECODE", None)
    variables["QT_LOGGING_RULES"] = "*.debug=false;qt.qpa.*=false"
    return variables
