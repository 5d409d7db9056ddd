"""The table of highlights, notes and bookmarks."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, Table

from kursapp.storage.participant.metadata import METADATA, moment, text

NOTE = Table(
    "note",
    METADATA,
    text("id", primary_key=True),
    text("kind"),
    text("course_id"),
    text("session_id"),
    text("page_id"),
    text("page_title"),
    text("quote"),
    text("before"),
    text("after"),
    Column("part", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    text("colour"),
    text("words"),
    moment("created_at"),
    moment("updated_at"),
    moment("removed_at", nullable=True),
    Column("lost", Integer, nullable=False),
)
Index(None, NOTE.c.course_id, NOTE.c.page_id)
