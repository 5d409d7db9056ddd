"""Turning pages in the real window: in six days, with a hundred courses on the shelf, and in a thousand sessions."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.figure import Figure
from benchmarks.flagship import FLAGSHIP
from benchmarks.generated_course import write_course
from benchmarks.measure import percentile, run_python
from benchmarks.participant import settle_in
from benchmarks.scale import of
from kursapp.services.open_course import CourseReader
from kursapp.worker import Worker

PROSE_MARK, ITEMS_MARK, STALL_MARK = 16, 50, 50
COURSES, SESSIONS, PAGES = of(100, 4), of(1_000, 20), of(60, 6)
LONG = "langt-kurs"

Turns = list[tuple[str, tuple[float, float]]]


def measure() -> Iterator[Figure]:
    """Turn pages with Neste, and jump about, on each shelf."""
    yield from _walked("6 days", FLAGSHIP, {}, of(1_000, 8))
    hundred = {f"kurs-{number:03}": 6 for number in range(COURSES)}
    yield from _walked(f"{COURSES} courses", FLAGSHIP, hundred, PAGES)
    yield from _walked(f"{SESSIONS:,} sessions", LONG, {LONG: SESSIONS}, PAGES)


def _walked(name: str, course_id: str, courses: dict[str, int], pages: int) -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        settle_in(data)
        with Worker() as worker:
            for other, sessions in courses.items():
                written = write_course(data / "courses" / other / "1.0.0", sessions, other)
                CourseReader(worker, data / "cache").open(written).close()
        told = json.loads(run_python("-m", "benchmarks.pages_run", course_id, str(pages), data=data).printed)
    for kind, called, mark in (("prose", "of prose", PROSE_MARK), ("items", "with questions", ITEMS_MARK)):
        if any(its_kind == kind for its_kind, _ in told["turned"]):
            yield _turning(f"{name}: Neste, to a page {called}", told["turned"], kind, mark)
    jumps = [("any", took) for _, took in told["jumped"]]
    yield _turning(f"{name}: a jump to a page not made ready", jumps, "any", None)
    stalls = told["stalls"]
    note = f"the longest {max(stalls):.0f}"
    yield Figure(f"{name}: stall while a page is completed, p99", percentile(stalls, 99), "ms", STALL_MARK, note)


def _turning(name: str, turns: Turns, kind: str, mark: int | None) -> Figure:
    took = [wall for its_kind, (wall, _) in turns if its_kind == kind]
    work = [own for its_kind, (_, own) in turns if its_kind == kind]
    half = f"half take {percentile(took, 50):.1f}"
    note = f"of {len(took)}; {half}; the window's own work {percentile(work, 95):.1f}, half {percentile(work, 50):.1f}"
    return Figure(f"{name}, p95", percentile(took, 95), "ms", mark, note)
