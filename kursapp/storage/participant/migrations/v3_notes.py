"""Version 3: what is marked and noted in a course's text."""

from __future__ import annotations

from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Add the tables; nothing that is there changes."""
