"""Where the participant is and what she has seen: enrolments, places on pages, progress per page."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Row, select, update

from kursapp.domain.record import Enrolment, PageProgress, Position, ReadingPlace
from kursapp.storage.database import Database
from kursapp.storage.participant.tables import ENROLMENT, PAGE, PLACE
from kursapp.storage.statements import upsert
from kursapp.storage.values import to_plain


class Enrolments:
    """The courses begun, with the version and folder each was last opened from."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, enrolment: Enrolment) -> None:
        """Keep an enrolment; the first one's ``enrolled_at`` stays."""
        self._database.put(
            upsert(ENROLMENT, "enrolled_at"),
            {
                "course_id": enrolment.course_id,
                "version": enrolment.version,
                "title": enrolment.title,
                "folder": enrolment.folder,
                "enrolled_at": enrolment.enrolled_at,
                "opened_at": enrolment.opened_at,
            },
        )

    def get(self, course_id: str) -> Enrolment | None:
        """Return one course's enrolment, or None."""
        row = self._database.row(select(ENROLMENT).where(ENROLMENT.c.course_id == course_id))
        return None if row is None else Enrolment(**row._mapping)

    def all(self) -> tuple[Enrolment, ...]:
        """Return every enrolment, the course opened last first."""
        order = (ENROLMENT.c.opened_at.desc(), ENROLMENT.c.course_id)
        return tuple(Enrolment(**row._mapping) for row in self._database.rows(select(ENROLMENT).order_by(*order)))


class Places:
    """Where the participant last was on each page."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, place: ReadingPlace) -> None:
        """Keep the place on one page; it becomes the course's last."""
        self._database.put(
            upsert(PLACE),
            {
                "course_id": place.course_id,
                "page_id": place.page_id,
                "session_id": place.session_id,
                "position": msgspec.json.encode(to_plain(place.position)).decode(),
                "at": place.at,
            },
        )

    def last(self, course_id: str) -> ReadingPlace | None:
        """Return the newest place in a course, or None before the first page."""
        query = select(PLACE).where(PLACE.c.course_id == course_id).order_by(PLACE.c.at.desc()).limit(1)
        row = self._database.row(query)
        return None if row is None else _place(row)

    def on_page(self, course_id: str, page_id: str) -> ReadingPlace | None:
        """Return the place on one page, or None where she has not been."""
        row = self._database.row(select(PLACE).where(PLACE.c.course_id == course_id, PLACE.c.page_id == page_id))
        return None if row is None else _place(row)


class Pages:
    """When each page was first and last seen, and when it was done."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def seen(self, course_id: str, page_id: str, at: datetime) -> bool:
        """Remember that a page is seen; True the first time."""
        with self._database.transaction():
            before = self._get(course_id, page_id)
            self._save(replace(before, last_seen=at) if before else PageProgress(course_id, page_id, at, at))
        return before is None

    def done(self, course_id: str, page_id: str, at: datetime) -> bool:
        """Remember that a page is done, and so seen; True when it was not done before. The first time stands."""
        with self._database.transaction():
            before = self._get(course_id, page_id) or PageProgress(course_id, page_id, at, at)
            self._save(replace(before, last_seen=at, done_at=before.done_at or at))
        return before.done_at is None

    def undone(self, course_id: str, page_id: str) -> None:
        """Take back that a page is done; it stays seen."""
        self._database.run(
            update(PAGE).where(PAGE.c.course_id == course_id, PAGE.c.page_id == page_id).values(done_at=None)
        )

    def of_course(self, course_id: str) -> dict[str, PageProgress]:
        """Return the progress of every page seen, by page id."""
        rows = self._database.rows(select(PAGE).where(PAGE.c.course_id == course_id))
        return {row.page_id: PageProgress(**row._mapping) for row in rows}

    def _get(self, course_id: str, page_id: str) -> PageProgress | None:
        row = self._database.row(select(PAGE).where(PAGE.c.course_id == course_id, PAGE.c.page_id == page_id))
        return None if row is None else PageProgress(**row._mapping)

    def _save(self, page: PageProgress) -> None:
        self._database.put(
            upsert(PAGE),
            {
                "course_id": page.course_id,
                "page_id": page.page_id,
                "first_seen": page.first_seen,
                "last_seen": page.last_seen,
                "done_at": page.done_at,
            },
        )


def _place(row: Row[Any]) -> ReadingPlace:
    position = msgspec.json.decode(row.position, type=Position)
    return ReadingPlace(row.course_id, row.session_id, row.page_id, row.at, position)
