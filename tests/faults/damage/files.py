"""Damaged databases and backups: noticed, nothing written to them, and the way back leads back."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Sequence

from kursapp.domain.problem import KursappError
from kursapp.services.backups import Backups, newest_usable
from kursapp.storage.backup import FOLDER
from tests.faults.damage.ways import Damage
from tests.faults.damage.worlds import AT, World
from tests.faults.operations.dumps import dump

NOTICED = frozenset({"profile-damaged", "collection-damaged"})
REFUSED = frozenset(
    {"database-newer", "collection-newer", "not-a-profile", "not-a-collection", "profile-wrong-key", "migration-failed"}
)
"""Refused unchanged: the damage is such that the file may be somebody else's, or of another program."""


class StillClock:
    """A clock that stands still."""

    def now(self) -> object:
        """Return the moment."""
        return AT


class Seen:
    """What was met: ``found`` to be wrong, and how often only words in the midst of a text were another."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self.words_only = 0


def damaged_databases(world: World, ways: Iterable[Damage]) -> Seen:
    """Damage the database in each way, open it as a start does, and go back to the backup."""
    seen = Seen()
    for way in ways:
        world.again()
        damaged = way.made(world.files[world.path.name])
        if damaged != world.files[world.path.name]:
            world.path.write_bytes(damaged)
            seen.found += [f"{world.name}, {way.name}: {line}" for line in _one(world, damaged, seen)]
    world.again()
    return seen


def damaged_logs(world: World, ways: Iterable[Damage]) -> Seen:
    """Leave a spoilt log beside a sound database: what was in the file before must be there."""
    seen = Seen()
    for way in ways:
        world.again()
        log = world.path.with_name(world.path.name + "-wal")
        log.write_bytes(way.made(world.files[world.path.name])[:60_000])
        with contextlib.suppress(KursappError):
            world.open().close()
            if dump(world.path, world.key) != world.whole:
                seen.found.append(f"{world.name}, log {way.name}: another content")
    world.again()
    return seen


def damaged_backups(world: World, ways: Iterable[Damage]) -> Seen:
    """Damage the only backup in each way: it is never offered as sound unless it is, and the file stays as it was."""
    seen = Seen()
    (name,) = (each for each in world.files if each.startswith(FOLDER))
    for way in ways:
        world.again()
        damaged = way.made(world.files[name])
        if damaged == world.files[name]:
            continue
        (world.path.parent / name).write_bytes(damaged)
        seen.found += [f"{world.name}, backup {way.name}: {line}" for line in _one_backup(world, name, damaged, seen)]
    world.again()
    return seen


def _one(world: World, damaged: bytes, seen: Seen) -> Sequence[str]:
    try:
        world.open().close()
    except KursappError as error:
        return _noticed(world, damaged, error)
    except Exception as error:  # noqa: BLE001 - whatever breaks off is what is looked for
        return (f"broke off: {type(error).__name__}: {error}",)
    return _unnoticed(world, seen)


def _noticed(world: World, damaged: bytes, error: KursappError) -> Sequence[str]:
    """Look at what a refusal left, and go back."""
    code, files = error.problem.code, world.present()
    if code in REFUSED:
        return () if files[world.path.name] == damaged else (f"{code}, and changed",)
    if code not in NOTICED:
        return (f"told as {code}",)
    kept = error.problem.value("kept")
    found = []
    if files.get(kept) != damaged:
        found.append("what was set aside is not what was there")
    if world.path.name in files:
        found.append("the damaged file still has its name")
    backups = Backups(world.path, world.schema, world.key, StillClock())  # type: ignore[arg-type]
    newest = newest_usable(backups.all())
    if newest is None or newest.name != error.problem.value("backup"):
        return (*found, "no backup was offered")
    backups.restore(newest.name)
    if dump(world.path, world.key) != world.whole:
        found.append("going back did not bring everything back")
    if world.present().get(kept) != damaged:
        found.append("going back changed what was set aside")
    return found


def _unnoticed(world: World, seen: Seen) -> Sequence[str]:
    """Nobody noticed: then everything must be there. Without a key, words in the midst of a text may be another."""
    try:
        now = dump(world.path, world.key)
    except Exception as error:  # noqa: BLE001 - whatever breaks off is what is looked for
        return (f"opened, and cannot be read: {error}",)
    if now == world.whole:
        return ()
    if world.key is None and _shape(now) == _shape(world.whole):
        seen.words_only += 1
        return ()
    return ("not noticed, and something is another",)


def _one_backup(world: World, name: str, damaged: bytes, seen: Seen) -> Sequence[str]:
    backups = Backups(world.path, world.schema, world.key, StillClock())  # type: ignore[arg-type]
    try:
        (kept,) = backups.all()
        found = _offered(world, name, seen) if kept.can_be_used else _not_offered(world, backups, kept.name)
    except Exception as error:  # noqa: BLE001 - whatever breaks off is what is looked for
        return (f"broke off: {type(error).__name__}: {error}",)
    if (world.path.parent / name).read_bytes() != damaged:
        return (*found, "the backup was written to")
    return found


def _not_offered(world: World, backups: Backups, name: str) -> Sequence[str]:
    try:
        backups.restore(name)
    except KursappError as error:
        if not error.problem.code.startswith("backup-"):
            return (f"told as {error.problem.code}",)
    else:
        return ("gone back to, though it cannot be used",)
    return () if world.path.read_bytes() == world.files[world.path.name] else ("the database is another",)


def _offered(world: World, name: str, seen: Seen) -> Sequence[str]:
    now = dump(world.path.parent / name, world.key)
    if now == world.whole:
        return ()
    if world.key is None and _shape(now) == _shape(world.whole):
        seen.words_only += 1
        return ()
    return ("offered, and something in it is another",)


def _shape(dumped: object) -> object:
    """Return how many rows each table has: what remains when only words are another."""
    assert isinstance(dumped, dict)
    return {name: len(rows) if isinstance(rows, (list, tuple)) else None for name, rows in dumped.items()}
