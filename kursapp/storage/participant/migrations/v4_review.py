"""Version 4: the cards of Øving."""

from __future__ import annotations

from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Add the tables; nothing that is there changes."""
