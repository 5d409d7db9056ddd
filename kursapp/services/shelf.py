"""Which courses there are to take: the folders that have a cover."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

COVERS = ("kurs.md", "course.md")


def course_folders(roots: Iterable[Path]) -> tuple[Path, ...]:
    """Return the course folders directly under ``roots``, by name within each; a root that is not there has none."""
    return tuple(folder for root in roots for folder in _folders(root) if _has_cover(folder))


def _folders(root: Path) -> list[Path]:
    try:
        return sorted(entry for entry in root.iterdir() if entry.is_dir())
    except OSError:
        return []


def _has_cover(folder: Path) -> bool:
    return any((folder / name).is_file() for name in COVERS)
