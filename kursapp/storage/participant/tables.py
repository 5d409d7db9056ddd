"""The tables of a profile, version 2. A change here needs a new version and a step in ``migrations``."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

from kursapp.storage.columns import Moment
from kursapp.storage.schema import NAMING

METADATA = MetaData(naming_convention=NAMING)


def _text(name: str, *, primary_key: bool = False) -> Column[str]:
    return Column(name, Text, nullable=False, primary_key=primary_key)


def _moment(name: str, *, nullable: bool = False) -> Column[object]:
    return Column(name, Moment, nullable=nullable)


def _asked(*, nullable: bool = False) -> Column[str]:
    return Column("asked", Text, ForeignKey("asked.fingerprint"), nullable=nullable)


ENROLMENT = Table(
    "enrolment",
    METADATA,
    _text("course_id", primary_key=True),
    _text("version"),
    _text("title"),
    _text("folder"),
    _moment("enrolled_at"),
    _moment("opened_at"),
)

PLACE = Table(
    "place",
    METADATA,
    _text("course_id"),
    _text("page_id"),
    _text("session_id"),
    _text("position"),
    _moment("at"),
    PrimaryKeyConstraint("course_id", "page_id"),
)

PAGE = Table(
    "page",
    METADATA,
    _text("course_id"),
    _text("page_id"),
    _moment("first_seen"),
    _moment("last_seen"),
    _moment("done_at", nullable=True),
    PrimaryKeyConstraint("course_id", "page_id"),
)

ASKED = Table("asked", METADATA, _text("fingerprint", primary_key=True), _text("kind"), _text("body"))

ATTEMPT = Table(
    "attempt",
    METADATA,
    Column("id", Integer, primary_key=True),
    _text("course_id"),
    _text("course_version"),
    _text("page_id"),
    Column("number", Integer, nullable=False),
    _text("form"),
    _moment("started_at"),
    _moment("seen_at"),
    Column("seconds_left", Float),
    _moment("submitted_at", nullable=True),
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
    _text("question_id"),
    _asked(),
    _text("shown_order"),
    Column("flagged", Boolean, nullable=False),
    PrimaryKeyConstraint("attempt_id", "number"),
    UniqueConstraint("attempt_id", "question_id"),
)

ANSWER = Table(
    "answer",
    METADATA,
    Column("id", Integer, primary_key=True),
    _text("course_id"),
    _text("course_version"),
    _text("question_id"),
    _asked(),
    Column("attempt_id", Integer, ForeignKey("attempt.id", ondelete="CASCADE")),
    _text("response"),
    Column("certainty", Integer),
    Column("points", Float, nullable=False),
    Column("maximum", Float, nullable=False),
    Column("right", Boolean),
    _moment("answered_at"),
    UniqueConstraint("attempt_id", "question_id"),
)
Index(None, ANSWER.c.course_id, ANSWER.c.question_id)

FIELD = Table(
    "field",
    METADATA,
    _text("course_id"),
    _text("item_id"),
    _text("part"),
    _text("value"),
    _asked(nullable=True),
    _moment("updated_at"),
    PrimaryKeyConstraint("course_id", "item_id", "part"),
)

PRODUCT = Table(
    "product",
    METADATA,
    _text("course_id"),
    _text("workbook_id"),
    _moment("finished_at"),
    PrimaryKeyConstraint("course_id", "workbook_id"),
)

DRAFT = Table(
    "draft",
    METADATA,
    _text("course_id"),
    _text("key"),
    _text("value"),
    _moment("updated_at"),
    PrimaryKeyConstraint("course_id", "key"),
)

CASE_RUN = Table(
    "case_run",
    METADATA,
    Column("id", Integer, primary_key=True),
    _text("course_id"),
    _text("course_version"),
    _text("case_id"),
    Column("number", Integer, nullable=False),
    _asked(),
    _moment("started_at"),
    _moment("finished_at", nullable=True),
    UniqueConstraint("course_id", "case_id", "number"),
)

CASE_STEP = Table(
    "case_step",
    METADATA,
    Column("run_id", Integer, ForeignKey("case_run.id", ondelete="CASCADE"), nullable=False),
    Column("number", Integer, nullable=False),
    _text("scene_id"),
    _text("choice_id"),
    _moment("at"),
    PrimaryKeyConstraint("run_id", "number"),
)

EVALUATION_ANSWER = Table(
    "evaluation_answer",
    METADATA,
    _text("course_id"),
    _text("form_id"),
    _text("answer_id"),
    _text("answer"),
    _asked(),
    _moment("updated_at"),
    PrimaryKeyConstraint("course_id", "form_id", "answer_id"),
)

EVALUATION = Table(
    "evaluation",
    METADATA,
    _text("course_id"),
    _text("form_id"),
    _moment("finished_at"),
    PrimaryKeyConstraint("course_id", "form_id"),
)

COHORT = Table(
    "cohort",
    METADATA,
    _text("cohort_id", primary_key=True),
    _text("course_id"),
    Column("file", LargeBinary, nullable=False),
    _text("mark"),
    _text("keep_until"),
    _moment("joined_at"),
)

DELIVERY = Table(
    "delivery",
    METADATA,
    Column("cohort_id", Text, ForeignKey("cohort.cohort_id", ondelete="CASCADE"), nullable=False),
    _text("form_id"),
    _text("response_id"),
    _text("reserved"),
    _text("answers"),
    _moment("handed_in_at", nullable=True),
    Column("forgotten", Boolean, nullable=False),
    PrimaryKeyConstraint("cohort_id", "form_id"),
)
