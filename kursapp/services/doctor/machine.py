"""The machine and the program on it: folder, disk, clock, versions, parts of the program, what was left over."""

from __future__ import annotations

import contextlib
import os
import platform
import shutil
import sys
import tempfile
import time
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kursapp import __version__
from kursapp.domain.problem import KursappError
from kursapp.files.folder import check_data_folder
from kursapp.files.writing import LEFT_OVER_AFTER, SUFFIX
from kursapp.services.doctor.diagnosis import Diagnosis
from kursapp.settings import from_json
from kursapp.storage.connection import versions
from kursapp.storage.inspection import COPY_PREFIX

SCARCE_MB = 200
"""Megabytes free below which it is said: a profile, its log and a backup of it need about a tenth of that."""

SLACK = timedelta(days=1)
_MB = 1024 * 1024
_OTHERS = 0o077


def look_at_program(found: Diagnosis, parts: Iterable[Path]) -> None:
    """Note the versions, and the ``parts`` of the program that are not there."""
    engine, cipher = versions()
    found.facts["program"] = __version__
    found.facts["python"] = platform.python_version()
    found.facts["sqlite"] = engine
    found.facts["sqlcipher"] = cipher
    found.facts["system"] = platform.platform(terse=True)
    for part in parts:
        if not part.exists():
            found.error("installation-incomplete", folder=part)


def look_at_folder(found: Diagnosis, folder: Path) -> bool:
    """Look at the data folder and the disk it is on; False where nothing in it can be looked at."""
    found.facts["data"] = str(folder)
    if not folder.exists():
        if not _can_be_made(folder):
            found.error("folder-unwritable", folder=folder)
        return False
    try:
        if check_data_folder(folder).read_only:
            found.error("folder-unwritable", folder=folder)
    except KursappError as error:
        found.take(error)
        return folder.is_dir()
    for private in (folder / "profiler", folder / "coordinator"):
        if sys.platform != "win32" and private.is_dir() and private.stat().st_mode & _OTHERS:
            found.warn("doctor-folder-open", folder=private)
    free = shutil.disk_usage(folder).free // _MB
    found.facts["free"] = f"{free} MB"
    if free < SCARCE_MB:
        found.warn("doctor-disk-nearly-full", folder=folder, free=free)
    return True


def _can_be_made(folder: Path) -> bool:
    """Say whether a folder that is not there could be; it is not made for being looked at."""
    nearest = next(place for place in folder.absolute().parents if os.path.lexists(place))
    return nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK)


def look_at_clock(found: Diagnosis, folder: Path, now: datetime) -> None:
    """Note a clock that is behind what the program has written with it; the newest file tells."""
    found.facts["clock"] = now.astimezone().isoformat(timespec="minutes")
    newest, name = 0.0, ""
    for path in (each for each in folder.rglob("*") if each.is_file()):
        with contextlib.suppress(OSError):
            newest, name = max((newest, name), (path.stat().st_mtime, path.name))
    if newest > (now + SLACK).timestamp():
        at = datetime.fromtimestamp(newest, UTC).astimezone().date().isoformat()
        found.warn("doctor-clock", file=name, at=at)


def look_at_settings(found: Diagnosis, file: Path) -> None:
    """Read the settings without setting anything aside."""
    with contextlib.suppress(FileNotFoundError):
        try:
            reading = from_json(file.read_bytes().decode("utf-8"))
        except (ValueError, PermissionError):
            found.warn("doctor-settings", file=file.name)
            return
        if reading.refused:
            found.warn("doctor-settings", file=file.name)


def look_at_left_overs(found: Diagnosis, folder: Path) -> None:
    """Note temporary files that a killed program left."""
    old = time.time() - LEFT_OVER_AFTER
    left = [path for path in folder.rglob(f".*{SUFFIX}*") if _is_older(path, old)]
    temporary = Path(tempfile.gettempdir())
    left += [path for path in temporary.glob(f"{COPY_PREFIX}*") if _is_older(path, old)]
    if left:
        found.warn("doctor-left-overs", count=len(left), folder=left[0].parent)


def look_at_cache(found: Diagnosis, folder: Path) -> None:
    """Note a cache that can hold nothing. One that is not there yet is made at need."""
    if folder.exists() and not os.access(folder, os.W_OK):
        found.warn("doctor-cache", folder=folder)


def _is_older(path: Path, limit: float) -> bool:
    try:
        return path.stat().st_mtime < limit
    except OSError:
        return False
