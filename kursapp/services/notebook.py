"""Mine notater: everything marked and noted in all courses, in the order of the courses; and out of the house."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from kursapp.domain.annotation import Annotation
from kursapp.domain.course import Course
from kursapp.domain.days import local_day
from kursapp.domain.exporting import Watch
from kursapp.domain.notebook import Entry, Notebook, NotedCourse, NotedPage, NotedPart
from kursapp.domain.problem import refusal
from kursapp.services.open_course import OpenedCourse

MOST_PRINTED = 500
"""Entries printed at once: a printer's pages are made while the window waits."""
GONE = 1_000_000
"""Stands after every page there is."""


class PagePlace(NamedTuple):
    """Where a page stands in its course now. ``part`` is the title of its day or part, ``day`` the day's number."""

    order: tuple[int, int, int]
    session_id: str
    title: str
    part: str
    day: int | None


@dataclass(frozen=True, slots=True)
class NoteRow:
    """An annotation with the names it is shown by.

    ``here``: the course is on this machine; ``page`` is then where its page stands, None where it has been taken out.
    """

    note: Annotation
    course: str
    here: bool
    page: PagePlace | None

    @property
    def page_title(self) -> str:
        """Return what the page is called, or was called when it is gone."""
        return self.page.title if self.page else self.note.page_title

    @property
    def part(self) -> str:
        """Return the title of the day or part; empty where it is not known."""
        return self.page.part if self.page else ""

    @property
    def lost(self) -> bool:
        """Say whether the words it hangs on are not in the course's text any more."""
        return self.note.lost or (self.here and self.page is None)


class Outlines:
    """The pages of the courses by id, worked out once for each course that is open."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[Course, dict[str, PagePlace]]] = {}

    def of(self, opened: OpenedCourse) -> dict[str, PagePlace]:
        """Return a course's pages."""
        course = opened.course
        known = self._known.get(course.id)
        if known is None or known[0] is not course:
            known = self._known[course.id] = (course, _pages(course))
        return known[1]


def _pages(course: Course) -> dict[str, PagePlace]:
    return {
        page.id: PagePlace((first, second, third), head.id, page.title, module.title, module.day)
        for first, module in enumerate(course.modules)
        for second, head in enumerate(module.sessions)
        for third, page in enumerate(head.pages)
    }


def note_rows(
    notes: Iterable[Annotation], shelf: Sequence[OpenedCourse], titles: Mapping[str, str], outlines: Outlines
) -> tuple[NoteRow, ...]:
    """Return annotations in the order of the courses and their pages; ``titles`` are of courses begun, by id.

    Courses that are not on the shelf come last. Touches no file.
    """
    places = {opened.course.id: (number, opened, outlines.of(opened)) for number, opened in enumerate(shelf)}
    keyed: list[tuple[tuple[object, ...], NoteRow]] = []
    for note in notes:
        there = places.get(note.course_id)
        if there is None:
            row = NoteRow(note, titles.get(note.course_id) or note.course_id, False, None)
            number, order = GONE, (GONE, 0, 0)
        else:
            page = there[2].get(note.page_id)
            row = NoteRow(note, there[1].course.title, True, page)
            number, order = there[0], page.order if page else (GONE, 0, 0)
        anchor = note.anchor
        key = (number, row.course, note.course_id, order, note.page_id, bool(anchor.quote), anchor.part, anchor.start)
        keyed.append(((*key, note.created_at, note.id), row))
    keyed.sort(key=_key)
    return tuple(row for _key, row in keyed)


def _key(pair: tuple[tuple[object, ...], NoteRow]) -> tuple[object, ...]:
    return pair[0]


# Out of the house -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class About:
    """What the file says of itself: when it was made, in which language, and what the notes were chosen by."""

    made: datetime
    language: str = "nb"
    chosen: str = ""
    no_part: str = ""
    """The heading over pages of which no day or part is known."""


def notebook_of(rows: Sequence[NoteRow], about: About) -> Notebook:
    """Gather rows, which stand in their order, under their courses, days and pages."""
    courses = []
    for _id, of_course in groupby(rows, key=lambda row: row.note.course_id):
        held = list(of_course)
        parts = tuple(
            NotedPart(title or about.no_part, tuple(_noted_pages(list(of_part))))
            for title, of_part in groupby(held, key=lambda row: row.part)
        )
        courses.append(NotedCourse(held[0].course, parts, held[0].here))
    return Notebook(tuple(courses), _day(about.made), about.language, about.chosen)


def _noted_pages(rows: list[NoteRow]) -> Iterable[NotedPage]:
    for _id, of_page in groupby(rows, key=lambda row: row.note.page_id):
        held = list(of_page)
        yield NotedPage(held[0].page_title, tuple(_entry(row) for row in held))


def _entry(row: NoteRow) -> Entry:
    note = row.note
    return Entry(_day(note.created_at), note.anchor.quote, note.words, note.colour, row.lost)


def _day(moment: datetime) -> date:
    return local_day(moment)


def write_notes(rows: Sequence[NoteRow], about: About, path: Path, watch: Watch) -> Path:
    """Write notes as a PDF or as Markdown, by the ending of ``path``, and return it.

    Raises KursappError ``export-folder-missing`` and as ``export.notes.write.write_notebook``.
    """
    # typst takes a moment to load, and is needed by those who save only.
    from kursapp.export.notes.write import write_notebook

    if not path.parent.is_dir():
        raise refusal("export-folder-missing", folder=path.parent)
    write_notebook(notebook_of(rows, about), path, watch)
    return path


def notes_on_paper(rows: Sequence[NoteRow], about: About) -> str:
    """Return notes as HTML to be printed. Raises KursappError ``notes-too-many-to-print``."""
    from kursapp.export.notes.paper import notebook_html

    if len(rows) > MOST_PRINTED:
        raise refusal("notes-too-many-to-print", count=len(rows), most=MOST_PRINTED)
    return notebook_html(notebook_of(rows, about))
