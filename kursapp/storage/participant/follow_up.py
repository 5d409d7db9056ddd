"""What is kept of the time after a course: what Hjem was asked to leave be, and the words of the certificate."""

from __future__ import annotations

from datetime import date

from sqlalchemy import delete, select

from kursapp.domain.certificate import CertificateWords
from kursapp.domain.follow_up import PutOff
from kursapp.storage.database import Database
from kursapp.storage.participant.follow_up_tables import CERTIFICATE, PUT_OFF
from kursapp.storage.statements import upsert


class PutOffs:
    """What Hjem was asked to say another day, or no more."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, put_off: PutOff) -> None:
        """Keep that something is put off; what was said of it before no longer holds."""
        values = {"course_id": put_off.course_id, "task": put_off.task, "at": put_off.at, "for_good": put_off.for_good}
        self._database.put(upsert(PUT_OFF), values)

    def remove(self, course_id: str, task: str) -> None:
        """Let Hjem say it again."""
        self._database.run(delete(PUT_OFF).where(PUT_OFF.c.course_id == course_id, PUT_OFF.c.task == task))

    def all(self) -> tuple[PutOff, ...]:
        """Return everything that is put off, of all courses."""
        rows = self._database.rows(select(PUT_OFF).order_by(PUT_OFF.c.course_id, PUT_OFF.c.task))
        return tuple(PutOff(row.course_id, row.task, row.at, for_good=row.for_good) for row in rows)


class Certificates:
    """What a participant has written on each course's certificate."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, course_id: str, words: CertificateWords) -> None:
        """Keep what is written; it replaces what was written before."""
        values = {
            "course_id": course_id,
            "name": words.name,
            "first": _written(words.first),
            "last": _written(words.last),
            "made_at": words.made_at,
        }
        self._database.put(upsert(CERTIFICATE), values)

    def get(self, course_id: str) -> CertificateWords:
        """Return what is written; nothing where nothing is."""
        rows = self._database.rows(select(CERTIFICATE).where(CERTIFICATE.c.course_id == course_id))
        if not rows:
            return CertificateWords()
        row = rows[0]
        return CertificateWords(row.name, _read(row.first), _read(row.last), row.made_at)


def _written(day: date | None) -> str:
    return "" if day is None else day.isoformat()


def _read(day: str) -> date | None:
    return date.fromisoformat(day) if day else None
