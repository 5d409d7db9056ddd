"""Moves a profile and is killed at one step after another, as when the power goes; run as a program of its own.

``python -m tests.services.carry.killed_moving WORK FOLDER``: writes, for each step it was killed at, what is there at
the next start.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

from kursapp.domain.problem import KursappError
from kursapp.services.carry.move_in import Taking, take_in
from tests.services.carry.conftest import NOW, WORDS, Clock, Machine

STEPS = ("open", "fsync", "mkdir", "rename", "replace", "rmdir", "unlink", "link", "utime")
LATER = "Skrevet etterpå."


def die_at(number: int) -> None:
    """Be gone at a step; beyond the last one, go on."""
    steps = 0

    def counted(name: str) -> Any:
        call = getattr(os, name)

        def step(*words: Any, **more: Any) -> Any:
            nonlocal steps
            steps += 1
            if steps == number:
                os._exit(9)
            # A process that is gone leaves what it wrote: nobody has to wait for the disk.
            return None if name == "fsync" else call(*words, **more)

        return step

    for name in STEPS:
        setattr(os, name, counted(name))


def make_world(root: Path, work: str) -> None:
    """Make a machine as it is before, and a file with what Kari wrote."""
    machine, target = there(root)
    machine.data.mkdir(parents=True)
    if work == "out":
        machine.person()
        target.write_bytes(b"den gamle fila")
    elif work == "in":
        other = Machine(root / "annen")
        other.data.mkdir()
        other.pack(other.person(), target)
    else:
        profile = machine.person()
        machine.pack(profile, target)
        path = machine.profiles.database(profile.id)
        path.unlink()
        moved = machine.person(words=LATER)
        machine.profiles.database(moved.id).rename(path)
        shutil.rmtree(machine.profiles.folder / moved.id)


def there(root: Path) -> tuple[Machine, Path]:
    """Return the machine of a world, some hours later, and the file."""
    return Machine(root / "maskin", Clock(NOW + timedelta(hours=3))), root / "kari.flytt"


def worlds(whole: Path, place: Path) -> Iterator[int]:
    """Yield the number of the step to be killed at, each time with the world as it was before."""
    for number in range(1, 1000):
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(whole, place)
        yield number


def do(machine: Machine, target: Path, work: str) -> None:
    """Do the work that is killed."""
    if work == "out":
        machine.pack(machine.profiles.all()[0], target)
    else:
        taking = Taking.INSTEAD if work == "instead" else None
        take_in(machine.look(target), machine.profiles, machine.clock, taking)


def state(machine: Machine, target: Path, work: str) -> str:
    """Say what there is at the next start, and that nothing is left over."""
    machine.profiles.tidy()
    found = [machine.words(profile) for profile in machine.profiles.all()]
    left = [path.name for path in machine.profiles.folder.glob(".*")] if machine.profiles.folder.exists() else []
    assert not left, left
    if work != "out":
        return {"": "nothing", WORDS: "new", LATER: "old"}["".join(found)]
    assert found == [WORDS]
    if target.read_bytes() == b"den gamle fila":
        return "old"
    try:
        machine.look(target).put_away()
    except KursappError as error:
        return error.problem.code
    return "new"


def main(work: str, root: Path) -> None:
    """Be killed at each step in turn, until it comes through."""
    states = []
    make_world(root / "hel", work)
    for number in worlds(root / "hel", root / "kopi"):
        machine, target = there(root / "kopi")
        child = os.fork()
        if child == 0:
            die_at(number)
            do(machine, target, work)
            os._exit(0)
        ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        assert ended in (0, 9), ended
        states.append(state(machine, target, work))
        if ended == 0:
            break
    sys.stdout.write(json.dumps(states))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
