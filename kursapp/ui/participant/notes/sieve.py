"""Which notes are shown: what the person has chosen in the menus, and what the search has found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kursapp.services.notebook import NoteRow
from kursapp.ui.i18n import _
from kursapp.ui.participant.notes.words import colour_words, kinds

LOST = "lost"
WRITTEN = "written"
DAY, PART = "day:", "part:"


@dataclass(frozen=True, slots=True)
class Sieve:
    """Empty fields let everything through.

    ``part`` is ``day:3`` (day 3 of any course) or ``part:`` and a title; ``found`` are the ids a search found, None
    where nothing is searched for.
    """

    kind: str = ""
    colour: str = ""
    course: str = ""
    part: str = ""
    found: frozenset[str] | None = None

    def sift(self, rows: Iterable[NoteRow]) -> list[NoteRow]:
        """Return the rows let through, in their order."""
        return [row for row in rows if self._lets_through(row)]

    def _lets_through(self, row: NoteRow) -> bool:
        note = row.note
        return (
            (not self.course or note.course_id == self.course)
            and (not self.colour or note.colour == self.colour)
            and (self.found is None or note.id in self.found)
            and (not self.kind or self._is_kind(row))
            and (not self.part or self._is_part(row))
        )

    def _is_kind(self, row: NoteRow) -> bool:
        if self.kind == LOST:
            return row.lost
        if self.kind == WRITTEN:
            return bool(row.note.words)
        return row.note.kind == self.kind

    def _is_part(self, row: NoteRow) -> bool:
        if self.part.startswith(DAY):
            return row.page is not None and f"{DAY}{row.page.day}" == self.part
        return f"{PART}{row.part}" == self.part

    def is_open(self) -> bool:
        """Say whether everything is let through."""
        return self == Sieve()

    def in_words(self, courses: Sequence[tuple[str, str]], searched: str) -> str:
        """Return what was chosen, as it stands on paper; empty where it is everything."""
        told = [
            dict(kinds()).get(self.kind, ""),
            colour_words(self.colour).lower() if self.colour else "",
            dict(courses).get(self.course, ""),
            part_words(self.part),
            _("søk etter «{words}»").format(words=searched) if self.found is not None else "",
        ]
        return ", ".join(each for each in told if each)


def part_words(part: str) -> str:
    """Return what a day or part is called in the menu."""
    if part.startswith(DAY):
        return _("Dag {number}").format(number=part.removeprefix(DAY))
    return part.removeprefix(PART)


def courses_of(rows: Iterable[NoteRow]) -> list[tuple[str, str]]:
    """Return the courses of some rows, id and what the menu calls them, those that are not here told apart."""
    found: dict[str, str] = {}
    for row in rows:
        if row.note.course_id not in found:
            gone = _("{course} (ikke på maskinen)").format(course=row.course)
            found[row.note.course_id] = row.course if row.here else gone
    return list(found.items())


def parts_of(rows: Iterable[NoteRow], course: str) -> list[tuple[str, str]]:
    """Return the days there are notes from; of one ``course`` its other parts too."""
    found: dict[str, tuple[tuple[int, int, int], str]] = {}
    for row in rows:
        if row.page is None or (course and row.note.course_id != course):
            continue
        if row.page.day is not None and not course:
            found.setdefault(f"{DAY}{row.page.day}", ((row.page.day, 0, 0), ""))
        elif course:
            found.setdefault(f"{PART}{row.part}", (row.page.order, ""))
    return [(value, part_words(value)) for value in sorted(found, key=lambda each: found[each][0])]


def newest_first(rows: Iterable[NoteRow]) -> list[NoteRow]:
    """Return rows by when they were made, the last first."""
    return sorted(rows, key=lambda row: (row.note.created_at, row.note.id), reverse=True)
