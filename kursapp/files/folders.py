"""Whole folders, put in place so that a crash or a power cut leaves either the old or the new, never half of one."""

from __future__ import annotations

import contextlib
import secrets
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

from kursapp.domain.problem import refusal
from kursapp.files.failure import write_failure
from kursapp.files.folder import make_folder
from kursapp.files.writing import LEFT_OVER_AFTER, SUFFIX, sync_file, sync_folder


def make_staging(parent: Path) -> Path:
    """Make a temporary folder in ``parent``, which is made where it is missing. Raises KursappError as ``files``."""
    path = parent / f".{secrets.token_hex(4)}{SUFFIX}"
    try:
        make_folder(parent)
        path.mkdir(mode=0o700)
    except OSError as error:
        raise write_failure(error, path) from error
    return path


def remove_folder(path: Path) -> None:
    """Remove a folder with everything in it, as far as the system lets it go."""
    shutil.rmtree(path, ignore_errors=True)


@contextlib.contextmanager
def staging(parent: Path) -> Iterator[Path]:
    """Give a temporary folder in ``parent`` that is gone afterwards, whatever happens."""
    path = make_staging(parent)
    try:
        yield path
    finally:
        remove_folder(path)


def move_folder(source: Path, target: Path) -> None:
    """Put a folder where none is, or an empty one, durably: every file is on the disk before it has its name.

    Both must be on one disk. Raises KursappError ``folder-not-empty``, and as ``failure.write_failure`` names it.
    """
    try:
        _sync_all(source)
        make_folder(target.parent)
        if target.exists():
            if not target.is_dir() or any(target.iterdir()):
                raise refusal("folder-not-empty", folder=target)
            # A rename onto an empty folder is refused on Windows.
            target.rmdir()
        source.rename(target)
        for folder in (target.parent, target.parent.parent):
            sync_folder(folder)
    except OSError as error:
        raise write_failure(error, target) from error


def sweep_folders(parent: Path, now: float | None = None) -> tuple[Path, ...]:
    """Remove temporary folders that a killed program left in ``parent``, and return them. Younger ones are in use."""
    limit = (time.time() if now is None else now) - LEFT_OVER_AFTER
    left: list[Path] = []
    removed = []
    with contextlib.suppress(OSError):
        left = sorted(parent.glob(f".*{SUFFIX}"))
    for path in left:
        with contextlib.suppress(OSError):
            if path.is_dir() and path.stat().st_mtime < limit:
                remove_folder(path)
                removed.append(path)
    return tuple(removed)


def _sync_all(folder: Path) -> None:
    for path in sorted(folder.rglob("*")):
        if path.is_dir():
            sync_folder(path)
        else:
            sync_file(path)
    sync_folder(folder)
