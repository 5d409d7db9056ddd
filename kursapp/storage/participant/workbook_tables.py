"""The tables of the workbook: what its products said earlier, and the steps of the plan."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, Table, Text

from kursapp.storage.participant.metadata import METADATA, asked, moment, text

PRODUCT_VERSION = Table(
    "product_version",
    METADATA,
    Column("id", Integer, primary_key=True),
    text("course_id"),
    text("item_id"),
    asked(nullable=True),
    text("parts"),
    text("reason"),
    moment("kept_at"),
    moment("since"),
)
Index(None, PRODUCT_VERSION.c.course_id, PRODUCT_VERSION.c.item_id)

PLAN_STEP = Table(
    "plan_step",
    METADATA,
    text("id", primary_key=True),
    text("course_id"),
    Column("place", Integer, nullable=False),
    text("text"),
    text("owner"),
    Column("due", Text),
    text("status"),
    text("source"),
    moment("created_at"),
    moment("updated_at"),
    moment("done_at", nullable=True),
    moment("removed_at", nullable=True),
)
Index(None, PLAN_STEP.c.course_id, PLAN_STEP.c.place)
