"""A bank of questions taken into a course, with pictures."""

from __future__ import annotations

from pathlib import Path

from kursapp import paths
from kursapp.domain.problem import Severity
from kursapp.services.import_questions import import_questions
from kursapp.services.new_course import new_course
from tests.faults.operations.courses import reader_of
from tests.faults.operations.operation import NEW, OLD
from tests.services.test_import_questions import PNG, with_pictures

TITLE, QUESTIONS = "Se kart", 2


class ImportingQuestions:
    """Two questions with a picture, from another system's file, into a course that somebody writes."""

    name = "import av spørsmål"

    def prepare(self, world: Path) -> None:
        """Make the course and the file."""
        new_course(paths.assets() / "nytt-kurs", world / "kurs")
        (world / "bank.xml").write_bytes(with_pictures())

    def do(self, world: Path) -> None:
        """Import the file; one that is in the course is not imported once more."""
        if not _imported(world):
            import_questions(reader_of(world), world / "bank.xml", world / "kurs")

    def state(self, world: Path) -> str:
        """Say whether the course has none of the questions or all, with their picture, and no error."""
        opened = reader_of(world).open(world / "kurs")
        errors = [found.code for found in opened.problems if found.severity is Severity.ERROR]
        opened.close()
        if errors:
            return f"kurset har feil: {errors}"
        count = _imported(world)
        if not count:
            return OLD
        pictures = [path.read_bytes() for path in (world / "kurs/media").rglob("*.png")]
        return NEW if count == QUESTIONS and PNG in pictures else f"{count} av {QUESTIONS} spørsmål"


def _imported(world: Path) -> int:
    opened = reader_of(world).open(world / "kurs")
    heads = opened.course.sessions(banks=True)
    opened.close()
    return sum(item.title == TITLE for head in heads for page in head.pages for item in page.items)
