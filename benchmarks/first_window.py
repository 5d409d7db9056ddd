"""The first painted window of the whole program against a bare window of the same toolkit and size."""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from benchmarks.bare_window import BARE
from benchmarks.disk_cache import CAN_FORGET, forget
from benchmarks.figure import Figure, missing, ratio_of
from benchmarks.measure import Run, in_turn, run_program, run_python
from benchmarks.participant import settle_in
from benchmarks.scale import of

WARM_ROUNDS, COLD_ROUNDS = of(21, 2), of(7, 1)
WARM_MARK, COLD_MARK = 1.25, 1.5
BUNDLE = (
    Path(__file__).resolve().parents[1] / "dist/kursapp" / ("kursapp.exe" if sys.platform == "win32" else "kursapp")
)
QUIT = "--quit-after-first-paint"
NAMES = {
    "Hjem": "first window",
    "first start": "first window, nothing there yet",
    "bundle": "first window of the installed bundle",
}

Starts = dict[str, Callable[[], Run]]


def measure() -> Iterator[Figure]:
    """Start all in turn, from start of the process to its end, with the disk's cache as it is and without it."""
    with tempfile.TemporaryDirectory() as folder:
        used, unused = Path(folder) / "used", Path(folder) / "unused"
        settle_in(used)
        starts: Starts = {
            "bare": partial(run_python, "-c", BARE, "0", data=unused),
            "Hjem": partial(run_python, "-m", "kursapp", QUIT, data=used),
            "first start": partial(run_python, "-m", "kursapp", QUIT, data=unused),
        }
        if BUNDLE.exists():
            starts["bundle"] = partial(run_program, str(BUNDLE), QUIT, data=used)
        yield from _warm(in_turn(starts, WARM_ROUNDS))
        if not CAN_FORGET:
            yield missing("first window, cold", "the disk's cache cannot be emptied on this system")
            return
        yield from _cold(
            in_turn({name: partial(_from_disk, start, used) for name, start in starts.items()}, COLD_ROUNDS)
        )


def _warm(runs: dict[str, list[Run]]) -> Iterator[Figure]:
    for name, told in NAMES.items():
        if name not in runs:
            yield missing(f"{told} / bare window, warm", "no dist/kursapp here: make installer")
            continue
        yield ratio_of(f"{told} / bare window, warm", _walls(runs[name]), _walls(runs["bare"]), WARM_MARK)
        own, bare = [run.cpu for run in runs[name]], [run.cpu for run in runs["bare"]]
        yield ratio_of(f"{told} / bare window, warm, processor", own, bare, WARM_MARK)


def _cold(runs: dict[str, list[Run]]) -> Iterator[Figure]:
    for name, told in NAMES.items():
        if name in runs:
            own, bare = (statistics.median(run.read for run in runs[each]) for each in (name, "bare"))
            note = f"{own:.0f} and {bare:.0f} MB read"
            yield ratio_of(f"{told} / bare window, cold", _walls(runs[name]), _walls(runs["bare"]), COLD_MARK, note)


def _from_disk(start: Callable[[], Run], data: Path) -> Run:
    forget([data])
    return start()


def _walls(runs: Sequence[Run]) -> list[float]:
    return [run.wall for run in runs]
