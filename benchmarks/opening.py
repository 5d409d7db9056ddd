"""Opening the flagship course: from the cache against parsed anew, and parsed anew against its Markdown alone."""

from __future__ import annotations

import shutil
import tempfile
import time
from functools import partial
from pathlib import Path

from benchmarks.measure import Figure, best, processor_seconds
from benchmarks.participant import flagship
from benchmarks.plain_markdown import convert, texts_of
from kursapp.content.contents import RACY_NS
from kursapp.services.open_course import CourseReader
from kursapp.worker import Worker

ROUNDS = 9
WARM_MARK = 50
COLD_MARK = 1.3
WARM_UP = "kursapp.content.jobs:warm_up"


def measure() -> list[Figure]:
    """Open a copy of the course again and again, cold and warm and bare in turn."""
    with tempfile.TemporaryDirectory() as folder, Worker() as worker:
        course = Path(folder) / "kurs"
        shutil.copytree(flagship(), course)
        # Files changed a moment ago are read again at every opening, as they must be; a course usually rests longer.
        time.sleep(RACY_NS / 1e9 + 0.1)
        worker.call(WARM_UP)
        texts = texts_of(course)
        cold, bare = 0.0, 0.0
        for number in range(ROUNDS):
            cache = Path(folder) / f"cache-{number}"
            bare += processor_seconds(partial(convert, texts)) / ROUNDS
            cold += processor_seconds(partial(_open, worker, cache, course)) / ROUNDS
        warm = best(partial(_open, worker, Path(folder) / "cache-0", course), rounds=50)
    told = f"{cold * 1000:.0f} ms of processor cold, {warm * 1000:.2f} ms warm with its change check"
    bare_told = f"{cold * 1000:.0f} ms, Markdown alone {bare * 1000:.0f} ms"
    return [
        Figure("flagship course, cold / warm", cold / warm, "×", WARM_MARK, told, at_least=True),
        Figure("flagship course, cold / Python-Markdown alone", cold / bare, "×", COLD_MARK, bare_told),
    ]


def _open(worker: Worker, cache: Path, course: Path) -> None:
    CourseReader(worker, cache).open(course).close()
