"""The note that a profile is being cleared away: written before the first file goes, removed after the last look.

It is looked for at every start, before the first paint, so that what was broken off is finished before anything else.
"""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import NamedTuple

NOTE = "tommes.json"
VERSION = 1
LARGEST = 65_536
MOST_MARKS = 64


class Pending(NamedTuple):
    """A profile to be cleared away: its id, its name, and the marks by which what is left of it would be known."""

    profile_id: str
    name: str
    marks: tuple[str, ...]


def note_path(data_folder: Path) -> Path:
    """Return where the note lies."""
    return data_folder / NOTE


def read_pending(data_folder: Path) -> Pending | None:
    """Return what is to be cleared away; None where nothing is, or the note says nothing that can be read."""
    with contextlib.suppress(OSError, ValueError, RecursionError, KeyError, TypeError):
        with note_path(data_folder).open("rb") as file:
            data = file.read(LARGEST + 1)
        if len(data) <= LARGEST:
            import json

            said = json.loads(data.decode("utf-8"))
            profile_id, name, marks = said["profile"], said["name"], said["marks"]
            if said["version"] == VERSION and all(isinstance(each, str) for each in (profile_id, name, *marks)):
                return Pending(profile_id, name, tuple(marks)[:MOST_MARKS])
    return None


def write_pending(data_folder: Path, pending: Pending) -> None:
    """Write the note, durably: from now on the profile goes. Raises KursappError as ``files.writing``."""
    import json

    from kursapp.files.writing import write_text

    said = {
        "version": VERSION,
        "profile": pending.profile_id,
        "name": pending.name,
        "marks": list(pending.marks[:MOST_MARKS]),
    }
    write_text(note_path(data_folder), json.dumps(said, ensure_ascii=False) + "\n")
