"""Backups of a database: copies that have been opened again and checked before they count.

They lie in ``sikkerhetskopier`` beside the file. The newest of each of the last ten days that have one are kept, and
of each of the last eight weeks; those made before a migration are counted apart. Of those made before an import, and
before another backup was put back, the last ten are kept: several of one day may each be the only copy of something.
"""

from __future__ import annotations

import contextlib
import os
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from sqlcipher3 import dbapi2

from kursapp.domain.backup import Occasion
from kursapp.domain.problem import refusal
from kursapp.files.failure import write_failure
from kursapp.files.folder import make_private_folder
from kursapp.files.listed import listed
from kursapp.files.writing import replacing, sweep
from kursapp.storage.connection import connect_plainly
from kursapp.storage.failure import database_failure
from kursapp.storage.inspection import LOG, is_sound, look

FOLDER = "sikkerhetskopier"
DAYS = 10
WEEKS = 8

SINGLE = 10
"""Backups made before an import, or before one was put back, that are kept."""

_WORDS = {Occasion.IMPORT: "import", Occasion.RESTORE: "henting"}
_OCCASIONS = {word: occasion for occasion, word in _WORDS.items()}
_NAME = re.compile(
    r"(?P<at>\d{8}T\d{6}Z)(?:-for-(?:v(?P<before>\d+)|(?P<occasion>import|henting)))?(?:-(?P<number>\d+))?"
)
_STAMP = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy that was checked when it was made. ``before``: the version a migration went to, 0 for the others.

    ``number`` tells those of one second apart.
    """

    path: Path
    made_at: datetime
    before: int = 0
    number: int = 1
    occasion: Occasion = Occasion.DAILY


def backups(path: Path) -> tuple[Backup, ...]:
    """Return the backups of a database, newest first. Raises KursappError ``file-not-read``."""
    found = []
    for beside in listed(path.parent / FOLDER, f"{path.stem}-*{path.suffix}"):
        parts = _NAME.fullmatch(beside.stem.removeprefix(f"{path.stem}-"))
        if parts is not None:
            found.append(_read_name(beside, parts))
    return tuple(sorted(found, key=lambda backup: (backup.made_at, backup.number, backup.before), reverse=True))


def _read_name(path: Path, parts: re.Match[str]) -> Backup:
    made_at = datetime.strptime(parts["at"], _STAMP).replace(tzinfo=UTC)
    occasion = Occasion.MIGRATION if parts["before"] else _OCCASIONS.get(parts["occasion"] or "", Occasion.DAILY)
    return Backup(path, made_at, int(parts["before"] or 0), int(parts["number"] or 1), occasion)


def is_backed_up(path: Path) -> bool:
    """Say whether the file is as it was when a backup was made of it. Asked before the file is opened."""
    if path.with_name(path.name + LOG).exists():
        return False
    # Not only the newest by its name: one made while the clock was ahead would hide those made since.
    made_from = path.stat().st_mtime_ns
    return any(backup.path.stat().st_mtime_ns == made_from for backup in backups(path))


def back_up(
    source: dbapi2.Connection,
    path: Path,
    key: bytes | None,
    at: datetime,
    *,
    before: int = 0,
    occasion: Occasion = Occasion.DAILY,
    spare: Path | None = None,
) -> Path:
    """Copy an open database, check the copy, and only then give it a name. ``before``: the version it migrates to.

    ``spare`` is a backup that stays however old it is: somebody is about to use it. Raises KursappError: ``disk-full``,
    ``folder-unwritable``, ``backup-failed`` (file, folder), ``backup-of-damaged`` where the database itself is at fault
    in a way opening it did not show. Nothing half is left.
    """
    folder = path.parent / FOLDER
    make_private_folder(folder)
    sweep(folder)
    made_from = path.stat().st_mtime_ns
    target = _free_name(path, at, f"v{before}" if before else _WORDS.get(occasion, ""))
    with replacing(target) as temporary:
        _copy(source, temporary, path, key, target)
        if not look(temporary, key, thorough=True).sound:
            raise refusal("backup-failed" if is_sound(source) else "backup-of-damaged", file=path.name, folder=folder)
        os.utime(temporary, ns=(made_from, made_from))
    for old in superseded(backups(path), at):
        if old.path not in (spare, target):
            with contextlib.suppress(OSError):
                old.path.unlink()
    return target


def copy_out(source: dbapi2.Connection, target: Path, key: bytes | None) -> None:
    """Copy an open database to a file that is not there yet, and check the copy.

    Raises KursappError: ``disk-full``, ``backup-failed`` (file, folder). Whoever calls throws a failed copy away.
    """
    _copy(source, target, target, key, target)
    if not look(target, key).sound:
        raise refusal("backup-failed", file=target.name, folder=target.parent)


def rewrite(path: Path, key: bytes | None, change: Callable[[dbapi2.Connection], None]) -> None:
    """Change every backup of a database, for what is to be forgotten there too; nothing of it stays in their pages.

    Each is changed as a copy that takes its place when it is whole. One that is damaged is left as it is: nothing can
    be read from it, and nothing is ever deleted for that. Raises KursappError: ``disk-full``, ``backup-failed``.
    """
    for backup in backups(path):
        if look(backup.path, key).sound:
            _rewrite(backup.path, key, change)


def _rewrite(path: Path, key: bytes | None, change: Callable[[dbapi2.Connection], None]) -> None:
    made_from = path.stat().st_mtime_ns
    with replacing(path) as temporary:
        temporary.touch(mode=0o600)
        temporary.write_bytes(path.read_bytes())
        try:
            with contextlib.closing(connect_plainly(temporary, key)) as connection:
                change(connection)
                connection.execute("VACUUM")
        except dbapi2.Error as error:
            found = database_failure(error, path)
            raise found or refusal("backup-failed", file=path.name, folder=path.parent) from error
        if not look(temporary, key).sound:
            raise refusal("backup-failed", file=path.name, folder=path.parent)
        os.utime(temporary, ns=(made_from, made_from))


def superseded(newest_first: Iterable[Backup], now: datetime) -> tuple[Backup, ...]:
    """Return the backups that are neither among the last ten daily nor the last eight weekly ones of their kind.

    Of those made before an import, or before one was put back, all but the last ten. Those from after ``now``, when the
    clock was ahead, are counted for themselves and push nothing out.
    """
    kept: dict[tuple[int, bool], tuple[set[date], set[tuple[int, int]]]] = {}
    single = Counter[tuple[Occasion, bool]]()
    dropped = []
    for backup in newest_first:
        ahead = backup.made_at > now
        if backup.occasion in _WORDS:
            single[backup.occasion, ahead] += 1
            if single[backup.occasion, ahead] > SINGLE:
                dropped.append(backup)
            continue
        days, weeks = kept.setdefault((backup.before, ahead), (set(), set()))
        day, week = backup.made_at.date(), backup.made_at.isocalendar()[:2]
        daily, weekly = day not in days and len(days) < DAYS, week not in weeks and len(weeks) < WEEKS
        if daily:
            days.add(day)
        if weekly:
            weeks.add(week)
        if not (daily or weekly):
            dropped.append(backup)
    return tuple(dropped)


def _copy(source: dbapi2.Connection, temporary: Path, path: Path, key: bytes | None, named: Path) -> None:
    """Copy to ``temporary``, which is told of as the file it is to be: ``named``."""
    try:
        with contextlib.closing(connect_plainly(temporary, key)) as target:
            source.backup(target)
    except dbapi2.Error as error:
        found = database_failure(error, named)
        if found is not None and found.problem.code == "disk-full":
            raise found from error
        raise refusal("backup-failed", file=path.name, folder=temporary.parent) from error
    except OSError as error:
        raise write_failure(error, temporary) from error


def _free_name(path: Path, at: datetime, what_for: str) -> Path:
    stamp = at.astimezone(UTC).strftime(_STAMP)
    stem = f"{path.stem}-{stamp}" + (f"-for-{what_for}" if what_for else "")
    # Of one second the highest number is the newest: a lower one that has become free again would count as older.
    same = (one for one in backups(path) if one.path.stem.removesuffix(f"-{one.number}") == stem)
    number = max((one.number for one in same), default=0) + 1
    return path.parent / FOLDER / f"{stem}{f'-{number}' if number > 1 else ''}{path.suffix}"
