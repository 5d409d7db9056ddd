"""Highlights, notes and bookmarks, those in the bin too."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Row, bindparam, delete, select, update

from kursapp.domain.annotation import COLOURS, Anchor, Annotation, AnnotationKind
from kursapp.storage.database import Database
from kursapp.storage.participant.note_tables import NOTE
from kursapp.storage.statements import upsert

_LOST = update(NOTE).where(NOTE.c.id == bindparam("which")).values(lost=bindparam("is_lost"))


class Notes:
    """What is marked and noted, in all courses."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, *annotations: Annotation) -> None:
        """Keep annotations as they stand now; all or none."""
        if annotations:
            self._database.put(upsert(NOTE, "created_at"), [_row(each) for each in annotations])

    def get(self, note_id: str) -> Annotation | None:
        """Return one, also from the bin; None where there is none of this id."""
        row = self._database.row(select(NOTE).where(NOTE.c.id == note_id))
        return None if row is None else _annotation(row)

    def of_page(self, course_id: str, page_id: str) -> tuple[Annotation, ...]:
        """Return those of one page that are not in the bin, as they stood in the text."""
        query = select(NOTE).where(
            NOTE.c.course_id == course_id, NOTE.c.page_id == page_id, NOTE.c.removed_at.is_(None)
        )
        return self._read(query.order_by(NOTE.c.part, NOTE.c.start, NOTE.c.created_at, NOTE.c.id))

    def all(self) -> tuple[Annotation, ...]:
        """Return all that are not in the bin, by course and page and as they stood in the text."""
        places = (NOTE.c.course_id, NOTE.c.page_id, NOTE.c.part, NOTE.c.start, NOTE.c.created_at, NOTE.c.id)
        return self._read(select(NOTE).where(NOTE.c.removed_at.is_(None)).order_by(*places))

    def removed(self) -> tuple[Annotation, ...]:
        """Return what is in the bin, what was thrown away last first."""
        query = select(NOTE).where(NOTE.c.removed_at.is_not(None))
        return self._read(query.order_by(NOTE.c.removed_at.desc(), NOTE.c.id))

    def set_lost(self, lost: Collection[str], found: Collection[str]) -> None:
        """Remember of which annotations the words are not in the text any more, and of which they are."""
        rows = [{"which": each, "is_lost": 1} for each in lost] + [{"which": each, "is_lost": 0} for each in found]
        if rows:
            self._database.run(_LOST, rows)

    def erase_removed(self) -> int:
        """Delete what is in the bin, for good, and return how much it was."""
        count = len(self._database.rows(select(NOTE.c.id).where(NOTE.c.removed_at.is_not(None))))
        self._database.run(delete(NOTE).where(NOTE.c.removed_at.is_not(None)))
        return count

    def _read(self, query: Any) -> tuple[Annotation, ...]:
        rows: Sequence[Row[Any]] = self._database.rows(query)
        return tuple(_annotation(row) for row in rows)


def _row(annotation: Annotation) -> dict[str, object]:
    anchor = annotation.anchor
    return {
        "id": annotation.id,
        "kind": annotation.kind.value,
        "course_id": annotation.course_id,
        "session_id": annotation.session_id,
        "page_id": annotation.page_id,
        "page_title": annotation.page_title,
        "quote": anchor.quote,
        "before": anchor.before,
        "after": anchor.after,
        "part": anchor.part,
        "start": anchor.start,
        "colour": annotation.colour,
        "words": annotation.words,
        "created_at": annotation.created_at,
        "updated_at": annotation.updated_at,
        "removed_at": annotation.removed_at,
        "lost": int(annotation.lost),
    }


_KINDS = {kind.value: kind for kind in AnnotationKind}


def _annotation(row: Row[Any]) -> Annotation:
    """Read a row. A kind or a colour that a person has changed in the file by hand is taken as a plain note's."""
    # Taken apart in the table's order: with 50,000 rows, asking each for its columns by name takes a second more.
    key, kind, course, session, page, title, quote, before, after, part, start, colour, words, *rest = tuple[Any, ...](
        row
    )
    created, updated, removed, lost = rest
    return Annotation(
        key,
        _KINDS.get(kind, AnnotationKind.NOTE),
        course,
        session,
        page,
        title,
        Anchor(quote, before, after, part, start),
        colour if colour in COLOURS else "",
        words,
        created,
        updated,
        removed,
        bool(lost),
    )
