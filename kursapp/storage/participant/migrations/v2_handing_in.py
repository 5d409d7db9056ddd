"""Version 2: the cohorts one has joined, and what has been handed in to them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Add the tables of cohorts and deliveries; nothing that is there changes."""
    op.create_table(
        "cohort",
        sa.Column("cohort_id", sa.Text(), nullable=False),
        sa.Column("course_id", sa.Text(), nullable=False),
        sa.Column("file", sa.LargeBinary(), nullable=False),
        sa.Column("mark", sa.Text(), nullable=False),
        sa.Column("keep_until", sa.Text(), nullable=False),
        sa.Column("joined_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("cohort_id"),
    )
    op.create_table(
        "delivery",
        sa.Column("cohort_id", sa.Text(), sa.ForeignKey("cohort.cohort_id", ondelete="CASCADE"), nullable=False),
        sa.Column("form_id", sa.Text(), nullable=False),
        sa.Column("response_id", sa.Text(), nullable=False),
        sa.Column("reserved", sa.Text(), nullable=False),
        sa.Column("answers", sa.Text(), nullable=False),
        sa.Column("handed_in_at", sa.BigInteger()),
        sa.Column("forgotten", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("cohort_id", "form_id"),
    )
