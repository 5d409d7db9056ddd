"""Version 4: the cards of Øving."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Add the tables; nothing that is there changes."""
    _add_cards(op)
    _add_log(op)
    op.create_table(
        "review_course",
        sa.Column("course_id", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("done", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("course_id"),
    )
    op.create_table(
        "review_settings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("new_a_day", sa.Integer(), nullable=False),
        sa.Column("reviews_a_day", sa.Integer(), nullable=False),
        sa.Column("cases", sa.Boolean(), nullable=False),
        sa.Column("paused_day", sa.Integer()),
        sa.Column("seen_local", sa.Integer()),
        sa.Column("seen_day", sa.Integer()),
        sa.PrimaryKeyConstraint("id"),
    )


def _add_cards(op: Operations) -> None:
    op.create_table(
        "review_card",
        sa.Column("course_id", sa.Text(), nullable=False),
        sa.Column("item_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("session_id", sa.Text(), nullable=False),
        sa.Column("page_id", sa.Text(), nullable=False),
        sa.Column("mark", sa.Text(), nullable=False),
        sa.Column("goals", sa.Text(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("stability", sa.Float()),
        sa.Column("difficulty", sa.Float()),
        sa.Column("last_day", sa.Integer()),
        sa.Column("due_day", sa.Integer(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("lapses", sa.Integer(), nullable=False),
        sa.Column("changed", sa.Boolean(), nullable=False),
        sa.Column("resting", sa.Boolean(), nullable=False),
        sa.Column("run", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("course_id", "item_id"),
    )
    op.create_index("ix_review_card_resting_due_day_kind", "review_card", ["resting", "due_day", "kind"])


def _add_log(op: Operations) -> None:
    op.create_table(
        "review_log",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("course_id", sa.Text(), nullable=False),
        sa.Column("item_id", sa.Text(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("grade", sa.Integer(), nullable=False),
        sa.Column("right", sa.Boolean(), nullable=False),
        sa.Column("was_new", sa.Boolean(), nullable=False),
        sa.Column("knew", sa.Boolean()),
        sa.Column("response", sa.Text()),
        sa.Column("asked", sa.Text(), sa.ForeignKey("asked.fingerprint")),
        sa.Column("stability", sa.Float()),
        sa.Column("difficulty", sa.Float()),
        sa.Column("last_day", sa.Integer()),
        sa.Column("lapses", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_review_log_course_id_item_id", "review_log", ["course_id", "item_id"])
    op.create_index("ix_review_log_day", "review_log", ["day"])
