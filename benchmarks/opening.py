"""Opening courses of three sizes: read anew against their Markdown alone, from the cache, and with one page edited."""

from __future__ import annotations

import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.figure import Figure, amount, median_of, ratio_of
from benchmarks.flagship import flagship
from benchmarks.generated_course import write_course
from benchmarks.measure import in_turn, processor_seconds, seconds
from benchmarks.plain_markdown import texts_of
from benchmarks.scale import of
from kursapp import paths
from kursapp.content.codec import encode
from kursapp.content.contents import RACY_NS
from kursapp.content.exchange import FileData
from kursapp.services.open_course import CourseReader
from kursapp.worker import Worker

WARM_MARK, COLD_MARK, EDIT_MARK = 60, 1.3, 1.5
BARE, PARSE = "benchmarks.plain_markdown:convert_folder", "kursapp.content.jobs:parse_session"
MOST_SECONDS = 600
COURSES, SESSIONS_IN_EACH = of(100, 4), 6
SESSIONS = of(1_000, 20)
ROUNDS, WARM_ROUNDS, EDITS = of(9, 1), of(25, 3), of(9, 2)
ROUNDS_OF_MANY = of(3, 1)
SENTENCE = "\nDette er skrevet til nå, og det er utgave {number}.\n"


@dataclass(frozen=True)
class Shelf:
    """Courses that are opened one after another, and the session file of one of them that is edited."""

    name: str
    courses: Sequence[Path]
    edited: str
    rounds: int


def measure() -> Iterator[Figure]:
    """Open the courses of each shelf, cold and bare in turn, then warm and edited in turn."""
    with tempfile.TemporaryDirectory() as folder:
        for shelf in _shelves(Path(folder)):
            caches = Path(folder) / "caches" / shelf.name
            yield from _cold(shelf, caches)
            yield from _warm(shelf, caches / "0")


def _shelves(folder: Path) -> Sequence[Shelf]:
    six_days = folder / "six-days"
    shutil.copytree(flagship(), six_days)
    many = [write_course(folder / f"course-{number:03}", SESSIONS_IN_EACH) for number in range(COURSES)]
    long = write_course(folder / "long", SESSIONS)
    # Files changed a moment ago are read again at every opening, as they must be; a course usually rests longer.
    time.sleep(RACY_NS / 1e9 + 0.1)
    return (
        Shelf("6 days", [six_days], "dag-1/01-hvorfor-finnes-vi.md", ROUNDS),
        Shelf(f"{COURSES} courses", many, "okter/0003.md", ROUNDS_OF_MANY),
        Shelf(f"{SESSIONS:,} sessions", [long], f"okter/{SESSIONS // 2:04}.md", ROUNDS_OF_MANY),
    )


def _cold(shelf: Shelf, caches: Path) -> Iterator[Figure]:
    caches.mkdir(parents=True)
    fresh = iter(range(shelf.rounds))
    calls = {"own": lambda: _read_anew(shelf, caches / str(next(fresh))), "bare": lambda: _bare(shelf)}
    told = in_turn(calls, shelf.rounds, warm_up=False)
    size = sum(len(text.encode()) for course in shelf.courses for text in texts_of(course)) / 1e6
    name, note = f"{shelf.name}, cold / Python-Markdown alone", f"{size:.1f} MB"
    yield ratio_of(name, told["own"], told["bare"], COLD_MARK, note)
    for whose, key in (("cold", "own"), ("Python-Markdown alone", "bare")):
        yield median_of(f"{shelf.name}, {whose}", [size / spent for spent in told[key]], "MB/s", at_least=True)


def _warm(shelf: Shelf, cache: Path) -> Iterator[Figure]:
    with Worker() as worker:
        reader = CourseReader(worker, cache)
        opens = partial(_open, reader, shelf.courses)
        opens()
        # By the clock, for it is short and nearly all in this process; of processor a warm worker's ticks are too long.
        cold = _read_anew(shelf, cache.with_name("again"), clock=seconds)
        warm = [seconds(opens) for _ in range(WARM_ROUNDS)]
        ratios = [cold / one for one in warm]
        note = f"{amount(cold)} and {amount(statistics.median(warm))}, change check included"
        yield median_of(f"{shelf.name}, cold / warm", ratios, "×", WARM_MARK, note, at_least=True)
        yield _edited(shelf, worker, opens)


def _edited(shelf: Shelf, worker: Worker, opens: Callable[[], None]) -> Figure:
    """Write a sentence into one session, and open; against parsing that file alone and opening unchanged."""
    file = shelf.courses[len(shelf.courses) // 2] / shelf.edited
    numbers = iter(range(EDITS + 1))
    text = file.read_text("utf-8")

    def edit() -> float:
        file.write_text(text + SENTENCE.format(number=next(numbers)), "utf-8")
        # As if written a while ago: else the warm opening after it would be dearer, and this look the cheaper for it.
        os.utime(file, ns=(0, time.time_ns() - 2 * RACY_NS))
        return seconds(opens)

    def parse() -> float:
        payload = encode(FileData(shelf.edited, file.read_bytes()))
        return seconds(lambda: worker.call(PARSE, payload, MOST_SECONDS))

    told = in_turn({"edited": edit, "parse": parse, "warm": lambda: seconds(opens)}, EDITS)
    both = [parsed + warm for parsed, warm in zip(told["parse"], told["warm"], strict=True)]
    name = f"{shelf.name}, one page edited / (its file parsed + warm)"
    return ratio_of(name, told["edited"], both, EDIT_MARK)


def _bare(shelf: Shelf) -> float:
    """Convert the courses' Markdown, no more, in a worker as warm and as new as the other; return processor seconds."""
    with Worker() as worker:
        worker.call(BARE, str(paths.assets() / "nytt-kurs").encode())

        def convert() -> None:
            for course in shelf.courses:
                worker.call(BARE, str(course).encode(), MOST_SECONDS)

        return processor_seconds(convert)


def _read_anew(shelf: Shelf, cache: Path, clock: Callable[[Callable[[], object]], float] = processor_seconds) -> float:
    """Open the courses in a worker that is warm, and has never seen a word of them."""
    with Worker() as worker:
        _open(CourseReader(worker, cache.with_name(f"{cache.name}-other")), [paths.assets() / "nytt-kurs"])
        return clock(partial(_open, CourseReader(worker, cache), shelf.courses))


def _open(reader: CourseReader, courses: Sequence[Path]) -> None:
    for course in courses:
        reader.open(course).close()
