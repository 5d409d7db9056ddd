"""Which notes are shown: what the person has chosen in the menus, and what the search has found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kursapp.domain.annotation import COLOURS
from kursapp.services.notebook import NoteRow
from kursapp.ui.i18n import _
from kursapp.ui.participant.notes.words import kinds

LOST = "lost"
WRITTEN = "written"
DAY, PART = "day:", "part:"


@dataclass(frozen=True, slots=True)
class Sieve:
    """Empty fields let everything through.

    ``kind`` is one of ``words.kinds``; ``part`` is ``day:3`` (day 3 of any course) or ``part:`` and a title; ``found``
    are the ids a search found, None where nothing is searched for.
    """

    kind: str = ""
    course: str = ""
    part: str = ""
    found: frozenset[str] | None = None

    def sift(self, rows: Iterable[NoteRow]) -> list[NoteRow]:
        """Return the rows let through, in their order."""
        if self.is_open():
            return list(rows)
        return [row for row in rows if self._lets_through(row)]

    def _lets_through(self, row: NoteRow) -> bool:
        note = row.note
        return (
            (not self.course or note.course_id == self.course)
            and (self.found is None or note.id in self.found)
            and (not self.kind or self._is_kind(row))
            and (not self.part or self._is_part(row))
        )

    def _is_kind(self, row: NoteRow) -> bool:
        if self.kind == LOST:
            return row.lost
        if self.kind == WRITTEN:
            return bool(row.note.words)
        if self.kind in COLOURS:
            return row.note.colour == self.kind
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
    # Long lists have few pages.
    pages = {row.note.page_id: row.page for row in rows if not course or row.note.course_id == course}
    found: dict[str, tuple[int, int, int]] = {}
    for page in pages.values():
        if page is None:
            continue
        if course:
            value, order = f"{PART}{page.part}", page.order
        elif page.day is not None:
            value, order = f"{DAY}{page.day}", (page.day, 0, 0)
        else:
            continue
        found[value] = min(found.get(value, order), order)
    return [(value, part_words(value)) for value in sorted(found, key=found.__getitem__)]


def newest_first(rows: Iterable[NoteRow]) -> list[NoteRow]:
    """Return rows by when they were made, the last first."""
    return sorted(rows, key=lambda row: (row.note.created_at, row.note.id), reverse=True)
