"""What one may want to know of the program itself: its versions, its licences, and what its log says."""

from __future__ import annotations

import platform
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kursapp import __version__
from kursapp.files.failure import read_failure
from kursapp.trouble.log import day_of, logs_and_reports

NOTICES = Path("licences") / "third-party.txt"
"""Seen from the program's assets; made by ``make sbom``."""


@dataclass(frozen=True, slots=True)
class LogFile:
    """A log or a report, and the day it is of. ``number`` tells the reports of one day apart, from 1."""

    path: Path
    day: date
    is_report: bool
    number: int = 1


def versions() -> tuple[tuple[str, str], ...]:
    """Return name and version of the program and of what it stands on, but for the window's library."""
    # The driver is loaded at the first visit to what shows this, on another thread than the screen's.
    from kursapp.storage.versions import driver_versions

    return (("Kursapp", __version__), ("Python", platform.python_version()), *driver_versions())


def log_files(folder: Path) -> tuple[LogFile, ...]:
    """Return the logs and reports that can be shown, the newest day first; of a day the reports before the log."""
    found: dict[date, list[Path]] = {}
    for path in logs_and_reports(folder):
        day = day_of(path)
        if day is not None:
            found.setdefault(day, []).append(path)
    return tuple(each for day in sorted(found, reverse=True) for each in _of_day(day, sorted(found[day])))


def _of_day(day: date, paths: list[Path]) -> tuple[LogFile, ...]:
    reports = [path for path in paths if path.suffix == ".txt"]
    numbered = [LogFile(path, day, is_report=True, number=number) for number, path in enumerate(reports, 1)]
    return (*numbered, *(LogFile(path, day, is_report=False) for path in paths if path.suffix == ".log"))


def read_log(file: LogFile) -> str:
    """Return what a log or report says. Raises KursappError as ``files.failure.read_failure``."""
    return _read(file.path)


def notices(assets: Path) -> str:
    """Return the licences of everything the program is made of. Raises KursappError as ``read_log``."""
    return _read(assets / NOTICES)


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8", errors="replace")
    except OSError as error:
        raise read_failure(error, path) from error
