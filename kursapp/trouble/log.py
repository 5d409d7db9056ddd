"""The program's log: what happened when, in the program's own words, codes and numbers; never anybody's text.

Only records of the program's own loggers are written, and of each only its wording as it stands in the code, with
numbers, codes (:class:`~kursapp.trouble.traces.Code`) and kinds of error put in. Any other value becomes «…»: a name, a
path, the words of an error may be something somebody wrote. One small file a day, kept fourteen days.
"""

from __future__ import annotations

import contextlib
import logging
import os
import re
from collections import deque
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

# What writes a line is imported with the first of them: the first paint waits for every import.
if TYPE_CHECKING:
    from datetime import date, datetime

VARIABLE = "KURSAPP_LOG"
"""The environment variable that says how much is written: debug, info, warning, error or off."""

DAYS = 14
LARGEST = 512 * 1024
"""Bytes a day. A fault that repeats itself many times a second must not fill a disk."""

HIDDEN = "…"
TAIL = 40
"""Lines kept in memory, for a report."""

_OURS = "kursapp"
_NAME = r"(?:kursapp|rapport)-(\d{4}-\d\d-\d\d)[\d-]*\.(?:log|txt)$"
"""Not compiled here: the first paint would wait for it."""

_FULL = b"the log is full for today\n"


class Log(logging.Handler):
    """Writes to the file of the day in what ``folder`` says is the folder, opened and closed for each line.

    So the folder may be another, be cleared, or go and come back, while the program runs; where it is not there or
    cannot be written, nothing is, and nobody is told.
    """

    def __init__(self, folder: Callable[[], Path]) -> None:
        super().__init__()
        self._folder = folder
        self._full_on: date | None = None
        self.level_before = logging.NOTSET
        self.silence = logging.NullHandler()
        self.tail: deque[str] = deque(maxlen=TAIL)

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record down. Whatever goes wrong, nothing comes of it: a log must not be a fault of its own."""
        with contextlib.suppress(Exception):
            line = line_of(record)
            self.tail.append(line)
            self._write(f"{line}\n", _moment(record).date())

    def _write(self, text: str, day: date) -> None:
        # The folder it lies in is not made: on a stick that was pulled out it would be made in its place.
        folder = self._folder()
        folder.mkdir(mode=0o700, exist_ok=True)
        descriptor = os.open(file_of(folder, day), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            size = os.fstat(descriptor).st_size
            if size + len(text) <= LARGEST:
                os.write(descriptor, text.encode())
            elif self._full_on != day:
                os.write(descriptor, _FULL)
                self._full_on = day
        finally:
            os.close(descriptor)


def start_log(folder: Callable[[], Path], environment: Mapping[str, str] = os.environ) -> Log:
    """Begin writing the program's log where ``folder`` says: all of the program's own goes there, and nowhere else.

    Without it, Python writes warnings to the terminal's error stream, which desktops keep in files.
    """
    log = Log(folder)
    ours = logging.getLogger(_OURS)
    log.level_before = ours.level
    ours.addHandler(log)
    log.setLevel(level_of(environment))
    # Faults are heard of all the same: what tells of them listens here too.
    ours.setLevel(min(log.level, logging.ERROR))
    # What libraries have to say may quote anybody: where nobody else listens, it stops here.
    logging.root.addHandler(log.silence)
    return log


def stop_log(log: Log) -> None:
    """Write no more; who listens is as before."""
    ours = logging.getLogger(_OURS)
    ours.removeHandler(log)
    ours.setLevel(log.level_before)
    logging.root.removeHandler(log.silence)


def level_of(environment: Mapping[str, str]) -> int:
    """Return from which level on records are written; what the variable cannot mean is as if it were not set."""
    wanted = environment.get(VARIABLE, "").strip().lower()
    if wanted == "off":
        return logging.CRITICAL + 1
    return logging.getLevelNamesMapping().get(wanted.upper(), logging.INFO) if wanted else logging.INFO


def file_of(folder: Path, day: date) -> Path:
    """Return the log of a day."""
    return folder / f"kursapp-{day.isoformat()}.log"


def line_of(record: logging.LogRecord) -> str:
    """Return what may be written of a record: one line, and the trace of an error indented below it."""
    from kursapp.trouble.traces import told

    when = _moment(record).isoformat(timespec="milliseconds")
    line = f"{when} {record.levelname} {record.name}: {_words(record)}"
    error = record.exc_info[1] if record.exc_info else None
    return "\n  ".join([line, *(told(error) if error is not None else ())])


def _moment(record: logging.LogRecord) -> datetime:
    from datetime import UTC, datetime

    return datetime.fromtimestamp(record.created, UTC).astimezone()


def _words(record: logging.LogRecord) -> str:
    arguments = record.args
    if isinstance(arguments, Mapping):
        return str(record.msg)
    try:
        return str(record.msg) % tuple(map(_shown, arguments or ()))
    except (TypeError, ValueError):
        # A number was asked for and something else was given.
        return str(record.msg)


def _shown(value: object) -> object:
    from kursapp.trouble.traces import Code, is_code, kind_of

    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, Code) and is_code(value):
        return str(value)
    return kind_of(value) if isinstance(value, BaseException) else HIDDEN


def thin(folder: Path, today: date) -> tuple[Path, ...]:
    """Remove logs and reports of more than fourteen days ago, and of days that are not yet; return what went.

    What is dated ahead was written while the clock was wrong, and would never grow old.
    """
    from datetime import timedelta

    oldest, newest = today - timedelta(days=DAYS), today + timedelta(days=1)
    gone = []
    for path in logs_and_reports(folder):
        day = day_of(path)
        if day is not None and not oldest <= day <= newest:
            with contextlib.suppress(OSError):
                path.unlink()
                gone.append(path)
    return tuple(gone)


def logs_and_reports(folder: Path) -> tuple[Path, ...]:
    """Return the logs and reports there are, the newest first; none where there is no folder."""
    try:
        found = [path for path in folder.iterdir() if re.match(_NAME, path.name)]
    except OSError:
        return ()
    return tuple(sorted(found, key=_newest_last, reverse=True))


def day_of(path: Path) -> date | None:
    """Return the day a log or report is of, by its name; None where that is no day."""
    from datetime import date

    found = re.match(_NAME, path.name)
    with contextlib.suppress(ValueError):
        return date.fromisoformat(found[1]) if found else None
    return None


def _newest_last(path: Path) -> tuple[str, str]:
    found = re.match(_NAME, path.name)
    return (found[1] if found else "", path.name)
