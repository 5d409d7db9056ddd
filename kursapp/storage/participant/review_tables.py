"""The tables of Øving. Days are whole numbers (``date.toordinal``), so that they can be counted and moved in SQL."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, Index, Integer, PrimaryKeyConstraint, Table, Text

from kursapp.storage.participant.metadata import METADATA, asked, moment, text

REVIEW_CARD = Table(
    "review_card",
    METADATA,
    text("course_id"),
    text("item_id"),
    text("kind"),
    text("session_id"),
    text("page_id"),
    text("mark"),
    text("goals"),
    Column("rank", Integer, nullable=False),
    Column("stability", Float),
    Column("difficulty", Float),
    Column("last_day", Integer),
    Column("due_day", Integer, nullable=False),
    Column("times", Integer, nullable=False),
    Column("lapses", Integer, nullable=False),
    Column("changed", Boolean, nullable=False),
    Column("resting", Boolean, nullable=False),
    Column("run", Integer, nullable=False),
    PrimaryKeyConstraint("course_id", "item_id"),
)
Index(None, REVIEW_CARD.c.resting, REVIEW_CARD.c.due_day, REVIEW_CARD.c.kind)

REVIEW_LOG = Table(
    "review_log",
    METADATA,
    Column("id", Integer, primary_key=True),
    text("course_id"),
    text("item_id"),
    Column("day", Integer, nullable=False),
    moment("at"),
    Column("grade", Integer, nullable=False),
    Column("right", Boolean, nullable=False),
    Column("was_new", Boolean, nullable=False),
    Column("knew", Boolean),
    Column("response", Text),
    asked(nullable=True),
    Column("stability", Float),
    Column("difficulty", Float),
    Column("last_day", Integer),
    Column("lapses", Integer, nullable=False),
)
Index(None, REVIEW_LOG.c.course_id, REVIEW_LOG.c.item_id)
Index(None, REVIEW_LOG.c.day)

REVIEW_COURSE = Table(
    "review_course",
    METADATA,
    text("course_id", primary_key=True),
    text("digest"),
    text("done"),
)

# One row at most, of id 1.
REVIEW_SETTINGS = Table(
    "review_settings",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("new_a_day", Integer, nullable=False),
    Column("reviews_a_day", Integer, nullable=False),
    Column("cases", Boolean, nullable=False),
    Column("paused_day", Integer),
    Column("seen_local", Integer),
    Column("seen_day", Integer),
)
