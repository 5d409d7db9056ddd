"""Version 1: the first tables of a profile."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Make every table of version 1 in an empty file."""
    _reading(op)
    _quizzes(op)
    _writing(op)
    _cases(op)
    _evaluations(op)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _moment(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), nullable=nullable)


def _asked(*, nullable: bool = False) -> sa.Column[str]:
    return sa.Column("asked", sa.Text(), sa.ForeignKey("asked.fingerprint"), nullable=nullable)


def _reading(op: Operations) -> None:
    op.create_table(
        "enrolment",
        _text("course_id"),
        _text("version"),
        _text("title"),
        _text("folder"),
        _moment("enrolled_at"),
        _moment("opened_at"),
        sa.PrimaryKeyConstraint("course_id"),
    )
    op.create_table(
        "place",
        _text("course_id"),
        _text("page_id"),
        _text("session_id"),
        _text("position"),
        _moment("at"),
        sa.PrimaryKeyConstraint("course_id", "page_id"),
    )
    op.create_table(
        "page",
        _text("course_id"),
        _text("page_id"),
        _moment("first_seen"),
        _moment("last_seen"),
        _moment("done_at", nullable=True),
        sa.PrimaryKeyConstraint("course_id", "page_id"),
    )


def _quizzes(op: Operations) -> None:
    op.create_table("asked", _text("fingerprint"), _text("kind"), _text("body"), sa.PrimaryKeyConstraint("fingerprint"))
    op.create_table(
        "attempt",
        sa.Column("id", sa.Integer(), nullable=False),
        _text("course_id"),
        _text("course_version"),
        _text("page_id"),
        sa.Column("number", sa.Integer(), nullable=False),
        _text("form"),
        _moment("started_at"),
        _moment("seen_at"),
        sa.Column("seconds_left", sa.Float()),
        _moment("submitted_at", nullable=True),
        sa.Column("points", sa.Float()),
        sa.Column("maximum", sa.Float()),
        sa.Column("passed", sa.Boolean()),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("course_id", "page_id", "number"),
    )
    op.create_table(
        "drawn",
        sa.Column("attempt_id", sa.Integer(), sa.ForeignKey("attempt.id", ondelete="CASCADE"), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        _text("question_id"),
        _asked(),
        _text("shown_order"),
        sa.Column("flagged", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("attempt_id", "number"),
        sa.UniqueConstraint("attempt_id", "question_id"),
    )
    op.create_table(
        "answer",
        sa.Column("id", sa.Integer(), nullable=False),
        _text("course_id"),
        _text("course_version"),
        _text("question_id"),
        _asked(),
        sa.Column("attempt_id", sa.Integer(), sa.ForeignKey("attempt.id", ondelete="CASCADE")),
        _text("response"),
        sa.Column("certainty", sa.Integer()),
        sa.Column("points", sa.Float(), nullable=False),
        sa.Column("maximum", sa.Float(), nullable=False),
        sa.Column("right", sa.Boolean()),
        _moment("answered_at"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("attempt_id", "question_id"),
    )
    op.create_index("ix_answer_course_id_question_id", "answer", ["course_id", "question_id"])


def _writing(op: Operations) -> None:
    op.create_table(
        "field",
        _text("course_id"),
        _text("item_id"),
        _text("part"),
        _text("value"),
        _asked(nullable=True),
        _moment("updated_at"),
        sa.PrimaryKeyConstraint("course_id", "item_id", "part"),
    )
    op.create_table(
        "product",
        _text("course_id"),
        _text("workbook_id"),
        _moment("finished_at"),
        sa.PrimaryKeyConstraint("course_id", "workbook_id"),
    )
    op.create_table(
        "draft",
        _text("course_id"),
        _text("key"),
        _text("value"),
        _moment("updated_at"),
        sa.PrimaryKeyConstraint("course_id", "key"),
    )


def _cases(op: Operations) -> None:
    op.create_table(
        "case_run",
        sa.Column("id", sa.Integer(), nullable=False),
        _text("course_id"),
        _text("course_version"),
        _text("case_id"),
        sa.Column("number", sa.Integer(), nullable=False),
        _asked(),
        _moment("started_at"),
        _moment("finished_at", nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("course_id", "case_id", "number"),
    )
    op.create_table(
        "case_step",
        sa.Column("run_id", sa.Integer(), sa.ForeignKey("case_run.id", ondelete="CASCADE"), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        _text("scene_id"),
        _text("choice_id"),
        _moment("at"),
        sa.PrimaryKeyConstraint("run_id", "number"),
    )


def _evaluations(op: Operations) -> None:
    op.create_table(
        "evaluation_answer",
        _text("course_id"),
        _text("form_id"),
        _text("answer_id"),
        _text("answer"),
        _asked(),
        _moment("updated_at"),
        sa.PrimaryKeyConstraint("course_id", "form_id", "answer_id"),
    )
    op.create_table(
        "evaluation",
        _text("course_id"),
        _text("form_id"),
        _moment("finished_at"),
        sa.PrimaryKeyConstraint("course_id", "form_id"),
    )
