"""The databases: every profile, the collection, their backups and their keys, gone through without changing a byte."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kursapp.domain.problem import KursappError
from kursapp.files.set_aside import set_aside
from kursapp.files.shelf import Shelf
from kursapp.services.backups import Backups, newest_usable
from kursapp.services.clock import Clock
from kursapp.services.coordinator_door import DATABASE, SCHEMAS
from kursapp.services.doctor.diagnosis import Diagnosis
from kursapp.storage.collection.on_server import look_at_server
from kursapp.storage.collection.schema import SCHEMA as COLLECTION
from kursapp.storage.failure import renamed
from kursapp.storage.inspection import orphans
from kursapp.storage.key_file import is_locked, key_files
from kursapp.storage.opening import examine, is_whole
from kursapp.storage.participant.profile_file import SCHEMA as PROFILE
from kursapp.storage.profiles import ProfileList
from kursapp.storage.schema import Schema
from kursapp.vault.profile_key import is_sound
from kursapp.vault.safe import SAFE_FILE, Safe
from kursapp.vault.stored import SafeStored, read_stored

Unlock = Callable[[Path], bytes | None]
"""Gives the key of a locked profile's database, None where there is no passphrase to try."""


def look_at_profiles(found: Diagnosis, folder: Path, unlock: Unlock, clock: Clock) -> None:
    """Look at every profile. A locked one without its passphrase is named among the facts and left alone."""
    profiles = ProfileList(folder)
    entries = profiles.all()
    locked = []
    for profile in entries:
        path = profiles.database(profile.id)
        _look_at_key_files(found, path)
        key = None
        if is_locked(path):
            try:
                key = unlock(path)
            except KursappError as error:
                found.take(error)
            if key is None:
                locked.append(profile.name)
                continue
        if path.exists() or profile.used_at != profile.created_at:
            _look_at(found, path, PROFILE, key, profile.name, clock)
    found.facts["profiles"] = str(len(entries))
    if locked:
        found.facts["locked"] = ", ".join(locked)


def look_at_collection(found: Diagnosis, folder: Path, url: str, passphrase: str | None, clock: Clock) -> None:
    """Look at the coordinator's safe and collection; into the collection only with the passphrase."""
    shelf = Shelf(folder)
    try:
        data = shelf.read(SAFE_FILE)
        if data is None:
            return
        read_stored(data, SafeStored, "safe", SAFE_FILE, shelf.place)
        if url:
            found.found += look_at_server(url, SCHEMAS[False])
        if passphrase is None:
            found.facts["collection"] = "locked"
            return
        safe = Safe.open(shelf, passphrase)
        for cohort_id in safe.cohorts():
            safe.get(cohort_id)
    except KursappError as error:
        found.take(error)
        return
    found.facts["collection"] = str(len(safe.cohorts()))
    if not url:
        _look_at(found, folder / DATABASE, COLLECTION, safe.database_key(), DATABASE, clock)


def _look_at(found: Diagnosis, path: Path, schema: Schema, key: bytes | None, name: str, clock: Clock) -> None:
    names = {"file": path.name, "folder": path.parent, "name": name}
    try:
        if not path.exists():
            found.error("doctor-missing", **names)
        else:
            with renamed(schema.codes):
                _examine(found, path, schema, key, names)
        kept = Backups(path, schema, key, clock).all()
    except KursappError as error:
        found.take(error)
        return
    for backup in kept:
        if not backup.can_be_used:
            found.warn("doctor-backup", file=backup.name, folder=path.parent)
    if path.exists() and newest_usable(kept) is None:
        found.warn("doctor-no-backup", name=name)
    for aside in set_aside(path):
        found.warn("doctor-set-aside", file=aside.name, folder=aside.parent)


def _examine(found: Diagnosis, path: Path, schema: Schema, key: bytes | None, names: dict[str, object]) -> None:
    looked = examine(path, key, thorough=True, is_certain=schema.key_is_certain)
    if looked.application_id == schema.application_id and looked.version > schema.version:
        found.error("database-newer", **names, version=looked.version, known=schema.version)
    elif looked.sound and looked.application_id != schema.application_id:
        found.error("not-a-profile", **names)
    elif not is_whole(looked, schema):
        found.error("doctor-damaged", **names)
    elif count := orphans(path, key):
        found.error("doctor-orphans", **names, count=count)


def _look_at_key_files(found: Diagnosis, path: Path) -> None:
    for file in key_files(path):
        if file.is_file() and not is_sound(file.read_bytes()):
            found.error("doctor-key", file=file.name, folder=file.parent)
