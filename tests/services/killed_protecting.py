"""Puts a profile under a passphrase, or takes it away, and is killed at one step after another.

``python -m tests.services.killed_protecting WORK FOLDER EVERY``: writes, for each step it was killed at (every so
many), whether the profile is under its passphrase at the next opening. That opening finishes what is left; now and
then the work is done again.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from kursapp.services.profiles import Profiles
from kursapp.services.protect_profile import remove_passphrase, set_passphrase, unlock
from kursapp.storage.key_file import is_locked, key_files
from kursapp.storage.participant.profile_file import open_profile
from kursapp.storage.profiles import ProfileList
from tests.services.carry.killed_moving import die_at, worlds
from tests.services.protected import AT, BACKUPS, PHRASE, cheap_key, in_clear, left_over, lived_in, sound_backups, words


class Clock:
    """Stands still."""

    def now(self) -> object:
        return AT


MADE = cheap_key()


def do(path: Path, work: str) -> None:
    """Do the work that is killed."""
    if work == "set":
        set_passphrase(path, MADE, AT)
    else:
        remove_passphrase(path, unlock(path, PHRASE), AT)


def state(path: Path, said: str) -> str:
    """Open the profile as the next start does, and say how it is; nothing is lost, and nothing half is left."""
    locked = is_locked(path)
    key = unlock(path, PHRASE) if locked else None
    profiles = ProfileList(path.parents[2])
    Profiles(profiles, lambda: open_profile, Clock()).open(profiles.all()[0], key=key).close()  # type: ignore[arg-type]
    assert is_locked(path) == locked
    assert words(path, key) == said
    assert sound_backups(path, key) == BACKUPS
    if locked:
        assert in_clear(path) == []
        assert left_over(path) == []
    else:
        assert not any(each.exists() for each in key_files(path))
        assert not list(path.parent.rglob("*.laast"))
    return "locked" if locked else "plain"


def main(work: str, root: Path, every: int) -> None:
    """Be killed at one step after another, until it comes through."""
    whole, copy = root / "hel", root / "kopi"
    before = lived_in(whole)
    said = words(before, None)
    if work == "remove":
        set_passphrase(before, MADE, AT)
    states = []
    for number in worlds(whole, copy):
        path = copy / before.relative_to(whole)
        child = os.fork()
        if child == 0:
            die_at(number * every)
            do(path, work)
            os._exit(0)
        ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        assert ended in (0, 9), ended
        states.append(state(path, said))
        if ended == 0:
            break
        if number % every == 0 and states[-1] == ("plain" if work == "set" else "locked"):
            do(path, work)
            state(path, said)
    sys.stdout.write(json.dumps(states))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
