"""A draft: a course somebody writes in. Plain files, what was kept of them earlier, and what could not be saved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class DraftCard:
    """A draft in the list of drafts.

    ``title``, ``version`` and ``course_id`` are what its cover says, or said last where the folder is ``missing`` now
    (a stick that is not in, a share that does not answer). ``opened_at`` is in UTC.
    """

    id: str
    folder: Path
    title: str
    version: str
    course_id: str
    opened_at: datetime
    missing: bool = False


@dataclass(frozen=True, slots=True)
class FileText:
    r"""A file's text as an editor has it: lines end at ``\n``, without byte order mark.

    ``digest`` is the SHA-256 of the bytes on disk in hexadecimal digits, ``line_end`` the one most lines have there.
    """

    file: str
    text: str
    digest: str
    line_end: str = "\n"
    mark: bool = False


@dataclass(frozen=True, slots=True)
class Clash:
    """A file that became another while somebody wrote in it.

    ``mine`` is what she wrote, ``theirs`` what stands on disk now; None where the file is gone.
    """

    file: str
    mine: str
    theirs: FileText | None


class SnapshotReason(StrEnum):
    """Why a text was kept: in the course of writing, or before something that changes much at once."""

    WRITING = "writing"
    BEFORE = "before"
    RESTORE = "restore"
    CLASH = "clash"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class SnapshotHead:
    """A file's text kept at a moment (``when``, UTC). ``size`` is the text's length in bytes of UTF-8."""

    id: str
    file: str
    when: datetime
    size: int
    reason: SnapshotReason = SnapshotReason.WRITING


@dataclass(frozen=True, slots=True)
class Unsaved:
    """A text that could not be saved. ``base`` is the digest of the file it was written from, empty for a new one."""

    file: str
    text: str
    base: str
    when: datetime


class Side(StrEnum):
    """Where a line of a comparison stands: in both texts, only in the old, or only in the new."""

    BOTH = "both"
    OLD = "old"
    NEW = "new"


class DiffLine(NamedTuple):
    """A line of a comparison with its numbers in the old and the new text; 0 where it does not stand there.

    ``spans`` are the parts (from, up to, in characters) that differ from the line put in its place.
    """

    side: Side
    text: str
    old: int = 0
    new: int = 0
    spans: tuple[tuple[int, int], ...] = ()
