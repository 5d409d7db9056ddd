"""The tables of what follows a course: what is put off on Hjem, and what stands on the course certificate."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, PrimaryKeyConstraint, Table

from kursapp.storage.participant.metadata import METADATA, moment, text

PUT_OFF = Table(
    "put_off",
    METADATA,
    text("course_id"),
    text("task"),
    moment("at"),
    Column("for_good", Boolean, nullable=False),
    PrimaryKeyConstraint("course_id", "task"),
)

CERTIFICATE = Table(
    "certificate",
    METADATA,
    text("course_id", primary_key=True),
    text("name"),
    text("first"),
    text("last"),
    moment("made_at", nullable=True),
)
