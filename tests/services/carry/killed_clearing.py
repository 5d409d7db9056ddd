"""Clears a machine and is killed at one step after another; run as a program of its own.

``python -m tests.services.carry.killed_clearing FOLDER``: writes, for each step it was killed at, whether the profile
is whole or gone when the next start has done its part.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from kursapp.domain.exporting import Unwatched
from kursapp.services.carry.clearing import Ground, begin_clearing, finish_clearing
from kursapp.services.carry.pending import read_pending
from kursapp.storage.participant.profile_file import open_profile
from tests.services.carry.conftest import WORDS, Machine
from tests.services.carry.killed_moving import die_at, worlds


def state(machine: Machine, ground: Ground) -> str:
    """Do what the next start does, and say what there is."""
    pending = read_pending(machine.data)
    if pending is not None:
        assert finish_clearing(pending, ground, Unwatched()).is_clean
    left = machine.profiles.all()
    if not left:
        held = b"".join(path.read_bytes() for path in machine.data.rglob("*") if path.is_file())
        assert WORDS.encode() not in held
        return "gone"
    assert machine.words(left[0]) == WORDS
    return "whole"


def main(root: Path) -> None:
    """Be killed at each step in turn, until it comes through."""
    states = []
    whole, place = root / "hel", root / "kopi"
    (whole / "tmp").mkdir(parents=True)
    (whole / "maskin").mkdir()
    profile = Machine(whole / "maskin").person()
    for number in worlds(whole, place):
        machine = Machine(place / "maskin")
        ground = Ground(machine.data, machine.data / "cache", place / "tmp")
        child = os.fork()
        if child == 0:
            file = open_profile(machine.profiles.database(profile.id))
            die_at(number)
            pending = begin_clearing(machine.data, profile, file)
            file.close()
            finish_clearing(pending, ground, Unwatched())
            os._exit(0)
        ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        assert ended in (0, 9), ended
        states.append(state(machine, ground))
        if ended == 0:
            break
    sys.stdout.write(json.dumps(states))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
