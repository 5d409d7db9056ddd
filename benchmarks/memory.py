"""Memory with the flagship course open in the real window, against a bare window's."""

from __future__ import annotations

import json
import shutil
import statistics
import tempfile
from functools import partial
from pathlib import Path

from benchmarks.bare_window import BARE
from benchmarks.figure import Figure, median_of
from benchmarks.measure import in_turn, run_python
from benchmarks.participant import settle_in
from benchmarks.scale import of

ROUNDS = of(5, 1)
MARK = 2.0


def measure() -> list[Figure]:
    """Hold both, each in a process of its own, and compare the most each has had."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        settle_in(data)
        told = in_turn({"bare": partial(_bare, data), "course": partial(_course, data)}, ROUNDS, warm_up=False)
    own, bare = [one["window"] for one in told["course"]], [one["memory"] for one in told["bare"]]
    ratios = [one / other for one, other in zip(own, bare, strict=True)]
    note = f"{statistics.median(own):.0f} and {statistics.median(bare):.0f} MiB"
    workers = [one["worker"] for one in told["course"]]
    return [
        median_of("peak memory, flagship course read and walked in / bare window", ratios, "×", MARK, note),
        median_of("memory of the worker that read the course", workers, "MiB"),
    ]


def _bare(data: Path) -> dict[str, float]:
    told: dict[str, float] = json.loads(run_python("-c", BARE, "0", "tell", data=data).printed)
    return told


def _course(data: Path) -> dict[str, float]:
    # Read anew, so that the worker has been at work too.
    shutil.rmtree(data / "cache", ignore_errors=True)
    told: dict[str, float] = json.loads(run_python("-m", "benchmarks.memory_run", data=data).printed)
    return told
