"""What a trace is made of: writes, names, syncs, and what was said meanwhile."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = 0
"""The number of the folder itself among the nodes."""


@dataclass(frozen=True, slots=True)
class Write:
    """Bytes written to a file (``node``) from a place in it."""

    node: int
    at: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Resize:
    """A file cut off or made longer, with zeros."""

    node: int
    size: int


@dataclass(frozen=True, slots=True)
class Names:
    """Names that changed together: (folder, name, what it now stands for, or None for nothing).

    They are on the disk for sure once ``folder`` is synced.
    """

    folder: int
    changes: tuple[tuple[int, str, int | None], ...]


@dataclass(frozen=True, slots=True)
class Sync:
    """A file or a folder was synced: what was done to it among the first ``until`` events. Or that ``failed``."""

    node: int
    until: int
    failed: bool


@dataclass(frozen=True, slots=True)
class Touch:
    """A file was given a time of its last change, in nanoseconds."""

    node: int
    changed: int


@dataclass(frozen=True, slots=True)
class Said:
    """Text on the program's standard output."""

    text: str


Event = Write | Resize | Names | Sync | Touch | Said


@dataclass(frozen=True, slots=True)
class Trace:
    """A folder before the program ran (paths in it to content, None for folders) and what was done to it.

    ``nodes``: the number of each path of ``before``; ``changed``: when it was last changed, in nanoseconds.
    ``folders``: the numbers that are folders, later ones too; ``names``: the last path each number had.
    ``exit_code``: how the program ended; ``errors``: its last words.
    """

    before: Mapping[str, bytes | None]
    changed: Mapping[str, int]
    nodes: Mapping[str, int]
    folders: frozenset[int]
    names: Mapping[int, str]
    events: Sequence[Event]
    exit_code: int
    errors: str = ""


def contents(folder: Path) -> dict[str, bytes | None]:
    """Return every file below a folder with its bytes, and every folder with None, parents first."""
    found = sorted(path for path in folder.rglob("*") if path.is_file() or path.is_dir())
    return {path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None for path in found}


def times(folder: Path) -> dict[str, int]:
    """Return when each file below a folder was last changed, in nanoseconds."""
    return {
        path.relative_to(folder).as_posix(): path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()
    }
