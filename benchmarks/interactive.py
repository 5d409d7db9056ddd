"""From the start of the process to a course page one can use, and the memory at first paint, against a bare window."""

from __future__ import annotations

import json
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks.bare_window import BARE
from benchmarks.disk_cache import CAN_FORGET, forget
from benchmarks.figure import Figure, median_of, ratio_of
from benchmarks.measure import in_turn, run_python
from benchmarks.participant import settle_in
from benchmarks.scale import of

WARM_ROUNDS, COLD_ROUNDS = of(11, 1), of(5, 1)
PAGE_MARK, MEMORY_MARK = 2.0, 1.25

Told = dict[str, float]


def measure() -> Iterator[Figure]:
    """Start, press Fortsett as soon as it can be pressed, and wait until the page is whole; the bare one in turn."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        settle_in(data)
        warm = {"bare": partial(_bare, data), "page": partial(_page, data)}
        told = in_turn(warm, WARM_ROUNDS)
        yield _compared("warm", told)
        yield _memory(told)
        if CAN_FORGET:
            cold = {"bare": partial(_bare, data, cold=True), "page": partial(_page, data, cold=True)}
            yield _compared("cold", in_turn(cold, COLD_ROUNDS))
        unread = in_turn({"page": partial(_page, data, unread=True)}, of(3, 1), warm_up=False)["page"]
        name = "course page interactive, the course never read before"
        yield median_of(name, [one["interactive"] for one in unread], "s", note="six days are parsed first")


def _compared(name: str, told: dict[str, list[Told]]) -> Figure:
    own, bare = ([one[when] for one in told[who]] for who, when in (("page", "interactive"), ("bare", "painted")))
    cpu, bare_cpu = (statistics.median(one["cpu"] for one in told[who]) for who in ("page", "bare"))
    note = f"of processor {cpu * 1000:.0f} and {bare_cpu * 1000:.0f} ms"
    return ratio_of(f"course page interactive / bare window, {name}", own, bare, PAGE_MARK, note)


def _memory(told: dict[str, list[Told]]) -> Figure:
    own, bare = [one["memory"] for one in told["page"]], [one["memory"] for one in told["bare"]]
    note = f"{statistics.median(own):.0f} and {statistics.median(bare):.0f} MiB"
    ratios = [one / other for one, other in zip(own, bare, strict=True)]
    return median_of("peak memory at first paint / bare window", ratios, "×", MEMORY_MARK, note)


def _bare(data: Path, *, cold: bool = False) -> Told:
    return _run("-c", BARE, data=data, cold=cold)


def _page(data: Path, *, cold: bool = False, unread: bool = False) -> Told:
    if unread:
        shutil.rmtree(data / "cache")
    return _run("-m", "benchmarks.interactive_run", data=data, cold=cold)


def _run(*program: str, data: Path, cold: bool) -> Told:
    if cold:
        forget([data])
    told: Told = json.loads(run_python(*program, str(time.monotonic()), "tell", data=data).printed)
    return told
