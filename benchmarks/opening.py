"""Opening the flagship course: from the cache against parsed anew, and parsed anew against its Markdown alone."""

from __future__ import annotations

import shutil
import tempfile
import time
from functools import partial
from pathlib import Path

from benchmarks.measure import Figure, best, processor_seconds
from benchmarks.participant import flagship
from kursapp import paths
from kursapp.content.contents import RACY_NS
from kursapp.services.open_course import CourseReader
from kursapp.worker import Worker

ROUNDS = 9
WARM_MARK = 50
COLD_MARK = 1.3
BARE = "benchmarks.plain_markdown:convert_folder"


def measure() -> list[Figure]:
    """Open a copy of the course again and again, cold and warm and bare in turn."""
    with tempfile.TemporaryDirectory() as folder:
        course = Path(folder) / "kurs"
        shutil.copytree(flagship(), course)
        # Files changed a moment ago are read again at every opening, as they must be; a course usually rests longer.
        time.sleep(RACY_NS / 1e9 + 0.1)
        cold, bare = [], []
        for number in range(ROUNDS):
            bare.append(_bare(course))
            cold.append(_cold(Path(folder) / f"cache-{number}", course))
        with Worker() as worker:
            warm = best(partial(_open, worker, Path(folder) / "cache-0", course), rounds=50)
    cold_best, bare_best = min(cold), min(bare)
    told = f"{cold_best * 1000:.0f} ms of processor cold, {warm * 1000:.2f} ms warm with its change check"
    bare_told = f"{cold_best * 1000:.0f} ms, Markdown alone {bare_best * 1000:.0f} ms"
    return [
        Figure("flagship course, cold / warm", cold_best / warm, "×", WARM_MARK, told, at_least=True),
        Figure("flagship course, cold / Python-Markdown alone", cold_best / bare_best, "×", COLD_MARK, bare_told),
    ]


def _bare(course: Path) -> float:
    """Convert the course's Markdown, no more, in a worker as warm and as new as the other."""
    with Worker() as worker:
        worker.call(BARE, str(paths.assets() / "nytt-kurs").encode())
        return processor_seconds(partial(worker.call, BARE, str(course).encode()))


def _cold(cache: Path, course: Path) -> float:
    """Open the course in a worker that is warm, and has never seen a word of it."""
    with Worker() as worker:
        _open(worker, cache.with_name(f"{cache.name}-other"), paths.assets() / "nytt-kurs")
        return processor_seconds(partial(_open, worker, cache, course))


def _open(worker: Worker, cache: Path, course: Path) -> None:
    CourseReader(worker, cache).open(course).close()
