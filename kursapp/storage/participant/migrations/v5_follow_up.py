"""The rest of version 5: what is put off on Hjem, and what stands on the course certificate."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations


def add_follow_up(op: Operations) -> None:
    """Add the tables; nothing that is there changes."""
    op.create_table(
        "put_off",
        sa.Column("course_id", sa.Text(), nullable=False),
        sa.Column("task", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("for_good", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("course_id", "task"),
    )
    op.create_table(
        "certificate",
        sa.Column("course_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("first", sa.Text(), nullable=False),
        sa.Column("last", sa.Text(), nullable=False),
        sa.Column("made_at", sa.BigInteger()),
        sa.PrimaryKeyConstraint("course_id"),
    )
