"""How it stands with what has been typed."""

from __future__ import annotations

import enum


class SavingState(enum.Enum):
    """Everything is on the disk, something is on its way, or something could not be written."""

    SAVED = "saved"
    SAVING = "saving"
    FAILED = "failed"
