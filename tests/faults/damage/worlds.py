"""What is damaged: a profile with every kind of page in it, and a collection; each with a backup."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from sqlcipher3 import dbapi2

from kursapp.storage.backup import back_up
from kursapp.storage.collection.schema import SCHEMA as COLLECTION
from kursapp.storage.database import Database
from kursapp.storage.opening import open_database
from kursapp.storage.participant.profile_file import SCHEMA as PROFILE
from kursapp.storage.schema import Schema
from tests.faults.operations.dumps import Dump, dump

KEY = bytes(range(32))
AT = datetime(2026, 3, 9, 12, tzinfo=UTC)
_WORDS = ("barn", "leder", "møte", "frist", "plan", "risiko", "tiltak", "melding", "vedtak", "samtale", "uke", "tilsyn")


@dataclass(frozen=True, slots=True)
class World:
    """A database in a folder of its own, as it was before anything was done to it."""

    name: str
    path: Path
    schema: Schema
    key: bytes | None
    whole: Dump
    files: Mapping[str, bytes]

    def open(self) -> Database:
        """Open it as the program does."""
        return open_database(self.path, self.schema, key=self.key, at=AT).database

    def again(self) -> None:
        """Put everything back as it was."""
        shutil.rmtree(self.path.parent)
        for name, data in self.files.items():
            file = self.path.parent / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)

    def present(self) -> dict[str, bytes]:
        """Return the files there are now."""
        return _files(self.path.parent)


def profile(folder: Path, key: bytes | None, chance: Random) -> World:
    """Make a profile of a few weeks: many rows, long texts, and room that deleted ones left."""
    return _world("profil", folder / "profil.db", PROFILE, key, lambda driver: _write_profile(driver, chance))


def collection(folder: Path, chance: Random) -> World:
    """Make a collection with closed rounds and sealed files."""
    return _world(
        "samling", folder / "innsamling.db", COLLECTION, KEY, lambda driver: _write_collection(driver, chance)
    )


def _world(
    name: str, path: Path, schema: Schema, key: bytes | None, write: Callable[[dbapi2.Connection], None]
) -> World:
    path.parent.mkdir(parents=True)
    database = open_database(path, schema, create=True, key=key, at=AT).database
    with contextlib.closing(database):
        database.driver.execute("BEGIN IMMEDIATE")
        write(database.driver)
        database.driver.execute("COMMIT")
        back_up(database.driver, path, key, AT)
    return World(name, path, schema, key, dump(path, key), _files(path.parent))


def _write_profile(driver: dbapi2.Connection, chance: Random) -> None:
    driver.execute("INSERT INTO asked VALUES ('f', 'choice', '{}')")
    for number in range(400):
        driver.execute(
            "INSERT INTO answer VALUES (NULL, 'kurs', '1', ?, 'f', NULL, ?, NULL, 1, 1, 1, ?)",
            (f"q-{number}", f'{{"chosen":["{chance.choice(_WORDS)}"]}}', number),
        )
    for number in range(120):
        said = " ".join(chance.choices(_WORDS, k=chance.choice((8, 60, 1500))))
        row = (f"n-{number:026}", "note", "kurs", "okt", f"p-{number % 9}", "Side", "", "", "", 0, 0, "", said)
        driver.execute(f"INSERT INTO note VALUES ({','.join('?' * 13)}, ?, ?, NULL, 0)", (*row, number, number))
        driver.execute("INSERT INTO field VALUES ('kurs', ?, '', ?, NULL, ?)", (f"i-{number}", said, number))
    driver.execute("DELETE FROM note WHERE id LIKE '%7'")


def _write_collection(driver: dbapi2.Connection, chance: Random) -> None:
    driver.execute("INSERT INTO cohort VALUES ('a', ?, 24, 1)", (chance.randbytes(9000),))
    driver.executemany("INSERT INTO round VALUES (?, 'a', ?)", [(1, "for"), (2, "etter")])
    driver.execute("INSERT INTO closing VALUES (1, 1, 20)")
    for number in range(60):
        driver.execute("INSERT INTO delivery VALUES (2, ?, ?, x'', ?)", (*_marks(chance), chance.randbytes(3000)))
        driver.execute("INSERT INTO answer VALUES (?, 1, ?, '3', 1)", (chance.randbytes(16), f"q{number % 12}"))
        driver.execute("INSERT INTO seen VALUES ('a', ?)", (chance.randbytes(32),))
    driver.execute("DELETE FROM delivery WHERE response < x'40'")


def _marks(chance: Random) -> tuple[bytes, bytes]:
    return chance.randbytes(16), chance.randbytes(32)


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
