"""Backups as people choose between them: when and why each was made, what it holds, and what going back to it costs."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


class Occasion(enum.StrEnum):
    """Why a backup was made: at a start, or before something that changes much at once."""

    DAILY = ""
    MIGRATION = "migration"
    IMPORT = "import"
    RESTORE = "restore"


@dataclass(frozen=True, slots=True)
class Holding:
    """What a database holds: how many of each kind, and when something in it was changed last, where it tells."""

    counts: Mapping[str, int]
    changed_at: datetime | None = None

    @property
    def is_empty(self) -> bool:
        """Say whether there is nothing in it."""
        return not any(self.counts.values())


@dataclass(frozen=True, slots=True)
class KeptBackup:
    """A backup in a list. ``holding`` is None where it is damaged or its key is another.

    ``lost`` is what of each kind has come since and would be gone, None where there is nothing to compare it with.
    """

    name: str
    made_at: datetime
    occasion: Occasion
    size: int
    holding: Holding | None
    lost: Mapping[str, int] | None = field(default=None)

    @property
    def can_be_used(self) -> bool:
        """Say whether it can be gone back to."""
        return self.holding is not None
