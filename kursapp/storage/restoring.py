"""Putting a backup where the database is, so that it can be undone: what is there now is kept first."""

from __future__ import annotations

import contextlib
import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kursapp.domain.backup import Occasion
from kursapp.domain.problem import KursappError, refusal
from kursapp.files.folder import check_data_folder
from kursapp.files.set_aside import move_aside, move_orphans_aside
from kursapp.files.writing import replacing, sync_names
from kursapp.storage.backup import Backup, back_up
from kursapp.storage.connection import connect
from kursapp.storage.failure import renamed, told
from kursapp.storage.inspection import COMPANIONS, look
from kursapp.storage.opening import examine, is_whole
from kursapp.storage.schema import Schema


@dataclass(frozen=True, slots=True)
class PutBack:
    """What became of the file that was there: ``kept`` as a backup, or ``set_aside`` where it was damaged.

    Both are None where there was none.
    """

    kept: Path | None = None
    set_aside: Path | None = None


def put_back(backup: Backup, path: Path, schema: Schema, key: bytes | None, at: datetime) -> PutBack:
    """Put a backup where the database is; nobody has it open. The backup itself stays.

    What is there is backed up first, or set aside where it is damaged; then the backup takes its place by one rename.
    Raises KursappError: ``backup-gone``, ``backup-damaged``, ``backup-key-other``, ``backup-newer`` (file, folder),
    ``profile-open-elsewhere``; ``not-a-profile`` and ``database-newer`` where what is there must not give way;
    ``backup-failed``, ``folder-unwritable``, and as ``files.writing``. What was there is then as it was, or set aside
    where it was damaged.
    """
    with renamed(schema.codes):
        if check_data_folder(path.parent).read_only:
            raise refusal("folder-unwritable", file=path.name, folder=path.parent)
        check_backup(backup, schema, key)
        done = _make_way(path, schema, key, at, backup.path)
        # A log that came back after a power cut would be read into the new file.
        sync_names(path.parent)
        with replacing(path) as temporary:
            temporary.touch(mode=0o600)
            shutil.copyfile(backup.path, temporary)
    return done


def check_backup(backup: Backup, schema: Schema, key: bytes | None) -> None:
    """Go thoroughly through a backup. Raises KursappError as ``put_back`` does for what is wrong with it."""
    names = {"file": backup.path.name, "folder": backup.path.parent}
    if not backup.path.exists():
        raise refusal("backup-gone", **names)
    try:
        found = look(backup.path, key, thorough=True)
    except KursappError as error:
        if error.problem.code != "profile-wrong-key":
            raise
        raise refusal("backup-key-other", **names) from error
    if found.application_id == schema.application_id and found.version > schema.version:
        raise refusal("backup-newer", **names)
    if found.application_id != schema.application_id or not is_whole(found, schema):
        raise refusal("backup-damaged", **names)


def _make_way(path: Path, schema: Schema, key: bytes | None, at: datetime, spare: Path) -> PutBack:
    if not path.exists():
        move_orphans_aside(path, at, COMPANIONS)
        return PutBack()
    try:
        found = examine(path, key)
    except KursappError as error:
        # The key opens the backup, so that it is the file that is another's: kept, like what is damaged.
        if error.problem.code != "profile-wrong-key":
            raise
        return PutBack(set_aside=move_aside(path, at, COMPANIONS))
    if found.application_id == schema.application_id and found.version > schema.version:
        raise refusal("database-newer", file=path.name, folder=path.parent, version=found.version, known=schema.version)
    if found.sound and found.application_id != schema.application_id:
        raise refusal("not-a-profile", file=path.name, folder=path.parent)
    if not is_whole(found, schema):
        return PutBack(set_aside=move_aside(path, at, COMPANIONS))
    with told(path), contextlib.closing(connect(path, key)) as driver:
        kept = back_up(driver, path, key, at, occasion=Occasion.RESTORE, spare=spare)
        driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    return PutBack(kept=kept)
