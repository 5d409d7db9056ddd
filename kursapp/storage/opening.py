"""Opening a database file: looked at first, set aside where it is damaged, refused where it is not ours to change."""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kursapp.domain.problem import KursappError, refusal
from kursapp.files.folder import check_data_folder
from kursapp.files.set_aside import move_aside, move_orphans_aside
from kursapp.files.writing import replacing, sweep
from kursapp.storage.backup import back_up, backups, is_backed_up
from kursapp.storage.connection import connect, connect_plainly
from kursapp.storage.database import Database
from kursapp.storage.failure import renamed, told
from kursapp.storage.inspection import COMPANIONS, Look, load_copy, look, opens
from kursapp.storage.migrating import migrate
from kursapp.storage.schema import Schema, schema_names

_SALT = 16
"""Bytes a database with a key begins with: chance, never zeros."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An open database, and whether it has ``changed`` since its newest backup was made."""

    database: Database
    changed: bool


def open_database(
    path: Path, schema: Schema, *, create: bool = False, key: bytes | None = None, at: datetime
) -> Opened:
    """Open a database alone, up to date and sound; in a folder that can only be read, a copy of it in memory.

    ``create`` makes the file where there is none. Raises KursappError: ``profile-missing``, ``not-a-profile``,
    ``database-newer``, ``profile-open-elsewhere``, ``profile-wrong-key``, ``profile-damaged`` (file, folder, ``kept``:
    the name it now has, ``backup``: the newest backup's name or empty), ``migration-failed``, ``backup-failed``,
    ``network-folder``, ``folder-unwritable``, ``disk-full``. Nothing is changed by a refusal, and the damaged file is
    only renamed. A schema with codes of its own tells them under those.
    """
    with renamed(schema.codes):
        return _open(path, schema, create=create, key=key, at=at)


def _open(path: Path, schema: Schema, *, create: bool, key: bytes | None, at: datetime) -> Opened:
    folder = check_data_folder(path.parent)
    if not path.exists():
        if not create:
            raise refusal("profile-missing", file=path.name, folder=path.parent)
        if folder.read_only:
            raise refusal("folder-unwritable", file=path.name, folder=path.parent)
        move_orphans_aside(path, at, COMPANIONS)
        create_database(path, schema, key)
    if folder.read_only or not os.access(path, os.W_OK):
        return Opened(_open_to_read(path, schema, key), changed=False)
    sweep(path.parent)
    found = examine(path, key, is_certain=schema.key_is_certain)
    _refuse_others(path, found, schema)
    if not is_whole(found, schema):
        raise _damaged(path, kept=move_aside(path, at, COMPANIONS))
    changed = not is_backed_up(path)
    with told(path):
        database = Database(connect(path, key), path, key, read_only=False, codes=schema.codes)
    try:
        if found.version < schema.version:
            back_up(database.driver, path, key, at, before=schema.version)
            migrate(database, schema, found.version)
    except BaseException:
        database.close()
        raise
    return Opened(database, changed)


def create_database(path: Path, schema: Schema, key: bytes | None = None) -> None:
    """Make an empty database of the newest version, whole or not at all; one that is there already stays.

    The tables are made from their description and not step by step, so that Alembic is not needed.
    """
    with contextlib.suppress(FileExistsError), replacing(path, overwrite=False) as temporary, told(path):
        # Without a log, so that the one file is all there is when it gets its name.
        database = Database(connect_plainly(temporary, key), temporary, key, read_only=False)
        try:
            with database.transaction():
                database.driver.execute(f"PRAGMA application_id={schema.application_id}")
                database.driver.execute(f"PRAGMA user_version={schema.version}")
                schema.metadata.create_all(database.connection, checkfirst=False)
        finally:
            database.close()


def examine(path: Path, key: bytes | None, *, thorough: bool = False, is_certain: bool = False) -> Look:
    """Look at a database as ``inspection.look`` does, and tell damage from a wrong key.

    The engine cannot: without the first page intact nothing says whose key it was. Where the key opens a backup of the
    same file, or the file begins with nothing at all, the file is at fault; and always where the key ``is_certain``.
    """
    try:
        return look(path, key, thorough=thorough)
    except KursappError as error:
        if error.problem.code != "profile-wrong-key" or not (is_certain or _is_our_key(path, key)):
            raise
        return Look()


def _is_our_key(path: Path, key: bytes | None) -> bool:
    with path.open("rb") as file:
        salt = file.read(_SALT)
    return salt == bytes(len(salt)) or any(opens(backup.path, key) for backup in backups(path))


def is_whole(found: Look, schema: Schema) -> bool:
    """Say whether a file is sound and has every table and index its version has. Of earlier versions not all is known.

    A file with our tables has a version.
    """
    if not found.sound or found.version < 0:
        return False
    names = schema_names(schema)
    if found.version == 0 < schema.version:
        return not names & found.names
    return found.version != schema.version or names <= found.names


def _open_to_read(path: Path, schema: Schema, key: bytes | None) -> Database:
    memory, found = load_copy(path, key)
    try:
        _refuse_others(path, found, schema)
        if not is_whole(found, schema):
            raise _damaged(path, kept=path)
        database = Database(memory, path, key, read_only=False, codes=schema.codes)
        if found.version < schema.version:
            migrate(database, schema, found.version)
        memory.execute("PRAGMA query_only=ON")
    except BaseException:
        memory.close()
        raise
    database.read_only = True
    return database


def _refuse_others(path: Path, found: Look, schema: Schema) -> None:
    names = {"file": path.name, "folder": path.parent}
    if found.application_id == schema.application_id and found.version > schema.version:
        raise refusal("database-newer", **names, version=found.version, known=schema.version)
    if found.sound and found.application_id != schema.application_id:
        raise refusal("not-a-profile", **names)


def _damaged(path: Path, kept: Path) -> KursappError:
    newest = next(iter(backups(path)), None)
    backup = newest.path.name if newest else ""
    return refusal("profile-damaged", file=path.name, folder=path.parent, kept=kept.name, backup=backup)
