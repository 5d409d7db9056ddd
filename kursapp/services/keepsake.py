"""The workbook and the plan out of the program: as PDF, as a Word document, on paper, and dates for the calendar."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import groupby
from pathlib import Path

from kursapp.domain.days import local_day
from kursapp.domain.exporting import Unwatched, Watch
from kursapp.domain.keepsake import Keepsake, Piece, PieceKind, answer_pieces
from kursapp.domain.plan import PlanStep
from kursapp.domain.portfolio import CourseWork, WorkItem
from kursapp.domain.problem import refusal
from kursapp.texts import amounts
from kursapp.texts.keepsake import KEEPSAKE
from kursapp.texts.phrases import Phrases


class KeepsakeKind(enum.StrEnum):
    """What the workbook is written as."""

    PDF = "pdf"
    WORD = "docx"


def workbook_keepsake(
    works: Sequence[CourseWork], plans: Iterable[PlanStep], made: date, language: str, only: str = ""
) -> Keepsake:
    """Return everything that is written in these courses, or in the item ``only``, as a document.

    ``language`` is that of the headings. Raises KursappError ``keepsake-empty`` where nothing is written.
    """
    writer = _Writer(language)
    steps = tuple(plans)
    if only:
        pieces = [piece for work in works for piece in writer.alone(work, only)]
    elif len(works) == 1:
        pieces = list(writer.course(works[0], _of(works[0], steps), 2))
    else:
        pieces = [piece for work in works for piece in writer.named_course(work, _of(work, steps))]
    if not pieces:
        raise refusal("keepsake-empty")
    return Keepsake(writer.title(works, only), language, writer.lead(made), tuple(pieces))


def plan_keepsake(title: str, steps: Sequence[PlanStep], made: date, language: str) -> Keepsake:
    """Return a plan as a document. Raises KursappError ``keepsake-empty`` where it has no steps."""
    if not steps:
        raise refusal("keepsake-empty")
    writer = _Writer(language)
    heading = writer.say("plan-of", course=title)
    return Keepsake(heading, language, writer.lead(made), (writer.plan(steps),))


def write_keepsake(document: Keepsake, kind: KeepsakeKind, path: Path, watch: Watch | None = None) -> Path:
    """Write a document and return its path.

    Raises KursappError as ``files.writing``, ``export.typesetting.typeset``, ``export-folder-missing``.
    """
    if not path.parent.is_dir():
        raise refusal("export-folder-missing", folder=path.parent)
    # What is written with takes a moment to load, and is needed by those who take something with them only.
    if kind is KeepsakeKind.PDF:
        from kursapp.export.keepsake.pdf import write_pdf

        write_pdf(document, path, watch or Unwatched())
    else:
        from kursapp.export.keepsake.word import write_word

        write_word(document, path, watch or Unwatched())
    return path


def keepsake_html(document: Keepsake) -> str:
    """Return a document as plain HTML for the printer; what a person wrote is escaped."""
    from kursapp.export.keepsake.html import keepsake_html as made

    return made(document)


def write_calendar(course: str, steps: Sequence[PlanStep], path: Path, language: str, now: datetime) -> int:
    """Write the open steps that have a day for a calendar, and return how many.

    Raises KursappError ``calendar-empty``, ``export-folder-missing``, and as ``files.writing``.
    """
    if not path.parent.is_dir():
        raise refusal("export-folder-missing", folder=path.parent)
    dated = [step for step in steps if step.is_open and step.due is not None]
    if not dated:
        raise refusal("calendar-empty")
    from kursapp.export.keepsake.calendar import write_calendar as write

    write(course, dated, path, language, now)
    return len(dated)


def _of(work: CourseWork, steps: Iterable[PlanStep]) -> tuple[PlanStep, ...]:
    return tuple(step for step in steps if step.course_id == work.course_id)


class _Writer:
    """Puts what was written under headings in one language."""

    def __init__(self, language: str) -> None:
        self._language = language
        self.say = Phrases(KEEPSAKE, language)

    def title(self, works: Sequence[CourseWork], only: str) -> str:
        found = (work.find(only) for work in works if only)
        item = next((each for each in found if each is not None), None)
        if item is not None:
            return item.title
        return self.say("title-of", course=works[0].title) if len(works) == 1 else self.say("title")

    def lead(self, made: date) -> str:
        return self.say("lead", day=amounts.day(made, self._language))

    def named_course(self, work: CourseWork, steps: Sequence[PlanStep]) -> Iterator[Piece]:
        found = list(self.course(work, steps, 3))
        if found:
            yield Piece(PieceKind.HEADING, work.title, 2)
            yield from found

    def course(self, work: CourseWork, steps: Sequence[PlanStep], level: int) -> Iterator[Piece]:
        if steps:
            yield Piece(PieceKind.HEADING, self.say("plan"), level)
            yield self.plan(steps)
        written = (item for item in work.items if item.has_words or item.left_over)
        for heading, items in groupby(written, key=self._group):
            yield Piece(PieceKind.HEADING, heading, level)
            for item in items:
                yield Piece(PieceKind.HEADING, item.title, level + 1)
                yield from self._item(item)

    def alone(self, work: CourseWork, item_id: str) -> Iterator[Piece]:
        item = work.find(item_id)
        if item is not None and (item.has_words or item.left_over):
            yield from self._item(item)

    def plan(self, steps: Sequence[PlanStep]) -> Piece:
        head = (self.say("step"), self.say("owner"), self.say("due"), self.say("status"))
        rows = tuple(
            (step.text.strip(), step.owner.strip(), self._day(step.due), self.say(step.status.value)) for step in steps
        )
        return Piece(PieceKind.TABLE, rows=(head, *rows))

    def _group(self, item: WorkItem) -> str:
        return item.placed.module_title or self.say("gone-heading")

    def _item(self, item: WorkItem) -> Iterator[Piece]:
        yield Piece(PieceKind.NOTE, self.say("gone") if item.gone else self._state(item))
        if item.item.stem.plain:
            yield Piece(PieceKind.ASKED, item.item.stem.plain)
        yield from answer_pieces(item)
        if item.left_over:
            yield Piece(PieceKind.NOTE, self.say("left-over"))
            yield Piece(PieceKind.ENTRIES, rows=tuple((said.name, said.text.strip()) for said in item.left_over))

    def _state(self, item: WorkItem) -> str:
        if not item.is_product:
            return self.say("reflection")
        if item.finished_at is None:
            return f"{self.say('product')} · {self.say('begun')}"
        day = self._day(local_day(item.finished_at))
        return f"{self.say('product')} · {self.say('finished', day=day)}"

    def _day(self, value: date | None) -> str:
        return amounts.day(value, self._language) if value is not None else ""
