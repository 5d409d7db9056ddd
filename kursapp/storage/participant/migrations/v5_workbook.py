"""Version 5: earlier versions of the workbook, and the plan's steps."""

from __future__ import annotations

from alembic.operations import Operations

from kursapp.storage.participant.migrations.v5_follow_up import add_follow_up


def upgrade(op: Operations) -> None:
    """Add the tables; nothing that is there changes."""
    add_follow_up(op)
