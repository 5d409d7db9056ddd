"""The tables of taking a course. A change here needs a new version and a step in ``migrations``."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

from kursapp.storage.participant.metadata import METADATA, asked, moment, text

ENROLMENT = Table(
    "enrolment",
    METADATA,
    text("course_id", primary_key=True),
    text("version"),
    text("title"),
    text("folder"),
    moment("enrolled_at"),
    moment("opened_at"),
)

PLACE = Table(
    "place",
    METADATA,
    text("course_id"),
    text("page_id"),
    text("session_id"),
    text("position"),
    moment("at"),
    PrimaryKeyConstraint("course_id", "page_id"),
)

PAGE = Table(
    "page",
    METADATA,
    text("course_id"),
    text("page_id"),
    moment("first_seen"),
    moment("last_seen"),
    moment("done_at", nullable=True),
    PrimaryKeyConstraint("course_id", "page_id"),
)

ASKED = Table("asked", METADATA, text("fingerprint", primary_key=True), text("kind"), text("body"))

ATTEMPT = Table(
    "attempt",
    METADATA,
    Column("id", Integer, primary_key=True),
    text("course_id"),
    text("course_version"),
    text("page_id"),
    Column("number", Integer, nullable=False),
    text("form"),
    moment("started_at"),
    moment("seen_at"),
    Column("seconds_left", Float),
    moment("submitted_at", nullable=True),
    Column("points", Float),
    Column("maximum", Float),
    Column("passed", Boolean),
    UniqueConstraint("course_id", "page_id", "number"),
)

DRAWN = Table(
    "drawn",
    METADATA,
    Column("attempt_id", Integer, ForeignKey("attempt.id", ondelete="CASCADE"), nullable=False),
    Column("number", Integer, nullable=False),
    text("question_id"),
    asked(),
    text("shown_order"),
    Column("flagged", Boolean, nullable=False),
    PrimaryKeyConstraint("attempt_id", "number"),
    UniqueConstraint("attempt_id", "question_id"),
)

ANSWER = Table(
    "answer",
    METADATA,
    Column("id", Integer, primary_key=True),
    text("course_id"),
    text("course_version"),
    text("question_id"),
    asked(),
    Column("attempt_id", Integer, ForeignKey("attempt.id", ondelete="CASCADE")),
    text("response"),
    Column("certainty", Integer),
    Column("points", Float, nullable=False),
    Column("maximum", Float, nullable=False),
    Column("right", Boolean),
    moment("answered_at"),
    UniqueConstraint("attempt_id", "question_id"),
)
Index(None, ANSWER.c.course_id, ANSWER.c.question_id)

FIELD = Table(
    "field",
    METADATA,
    text("course_id"),
    text("item_id"),
    text("part"),
    text("value"),
    asked(nullable=True),
    moment("updated_at"),
    PrimaryKeyConstraint("course_id", "item_id", "part"),
)

PRODUCT = Table(
    "product",
    METADATA,
    text("course_id"),
    text("workbook_id"),
    moment("finished_at"),
    PrimaryKeyConstraint("course_id", "workbook_id"),
)

DRAFT = Table(
    "draft",
    METADATA,
    text("course_id"),
    text("key"),
    text("value"),
    moment("updated_at"),
    PrimaryKeyConstraint("course_id", "key"),
)

CASE_RUN = Table(
    "case_run",
    METADATA,
    Column("id", Integer, primary_key=True),
    text("course_id"),
    text("course_version"),
    text("case_id"),
    Column("number", Integer, nullable=False),
    asked(),
    moment("started_at"),
    moment("finished_at", nullable=True),
    UniqueConstraint("course_id", "case_id", "number"),
)

CASE_STEP = Table(
    "case_step",
    METADATA,
    Column("run_id", Integer, ForeignKey("case_run.id", ondelete="CASCADE"), nullable=False),
    Column("number", Integer, nullable=False),
    text("scene_id"),
    text("choice_id"),
    moment("at"),
    PrimaryKeyConstraint("run_id", "number"),
)

EVALUATION_ANSWER = Table(
    "evaluation_answer",
    METADATA,
    text("course_id"),
    text("form_id"),
    text("answer_id"),
    text("answer"),
    asked(),
    moment("updated_at"),
    PrimaryKeyConstraint("course_id", "form_id", "answer_id"),
)

EVALUATION = Table(
    "evaluation",
    METADATA,
    text("course_id"),
    text("form_id"),
    moment("finished_at"),
    PrimaryKeyConstraint("course_id", "form_id"),
)

COHORT = Table(
    "cohort",
    METADATA,
    text("cohort_id", primary_key=True),
    text("course_id"),
    Column("file", LargeBinary, nullable=False),
    text("mark"),
    text("keep_until"),
    moment("joined_at"),
)

DELIVERY = Table(
    "delivery",
    METADATA,
    Column("cohort_id", Text, ForeignKey("cohort.cohort_id", ondelete="CASCADE"), nullable=False),
    text("form_id"),
    text("response_id"),
    text("reserved"),
    text("answers"),
    moment("handed_in_at", nullable=True),
    Column("forgotten", Boolean, nullable=False),
    PrimaryKeyConstraint("cohort_id", "form_id"),
)
