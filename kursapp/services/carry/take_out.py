"""Taking everything out: a folder with all of a profile as JSON, and as Markdown to read, whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TextIO

import msgspec

import kursapp
from kursapp.domain.days import local_day
from kursapp.domain.exporting import Watch
from kursapp.domain.problem import refusal
from kursapp.domain.record import Profile
from kursapp.export.mine.documents import documents, read_me
from kursapp.files.failure import write_failure
from kursapp.files.folders import make_staging, move_folder, remove_folder, sweep_folders
from kursapp.files.writing import write_text
from kursapp.services.carry.move_out import Copied
from kursapp.services.carry.own_things import own_things
from kursapp.services.clock import Clock
from kursapp.storage.participant.profile_file import SCHEMA, ProfileFile, open_profile

FORMAT = 1
EVERYTHING = "alt.json"


@dataclass(frozen=True, slots=True)
class TakenOut:
    """The folder that was made, its files and their bytes."""

    folder: Path
    files: tuple[str, ...]
    size: int


def take_out(copied: Copied, parent: Path, language: str, clock: Clock, watch: Watch) -> TakenOut:
    """Write everything of a profile that was copied to a new folder in ``parent``; the copy is put away.

    Raises KursappError: ``carry-cancelled``, and as ``files.folders`` names what the disk says. Nothing half is left.
    """
    try:
        sweep_folders(parent)
        place = _staging(copied, parent)
        try:
            _write_all(copied, place, language, clock.now(), watch)
            folder = _free(parent, copied.profile.name, local_day(clock.now()))
            move_folder(place, folder)
        finally:
            remove_folder(place)
        files = sorted(path.name for path in folder.iterdir())
        return TakenOut(folder, tuple(files), sum((folder / name).stat().st_size for name in files))
    except OSError as error:
        raise write_failure(error, parent) from error
    finally:
        copied.put_away()


def _write_all(copied: Copied, place: Path, language: str, now: datetime, watch: Watch) -> None:
    file = open_profile(copied.database, key=copied.key)
    try:
        own = own_things(file, copied.profile, local_day(now), language)
        counts = {name: file.everything.count(name) for name in file.everything.tables()}
        with (place / EVERYTHING).open("x", encoding="utf-8", newline="\n") as out:
            _write_json(out, file, copied.profile, now, counts, watch)
        texts = documents(own)
        name, words = read_me(own, counts)
        for each, text in {**texts, name: words}.items():
            write_text(place / each, text)
    finally:
        file.close()


def _write_json(
    out: TextIO, file: ProfileFile, profile: Profile, now: datetime, counts: dict[str, int], watch: Watch
) -> None:
    """Write every table, one row a line, without holding more than one table in memory."""
    head = {
        "format": "kursapp-alt",
        "version": FORMAT,
        "made_at": now.isoformat(),
        "program": kursapp.__version__,
        "schema": SCHEMA.version,
        "profile": {
            "id": profile.id,
            "name": profile.name,
            "created_at": profile.created_at.isoformat(),
            "used_at": profile.used_at.isoformat(),
        },
    }
    done, total = 0, sum(counts.values())
    out.write(_json(head)[:-1] + ',"tables":{')
    for number, table in enumerate(counts):
        out.write(("," if number else "") + f"\n{_json(table)}:[")
        for place, row in enumerate(file.everything.rows(table)):
            if watch.cancelled():
                raise refusal("carry-cancelled")
            out.write(("," if place else "") + "\n" + _json(row))
            done += 1
            watch.progress(done, total)
        out.write("]")
    out.write("}}\n")


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode("utf-8")


def _staging(copied: Copied, parent: Path) -> Path:
    """Make the folder it grows in: with the copy, which the next start removes if this one is killed.

    A folder on another disk cannot be put in place from there by one rename, so there it grows beside its place.
    """
    if _is_on(parent, copied.place):
        place = copied.place / "ut"
        place.mkdir(mode=0o700)
        return place
    return make_staging(parent)


def _is_on(parent: Path, place: Path) -> bool:
    """Say whether both are on one disk."""
    return parent.is_dir() and parent.stat().st_dev == place.stat().st_dev


def _free(parent: Path, name: str, today: date) -> Path:
    """Return a folder that is not there yet, named by person and day as every system allows."""
    shown = "".join(letter if letter.isalnum() or letter in " -" else " " for letter in name)
    base = " ".join(f"Kursapp {shown} {today.isoformat()}".split())
    folder, number = parent / base, 2
    while folder.exists():
        folder, number = parent / f"{base} ({number})", number + 1
    return folder
