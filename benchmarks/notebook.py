"""Mine notater with fifty thousand notes: what the screen's thread waits for, and what is done behind it."""

from __future__ import annotations

import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication

from benchmarks.figure import Figure
from benchmarks.measure import best
from benchmarks.scale import of
from kursapp import paths
from kursapp.domain.annotation import COLOURS, Anchor, Annotation, AnnotationKind
from kursapp.domain.exporting import Unwatched
from kursapp.services.clock import SystemClock
from kursapp.services.notebook import About, NoteRow, Outlines, note_rows, write_notes
from kursapp.services.participant import Participant
from kursapp.storage.participant.profile_file import open_profile
from kursapp.ui.participant.notes.list import NoteList
from kursapp.ui.participant.notes.sieve import Sieve
from kursapp.ui.participant.notes.work import gather
from kursapp.ui.theme.theme import Look, Theme

NOTES, IN_PDF = of(50_000, 1_000), of(1_000, 50)
SHOWN, SIFTED = 50.0, 50.0
AT = datetime(2026, 3, 9, 12, tzinfo=UTC)
QUOTE = "Kommunen skal sørge for at barn og foreldre får nødvendig hjelp til rett tid."


def note(number: int) -> Annotation:
    """Make one of many notes, on three hundred pages."""
    anchor = Anchor(QUOTE, "foran", "etter", number % 4, number)
    words = f"Notat {number}: ta dette opp på neste møte." if number % 3 else ""
    page = f"side-{number % 300:03}"
    colour = COLOURS[number % len(COLOURS)]
    kind = AnnotationKind.HIGHLIGHT
    return Annotation(uuid.UUID(int=number).hex, kind, "kurs", "økt", page, page, anchor, colour, words, AT, AT)


@contextmanager
def filled() -> Iterator[Participant]:
    """Open a profile with all the notes."""
    with tempfile.TemporaryDirectory() as folder:
        participant = Participant(open_profile(Path(folder) / "profil.db", create=True), SystemClock())
        participant.profile.notes.save(*map(note, range(NOTES)))
        yield participant
        participant.close()


def measure() -> list[Figure]:
    """Read the notes, put them in order, show them, sift them, and write some."""
    with filled() as participant:
        figures = [
            Figure(f"read {NOTES:,} notes (profile's thread)", 1000 * best(lambda: gather(participant), 3), "ms")
        ]
        notes, _removed, titles = gather(participant)
    order = 1000 * best(lambda: note_rows(notes, (), titles, Outlines()), 3)
    figures.append(Figure(f"put {NOTES:,} notes in order (reading thread)", order, "ms"))
    rows = note_rows(notes, (), titles, Outlines())
    return [*figures, *_on_screen(list(rows)), *_written(rows)]


def _on_screen(rows: list[NoteRow]) -> list[Figure]:
    application = QApplication.instance() or QApplication(["benchmark", "-style", "fusion"])
    assert isinstance(application, QApplication)
    theme = Theme(application, paths.assets(), Look("light"))
    theme.dress_application()
    theme.wake()
    shown = NoteList(theme)
    shown.resize(480, 640)
    shown.show()

    def show() -> None:
        shown.show_rows(list(rows), rows[-1].note.id)
        shown.grab()

    one_day = Sieve(kind="pink", found=frozenset(row.note.id for row in rows[::2]))
    figures = [
        Figure(f"show {NOTES:,} notes at the last", 1000 * best(show), "ms", SHOWN),
        Figure(f"sift {NOTES:,} notes by search and colour", 1000 * best(lambda: one_day.sift(rows)), "ms", SIFTED),
    ]
    shown.close()
    return figures


def _written(rows: tuple[NoteRow, ...]) -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        pdf, markdown = Path(folder) / "notater.pdf", Path(folder) / "notater.md"
        few = rows[:IN_PDF]
        return [
            Figure(f"{IN_PDF:,} notes as PDF", best(lambda: write_notes(few, About(AT), pdf, Unwatched()), 2), "s"),
            Figure(
                f"{NOTES:,} notes as Markdown",
                best(lambda: write_notes(rows, About(AT), markdown, Unwatched()), 2),
                "s",
            ),
        ]
