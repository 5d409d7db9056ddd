"""How cost grows: each thing at three sizes, and the exponent of it. Nothing is to be worse than n log n.

Processor time, the least of a few rounds: only how it grows is asked.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from benchmarks import exponent, interchange, notebook, review, search
from benchmarks.answering import answering
from benchmarks.figure import Figure, amount
from benchmarks.flagship import flagship
from benchmarks.generated_course import write_course
from benchmarks.measure import processor_seconds, run_python
from benchmarks.scale import of
from kursapp import paths
from kursapp.interchange.gift_reader import read_gift
from kursapp.services.check_course import check_course
from kursapp.services.clock import SystemClock
from kursapp.services.notebook import Outlines, note_rows
from kursapp.services.open_course import CourseReader
from kursapp.services.own_search import OwnSearch
from kursapp.services.participant import Participant
from kursapp.services.review import Review
from kursapp.storage.course_index.course_index import CourseIndex
from kursapp.storage.participant.profile_file import open_profile
from kursapp.ui.participant.notes.work import gather
from kursapp.worker import Worker

ROUNDS = of(3, 1)
TIMES = 20
"""How often something short is done in one go: a worker's processor time is counted in hundredths of a second."""

Costs = dict[str, list[float]]
Sizes = Sequence[int]

SESSIONS: Sizes = of(250, 5), of(500, 10), of(1_000, 20)
INDEXED: Sizes = of(2_500, 50), of(5_000, 100), of(10_000, 200)
CARDS: Sizes = of(5_000, 200), of(10_000, 400), of(20_000, 800)
NOTES: Sizes = of(12_500, 200), of(25_000, 400), of(50_000, 800)
QUESTIONS: Sizes = of(2_500, 50), of(5_000, 100), of(10_000, 200)
ANSWERED: Sizes = of(1_000, 20), of(4_000, 40), of(16_000, 80)
FILES: Sizes = of(500, 5), of(1_000, 10), of(2_000, 20)
ROWS: Sizes = of(25_000, 500), of(100_000, 1_000), of(400_000, 2_000)


def measure() -> Iterator[Figure]:
    """Measure each family of things at its sizes."""
    families: tuple[tuple[str, Sizes, Callable[[Path, int], dict[str, float]]], ...] = (
        ("sessions", SESSIONS, _courses),
        ("sessions", INDEXED, _index),
        ("cards", CARDS, _review),
        ("notes", NOTES, _notes),
        ("questions", QUESTIONS, _questions),
        ("answers before", ANSWERED, _saving),
        ("files", FILES, _collecting),
        ("rows", ROWS, _exports),
    )
    for what, sizes, costs_at in families:
        costs: Costs = {}
        for size in sizes:
            with tempfile.TemporaryDirectory() as folder:
                for name, cost in costs_at(Path(folder), size).items():
                    costs.setdefault(name, []).append(cost)
        yield from (_fitted(name, what, sizes, each) for name, each in costs.items())


def _fitted(name: str, what: str, sizes: Sizes, costs: Sequence[float]) -> Figure:
    spent = ", ".join(amount(cost) for cost in costs)
    note = f"{', '.join(f'{size:,}' for size in sizes)} {what}: {spent}"
    # What costs nothing that the clock can see does not grow.
    seen = [max(cost, 1e-6) for cost in costs]
    return Figure(f"{name}: exponent", exponent.fitted(sizes, seen), "", round(exponent.mark(sizes), 2), note)


def _least(call: Callable[[], object], rounds: int = ROUNDS) -> float:
    return min(processor_seconds(call) for _ in range(rounds))


def _courses(folder: Path, sessions: int) -> dict[str, float]:
    course = write_course(folder / "course", sessions)
    with Worker() as worker:
        CourseReader(worker, folder / "other").open(paths.assets() / "nytt-kurs").close()
        fresh = iter(range(ROUNDS))
        cold = _least(lambda: CourseReader(worker, folder / str(next(fresh))).open(course).close())
        reader = CourseReader(worker, folder / "0")
        warm = _least(lambda: [reader.open(course).close() for _ in range(TIMES)]) / TIMES
        check = _least(lambda: check_course(reader, course))
        file = course / "okter/0002.md"

        def edited() -> None:
            file.write_text(file.read_text("utf-8") + "\nDette kom til.\n", "utf-8")
            reader.open(course).close()

        edit = _least(edited)
    return {"course, cold": cold, "course, warm": warm, "course, one page edited": edit, "check again": check}


def _index(folder: Path, sessions: int) -> dict[str, float]:
    words = search.Words(search.sentences(folder / "cache"))
    index = CourseIndex(folder / "search.db")
    indexing = processor_seconds(partial(search.index_sessions, index, words, sessions))
    queries = list(words.queries())
    finding = _least(lambda: [index.find(query, (), "", 50) for query in queries])
    index.close()
    return {"search, indexing": indexing, "search, finding": finding / len(queries)}


def _review(folder: Path, cards: int) -> dict[str, float]:
    profile = open_profile(folder / "profil.db", create=True)
    review.fill(profile, cards, 3 * cards)
    opened = Review(profile, review.Then())
    opens = _least(lambda: (opened.overview(), opened.queue()))
    profile.close()
    return {"review, the queue opens": opens}


def _notes(folder: Path, notes: int) -> dict[str, float]:
    participant = Participant(open_profile(folder / "profil.db", create=True), SystemClock())
    participant.profile.notes.save(*map(notebook.note, range(notes)))
    read = _least(lambda: gather(participant))
    found, _removed, titles = gather(participant)
    order = _least(lambda: note_rows(found, (), titles, Outlines()))
    own = OwnSearch(participant.profile)
    indexing = processor_seconds(partial(search.index_notes, own))
    participant.close()
    return {"notes, read": read, "notes, in order": order, "notes, indexing": indexing}


def _questions(_folder: Path, questions: int) -> dict[str, float]:
    text = interchange.bank(questions)
    return {"GIFT, read": _least(lambda: read_gift(text, "bank.gift"))}


def _saving(folder: Path, answers: int) -> dict[str, float]:
    with answering(flagship(), folder / "answering") as desk:
        questions = desk.questions
        with desk.profile.transaction():
            for number in range(answers):
                desk.answer(questions[number % len(questions)])
        save = _least(lambda: [desk.answer(question) for question in questions[:TIMES]]) / TIMES
    return {"a durable answer": save}


def _collecting(folder: Path, files: int) -> dict[str, float]:
    data = folder / "data"

    def work(*words: str) -> dict[str, float]:
        told: dict[str, float] = json.loads(run_python("-m", "benchmarks.collection_run", *words, data=data).printed)
        return told

    told = work("collect", str(work("settle", str(files))["cohort"]))
    return {f"answer files, {name}": told[name] for name in ("collect", "close", "results")}


def _exports(folder: Path, rows: int) -> dict[str, float]:
    words = ("-m", "benchmarks.exports_run", "csv", str(rows), str(folder))
    return {"csv": float(json.loads(run_python(*words, data=folder / "data").printed)["seconds"])}
