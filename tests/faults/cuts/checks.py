"""What must be true of a folder after a cut, whatever was being done: nothing acknowledged is lost, nothing is half."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from kursapp.files.settings_file import SettingsFile
from kursapp.services.clock import SystemClock
from kursapp.services.participant import Participant
from kursapp.settings import SMALLEST_ZOOM
from kursapp.storage.backup import Backup, backups
from kursapp.storage.inspection import LOG, look
from kursapp.storage.participant.profile_file import SCHEMA, open_profile
from kursapp.storage.profiles import DATABASE, ProfileList
from kursapp.storage.restoring import put_back
from tests.faults.acts import Hand, found_in
from tests.faults.cuts.authoring import check_structure, check_texts
from tests.faults.cuts.works import IN_FILE, IN_LOG, KEY, MONDAY, SETTINGS
from tests.faults.verify import acknowledged, lost, verify

Check = Callable[[Path, Sequence[str]], Sequence[str]]
"""Looks at a folder and the lines said before the cut, and returns a sentence for each thing that is wrong."""


def check_answers(folder: Path, said: Sequence[str]) -> Sequence[str]:
    """Every acknowledged act is there with its content, and the files are sound; opening mends them."""
    return verify(folder, "".join(f"{line}\n" for line in said)).wrong


def check_settings(folder: Path, said: Sequence[str]) -> Sequence[str]:
    """The settings are those acknowledged last, or the next; never half, never the defaults."""
    settings, problem = SettingsFile(folder / SETTINGS).load()
    if problem is not None:
        return [f"The settings cannot be read: {problem.code}."]
    last = int(_acknowledged(said)[-1]) if _acknowledged(said) else 0
    # Where there is no file yet, the setting is 100.
    step = settings.text_zoom - SMALLEST_ZOOM if (folder / SETTINGS).exists() else 0
    return [] if last <= step <= last + 1 else [f"The settings are of step {step}, and {last} was acknowledged."]


def check_profiles(folder: Path, said: Sequence[str]) -> Sequence[str]:
    """Every acknowledged profile is in the list, under the name it was given last, or the next."""
    wrong = []
    newest = dict(line.split() for line in _acknowledged(said))
    for profile_id, step in newest.items():
        profile = ProfileList(folder).get(profile_id)
        names = (f"Navn {step}", f"Navn {int(step) + 1}")
        if profile is None:
            wrong.append(f"The profile {profile_id} is gone.")
        elif profile.name not in names:
            wrong.append(f"The profile {profile_id} is called {profile.name}, and {names[0]} was acknowledged.")
    for profile in ProfileList(folder).all():
        if profile.id not in newest and not profile.name.startswith(("Navn", profile.id)):
            wrong.append(f"A profile is called {profile.name}.")
    return wrong


def check_backups(folder: Path, said: Sequence[str]) -> Sequence[str]:
    """The newest acknowledged backup is there or a newer, and every one is sound and holds all from before it."""
    told = _acknowledged(said)
    acts = [f"ACK {line}" for line in told if " " not in line]
    wrong = list(check_answers(folder, acts))
    made = dict(line.split() for line in told if " " in line)
    for profile in ProfileList(folder).all():
        path = ProfileList(folder).database(profile.id)
        found = backups(path)
        if made and (not found or found[0].path.name < max(made)):
            wrong.append(f"The backup {max(made)} is gone.")
        if found:
            wrong += _restored(found[0], path, acts, made.get(found[0].path.name))
    return wrong


def check_under_key(folder: Path, said: Sequence[str]) -> Sequence[str]:
    """As ``check_answers``, of a profile under a key; while it is made there may be none."""
    runs, wrong = acknowledged("".join(f"{line}\n" for line in said))
    path = folder / DATABASE
    if not path.exists():
        return [f"The profile of {run} is gone." for run in runs]
    with contextlib.closing(Participant(open_profile(path, key=KEY), SystemClock())) as participant:
        for run, numbers in runs.items():
            wrong += lost(run, numbers, found_in(Hand(participant, run)))
    return wrong if look(path, KEY, thorough=True).sound else [*wrong, "The profile is not sound."]


def check_aside(folder: Path, said: Sequence[str]) -> Sequence[str]:
    """A file never stands under its name without its log: it would be taken for all there is. Neither is ever lost."""
    names = {path.read_bytes(): path.name for path in folder.iterdir()}
    if set(names) != {IN_FILE, IN_LOG}:
        return [f"Of a damaged file and its log, there is {', '.join(names.values())}."]
    wrong = []
    if names[IN_FILE] == DATABASE and names[IN_LOG] != DATABASE + LOG:
        wrong.append("The file is there, and its log is set aside.")
    if said and DATABASE in names.values():
        wrong.append("The file that was set aside is back.")
    return wrong


def _restored(backup: Backup, path: Path, acts: Sequence[str], last: str | None) -> Sequence[str]:
    """Put a backup in the place of the profile, and hold it against what was acknowledged before it was made."""
    before = acts[: acts.index(f"ACK {last}") + 1] if last else ()
    path.unlink()
    put_back(backup, path, SCHEMA, None, MONDAY)
    folder = path.parent.parent.parent
    return [f"Restored from {backup.path.name}: {line}" for line in check_answers(folder, before)]


CHECKS: Mapping[str, Check] = {
    "answers": check_answers,
    "settings": check_settings,
    "profiles": check_profiles,
    "backups": check_backups,
    "under a key": check_under_key,
    "aside": check_aside,
    "texts": check_texts,
    "structure": check_structure,
}


def _acknowledged(said: Sequence[str]) -> Sequence[str]:
    return [line.removeprefix("ACK ") for line in said if line.startswith("ACK ")]
