"""What the database engine says when it cannot, as an error a person can act on."""

from __future__ import annotations

import contextlib
import enum
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from kursapp.domain.problem import KursappError, refusal


class Result(enum.IntEnum):
    """SQLite's primary result codes that concern the file and not the statement (``ERROR`` may be either)."""

    ERROR = 1
    BUSY = 5
    LOCKED = 6
    READONLY = 8
    IOERR = 10
    CORRUPT = 11
    FULL = 13
    CANTOPEN = 14
    NOTADB = 26


_BY_WORDS = {
    "database or disk is full": Result.FULL,
    "disk I/O error": Result.IOERR,
    "unable to open database file": Result.CANTOPEN,
    "database disk image is malformed": Result.CORRUPT,
}
"""The functions that copy a database give SQLite's words only, one of them under the code of any error at all."""

_ANY_ERROR = 1

SCARCE = 256 * 1024
"""Bytes free on the disk below which a failed write is put down to a full disk."""


def result_code(error: BaseException) -> int:
    """Return SQLite's primary result code behind a driver's or SQLAlchemy's error, 0 where there is none."""
    original = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(original, "sqlite_errorcode", None)
    known = 0 if code is None else int(code) & 0xFF
    return _BY_WORDS.get(str(original), known) if known in (0, _ANY_ERROR) else known


@contextlib.contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn errors that concern the file into KursappError; programming errors go on as they are."""
    try:
        yield
    except (DBAPIError, dbapi2.Error) as error:
        found = database_failure(error, path)
        if found is None:
            raise
        raise found from error


@contextlib.contextmanager
def renamed(codes: Mapping[str, str]) -> Iterator[None]:
    """Tell errors under other codes: what is wrong with a profile is told in other words of another kind of file."""
    try:
        yield
    except KursappError as error:
        if error.problem.code not in codes:
            raise
        raise KursappError(replace(error.problem, code=codes[error.problem.code])) from error


def database_failure(error: BaseException, path: Path) -> KursappError | None:
    """Name what is wrong with the file: see ``told``. None where the statement itself was wrong."""
    names = {"file": path.name, "folder": path.parent}
    match result_code(error):
        case Result.FULL:
            return refusal("disk-full", **names)
        case Result.IOERR | Result.CANTOPEN:
            if _is_full(path):
                return refusal("disk-full", **names)
            return refusal("database-io-failed", **names, reason=str(getattr(error, "orig", error)))
        case Result.BUSY | Result.LOCKED:
            return refusal("profile-open-elsewhere", **names)
        case Result.READONLY:
            return refusal("profile-read-only", **names)
        case Result.CORRUPT | Result.NOTADB:
            return refusal("profile-damage-met", **names)
    return None


def _is_full(path: Path) -> bool:
    with contextlib.suppress(OSError):
        return shutil.disk_usage(path.parent).free < SCARCE
    return False
