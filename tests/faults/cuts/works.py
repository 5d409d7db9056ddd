"""What is done while the power goes, in a process of its own.

Each prints ``ACK …`` lines, flushed, for what is durable; ``checks`` holds the disk to them. A break takes away one of
the things that make it durable, and is only ever here, never in the program.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import MappingProxyType

from kursapp.files import folder as folder_module
from kursapp.files import writing
from kursapp.files.set_aside import move_aside
from kursapp.files.settings_file import SettingsFile
from kursapp.services.clock import SystemClock
from kursapp.services.participant import Participant
from kursapp.settings import SMALLEST_ZOOM, Settings
from kursapp.storage import connection
from kursapp.storage.backup import backups
from kursapp.storage.inspection import COMPANIONS
from kursapp.storage.participant.profile_file import open_profile
from kursapp.storage.profiles import DATABASE, ProfileList
from tests.faults import writer
from tests.faults.acts import Hand, act
from tests.faults.cuts.authoring import restructure, save_texts
from tests.faults.writer import open_participant

MONDAY = datetime(2026, 3, 9, 12, tzinfo=UTC)
SETTINGS = "innstillinger/settings.json"
PATIENCE = 30
KEY = bytes(range(32))
IN_FILE, IN_LOG = b"what is in the file", b"what is in the log only"
"""What a damaged database and its log hold, where they are set aside."""

BACKED_UP_EVERY = 3
"""Acts between two backups, where backups are what is tried."""


def answer(folder: Path, number: int, run: str) -> int:
    """Answer, write and practise as a participant does, on a profile that is made where there is none.

    What is refused is tried again until it is done.
    """
    writer.PATIENCE = PATIENCE
    return writer.write(folder, number, run)


def change_settings(folder: Path, number: int, _run: str) -> int:
    """Change a setting over and over, in a folder that is made for it."""
    file = SettingsFile(folder / SETTINGS)
    for step in range(1, number + 1):
        file.save(Settings()._replace(text_zoom=SMALLEST_ZOOM + step))
        _acknowledge(f"{step}")
    return 0


def change_profiles(folder: Path, number: int, _run: str) -> int:
    """Make two profiles and give them other names."""
    profiles = ProfileList(folder)
    for _ in range(2):
        made = profiles.create("Navn 0", MONDAY)
        _acknowledge(f"{made.id} 0")
        for step in range(1, number + 1):
            profiles.rename(made.id, f"Navn {step}")
            _acknowledge(f"{made.id} {step}")
            profiles.used(made.id, MONDAY + timedelta(days=step))
    return 0


def back_up(folder: Path, number: int, run: str) -> int:
    """Answer, and make a backup now and then, over so many days that old ones are thinned out."""
    participant = open_participant(folder)
    hand = Hand(participant, run)
    hand.begin()
    for step in range(1, number + 1):
        act(run, step).do(hand)
        _acknowledge(f"{run}-{step}")
        if step % BACKED_UP_EVERY == 0:
            participant.profile.back_up_and_empty(MONDAY + timedelta(days=step))
            _acknowledge(f"{backups(participant.profile.path)[0].path.name} {run}-{step}")
    participant.close()
    return 0


def answer_under_key(folder: Path, number: int, run: str) -> int:
    """Answer, write and practise in a profile that is under a key."""
    folder.mkdir(exist_ok=True)
    participant = Participant(open_profile(folder / DATABASE, create=True, key=KEY), SystemClock())
    hand = Hand(participant, run)
    hand.begin()
    for step in range(1, number + 1):
        act(run, step).do(hand)
        _acknowledge(f"{run}-{step}")
    participant.close()
    return 0


def set_aside(folder: Path, _number: int, _run: str) -> int:
    """Set a damaged database aside, with its log."""
    move_aside(folder / DATABASE, MONDAY, COMPANIONS)
    _acknowledge("aside")
    return 0


def open_and_close(folder: Path, _number: int, _run: str) -> int:
    """Open a profile, which mends what a cut left, and close it."""
    open_participant(folder).close()
    return 0


Work = Callable[[Path, int, str], int]
WORKS: Mapping[str, Work] = {
    "answers": answer,
    "settings": change_settings,
    "profiles": change_profiles,
    "backups": back_up,
    "under a key": answer_under_key,
    "aside": set_aside,
    "texts": save_texts,
    "structure": restructure,
    "opening": open_and_close,
}


def _sync_no_database() -> None:
    settings = {**connection.SETTINGS, "synchronous": "OFF"}
    connection.SETTINGS = MappingProxyType(settings)  # type: ignore[misc]


def _sync_no_file() -> None:
    writing.sync_file = lambda path: None


def _sync_no_folder() -> None:
    writing.sync_folder = lambda path: None
    folder_module.sync_folder = lambda path: None


BREAKS: Mapping[str, Callable[[], None]] = {
    "database": _sync_no_database,
    "file": _sync_no_file,
    "folder": _sync_no_folder,
}


def _acknowledge(words: str) -> None:
    os.write(sys.stdout.fileno(), f"ACK {words}\n".encode())
