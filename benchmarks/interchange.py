"""What a question bank costs to bring in: ten thousand GIFT questions, read and written as a course's own text."""

from __future__ import annotations

import tempfile
from pathlib import Path

from benchmarks.figure import Figure
from benchmarks.measure import best
from benchmarks.scale import of
from kursapp import paths
from kursapp.interchange.gift_reader import read_gift
from kursapp.services.import_questions import import_questions
from kursapp.services.new_course import new_course
from kursapp.services.open_course import CourseReader
from kursapp.worker import Worker

QUESTIONS = of(10_000, 200)
PER_SECOND = 2_000.0
ROUNDS = of(3, 1)


def measure() -> list[Figure]:
    """Read the questions, and import them whole into a new course."""
    text = bank(QUESTIONS)
    reading = best(lambda: read_gift(text, "bank.gift"), ROUNDS)
    whole = min(_imported(text) for _ in range(ROUNDS))
    return [
        Figure(f"{QUESTIONS:,} GIFT questions read, a second", QUESTIONS / reading, "", PER_SECOND, at_least=True),
        Figure(f"{QUESTIONS:,} GIFT questions imported, a second", QUESTIONS / whole, "", PER_SECOND, at_least=True),
    ]


def _imported(text: str) -> float:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        worker = Worker()
        new_course(paths.assets() / "nytt-kurs", root / "kurs")
        (root / "bank.gift").write_text(text, encoding="utf-8")
        reader = CourseReader(worker, root / "cache")
        reader.open(root / "kurs").close()
        taken = best(lambda: import_questions(reader, root / "bank.gift", root / "kurs"), 1)
        worker.close()
        return taken


def bank(count: int) -> str:
    """Return a bank of every kind in turn."""
    kinds = (
        "::Spørsmål {n}::[html]Hva gjør du <b>først</b> i sak {n}? "
        "{{\n\t=Vurderer sikkerheten#Riktig.\n\t~Venter#Nei.\n\t~Ringer#Vent.\n}}",
        "Påstand {n} er sann {{T#Nei#Ja}}",
        "Hvor mange uker er fristen i sak {n}? {{#11..13}}",
        "Hvem avgjør sak {n}? {{=nemnda =barneverns- og helsenemnda ####Se loven § 12-3.}}",
        "Koble i sak {n} {{=melding -> en uke =undersøkelse -> tre måneder}}",
    )
    return "\n\n".join(kinds[n % len(kinds)].format(n=n) for n in range(count)) + "\n"
