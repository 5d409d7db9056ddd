"""What long work tells and asks while it goes on, and the kinds of file that results can leave the house as."""

from __future__ import annotations

import enum
from typing import Protocol


class Watch(Protocol):
    """Somebody who follows long work, and may want it stopped. Called on the working thread."""

    def progress(self, done: int, total: int) -> None:
        """Be told how much is done."""
        ...

    def cancelled(self) -> bool:
        """Say whether the work is to stop: what is whole by then stands, the rest never was."""
        ...


class Unwatched:
    """Nobody follows the work."""

    def progress(self, done: int, total: int) -> None:
        """Hear nothing."""

    def cancelled(self) -> bool:
        """Never stop."""
        return False


class ExportKind(enum.StrEnum):
    """What results are written as: the words of ``kursapp results --to``."""

    XLSX = "xlsx"
    CSV = "csv"
    CSV_RFC = "csv-rfc"
    JSON = "json"
    SAV = "sav"
    SPS = "sps"
    PDF = "pdf"
    QUALITY = "kvalitet"
