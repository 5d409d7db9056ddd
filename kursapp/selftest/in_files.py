"""What is examined without the window: sentences and pictures, answers sealed and opened, results written."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

from PySide6.QtGui import QImageReader

from kursapp.content.media import IMAGES
from kursapp.domain.exporting import ExportKind, Unwatched
from kursapp.domain.plan import PlanStep
from kursapp.selftest.finding import UnexpectedError
from kursapp.services.clock import SystemClock
from kursapp.services.coordinator import Coordinator
from kursapp.services.coordinator_door import CoordinatorDoor
from kursapp.services.keepsake import KeepsakeKind, plan_keepsake, write_calendar, write_keepsake
from kursapp.services.offer_forms import OfferedCourse
from kursapp.services.simulate import Simulated, simulate
from kursapp.storage.stems import Stems
from kursapp.ui import i18n

PEOPLE, SEED = 8, 7
STARTS = date(2026, 1, 12)
STEP = PlanStep("1", "kurs", 1, "Les veilederen", due=STARTS)
ZIP, PDF, ICS = b"PK\x03\x04", b"%PDF-", b"BEGIN:VCALENDAR"
MAGIC = {ExportKind.XLSX: ZIP, ExportKind.PDF: PDF}


def languages(folder: Path) -> str:
    """Find every catalogue of the program's sentences."""
    worn = i18n.language()
    seen = []
    try:
        for language in ("nb", "nn", "en"):
            i18n.use(language, folder)
            seen.append(i18n._("Innstillinger"))
    finally:
        i18n.use(worn, folder)
    if len(set(seen)) < 2:
        raise UnexpectedError(", ".join(seen))
    return ", ".join(seen)


def pictures() -> str:
    """See that every kind of picture a course may hold can be drawn."""
    drawn = {bytes(each.data()).decode() for each in QImageReader.supportedImageFormats()}
    if missing := IMAGES - drawn:
        raise UnexpectedError(", ".join(sorted(missing)))
    return ", ".join(sorted(IMAGES))


def stems() -> str:
    """See that words are found by their stems."""
    of = Stems().of
    found = [of(word) for word in ("fristen", "frister", "frist")]
    if len(set(found)) != 1:
        raise UnexpectedError(", ".join(found))
    return found[0]


class CohortExamination:
    """Made-up people answer a form; their sealed files are collected, and the results written."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "svar"
        self._folder.mkdir()
        self._door = CoordinatorDoor(folder, SystemClock())
        self._coordinator: Coordinator | None = None
        self._made: Simulated | None = None

    def close(self) -> None:
        """Close the collection if it is open."""
        if self._coordinator is not None:
            self._coordinator.close()

    def answers(self, course: OfferedCourse) -> str:
        """Seal the answers of a few people, open them, and close the round."""
        self._coordinator = coordinator = self._door.simulated()
        self._made = made = simulate(coordinator, course, self._folder, count=PEOPLE, seed=SEED, starts=STARTS)
        coordinator.collect(made.card.id, made.files)
        card = coordinator.close_round(made.card.id, made.form_id)
        if card.persons != PEOPLE:
            raise UnexpectedError(f"{card.persons} / {PEOPLE}")
        return f"{card.persons} .svar, {made.form_id}"

    def results(self, kind: ExportKind) -> str:
        """Write the results in one format, and see that they are of it."""
        if self._coordinator is None or self._made is None:
            raise UnexpectedError("0 .svar")
        path = self._folder / f"resultater.{kind.value}"
        self._coordinator.export(self._made.card.id, self._made.form_id, kind, path, Unwatched())
        return _looked_at(path, MAGIC[kind])


def word(folder: Path) -> str:
    """Write a plan of a step as a Word document."""
    document = plan_keepsake("Planen", [STEP], STARTS, "nb")
    return _looked_at(write_keepsake(document, KeepsakeKind.WORD, folder / "plan.docx"), ZIP)


def calendar(folder: Path) -> str:
    """Write a plan of a step as a calendar."""
    path = folder / "plan.ics"
    write_calendar("Planen", [STEP], path, "nb", SystemClock().now())
    return _looked_at(path, ICS)


def _looked_at(path: Path, begins: bytes) -> str:
    data = path.read_bytes()
    if not data.startswith(begins):
        raise UnexpectedError(path.name)
    if begins == ZIP:
        with zipfile.ZipFile(path) as archive:
            if (damaged := archive.testzip()) is not None:
                raise UnexpectedError(damaged)
    return f"{len(data):,} B".replace(",", " ")
