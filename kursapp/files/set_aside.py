"""Keeping what cannot be used: a file that is damaged gets a dated name beside the old one, its bytes untouched."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from kursapp.files.failure import read_failure, write_failure
from kursapp.files.listed import listed
from kursapp.files.writing import sync_folder, write_bytes


def move_aside(path: Path, at: datetime, companions: Sequence[str] = ()) -> Path:
    """Give ``path`` a dated name that nothing has, and files named ``path`` + companion the same; return the new name.

    Raises KursappError (``failure.write_failure``); the file then stands where it stood.
    """
    target = _free_name(path, at)
    moved: list[tuple[Path, Path]] = []
    try:
        for ending in ("", *companions):
            old, new = path.with_name(path.name + ending), target.with_name(target.name + ending)
            if not ending or old.exists():
                old.rename(new)
                moved.append((old, new))
                # In this order: a file that is back after a power cut without its log would be taken for all there is.
                sync_folder(path.parent)
    except OSError as error:
        for old, new in reversed(moved):
            with contextlib.suppress(OSError):
                new.rename(old)
        raise write_failure(error, path) from error
    return target


def move_orphans_aside(path: Path, at: datetime, companions: Sequence[str]) -> None:
    """Move files named ``path`` + companion aside, before another takes the place of ``path``, which is gone.

    They would be taken for the new one's. An empty one holds nothing, and is removed. Raises KursappError
    (``failure.write_failure``).
    """
    for ending in companions:
        orphan = path.with_name(path.name + ending)
        try:
            if orphan.exists() and not orphan.stat().st_size:
                orphan.unlink()
                # One that came back after a power cut would be as bad.
                sync_folder(path.parent)
        except OSError as error:
            raise write_failure(error, orphan) from error
        if orphan.exists():
            move_aside(orphan, at)


def copy_aside(path: Path, at: datetime) -> Path:
    """Keep a copy of ``path`` under a dated name, once however often the same content is met; return the copy."""
    try:
        data = path.read_bytes()
        for earlier in sorted(path.parent.glob(_pattern(path))):
            if earlier.read_bytes() == data:
                return earlier
    except OSError as error:
        raise read_failure(error, path) from error
    target = _free_name(path, at)
    write_bytes(target, data)
    return target


def set_aside(path: Path) -> tuple[Path, ...]:
    """Return what stands set aside of ``path``, oldest first. Raises KursappError ``file-not-read``."""
    return listed(path.parent, _pattern(path))


def _pattern(path: Path) -> str:
    return f"{path.stem}-skadet-*{path.suffix}"


def _free_name(path: Path, at: datetime) -> Path:
    day = at.astimezone().date().isoformat()
    target, number = path.with_name(f"{path.stem}-skadet-{day}{path.suffix}"), 2
    while target.exists():
        target, number = path.with_name(f"{path.stem}-skadet-{day}-{number}{path.suffix}"), number + 1
    return target
