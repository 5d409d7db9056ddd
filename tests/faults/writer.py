"""Answers through the program's own services and storage: ``python -m tests.faults.writer DIR [N] [--run NAME]``.

DIR is a data folder, made where there is none. Prints ``ACK <id>``, flushed, after each thing that was durably saved;
the id is ``RUN-NUMBER``, and ``acts.act`` knows what was saved by it. N is how many acts (2000). As in the window, a
backup is made at the start where something has changed since the newest, and what was written is indexed for searching
now and then.

What is refused (a full disk) is told on the error stream as ``FAILED <id>: <sentence>`` and tried again, ``PATIENCE``
times. Exits with 0 when all is saved, 1 when it gave up; an exception that is not ours ends it with a traceback.
"""

from __future__ import annotations

import argparse
import os
import secrets
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from kursapp.domain.problem import KursappError
from kursapp.services.clock import SystemClock
from kursapp.services.participant import Participant
from kursapp.services.profiles import Profiles
from kursapp.storage.participant.profile_file import open_profile
from kursapp.storage.profiles import ProfileList
from kursapp.texts.problems import tell
from tests.faults.acts import Hand, act

MANY = 2000
PATIENCE = 3
SEARCHED_EVERY = 10
"""Acts between two times that what was written is indexed."""

Say = Callable[[str], object]


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.faults.writer", description=__doc__)
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("count", type=int, nargs="?", default=MANY, metavar="N")
    parser.add_argument("--run", default="", metavar="NAME", help="the name of the run; by chance where none is given")
    options = parser.parse_args()
    return write(options.folder, options.count, options.run)


def write(
    folder: Path, count: int = MANY, run: str = "", acknowledge: Say | None = None, complain: Say | None = None
) -> int:
    """Do the acts of a run in a data folder, and tell of each when it is durable; return the exit code."""
    acknowledge, complain = acknowledge or _print, complain or _complain
    run = run or secrets.token_hex(4)
    try:
        participant = open_participant(folder)
    except KursappError as error:
        complain(f"FAILED {run}-0: {tell(error.problem, 'en')}")
        return 1
    try:
        hand = Hand(participant, run)
        if not _try(f"{run}-0", partial(_begin, hand), complain):
            return 1
        for number in range(1, count + 1):
            name = f"{run}-{number}"
            if not _try(name, partial(act(run, number).do, hand), complain):
                return 1
            acknowledge(f"ACK {name}")
            if not number % SEARCHED_EVERY:
                _try(name, participant.search.work, complain)
    finally:
        participant.close()
    return 0


def open_participant(folder: Path) -> Participant:
    """Open the profile of a data folder that was used last, made where there is none, as the window does."""
    profiles = profiles_in(folder)
    entry = profiles.last_used() or profiles.create("Kari")
    return Participant(profiles.open(entry.profile), SystemClock())


def profiles_in(folder: Path) -> Profiles:
    """Return the profiles of a data folder."""
    return Profiles(ProfileList(folder), lambda: open_profile, SystemClock())


def _begin(hand: Hand) -> None:
    hand.participant.profile.back_up(hand.participant.now)
    hand.begin()


def _try(name: str, do: Callable[[], object], complain: Say) -> bool:
    for _ in range(PATIENCE):
        try:
            do()
        except KursappError as error:
            complain(f"FAILED {name}: {tell(error.problem, 'en')}")
        else:
            return True
    return False


def _print(line: str) -> None:
    # One call to the system and no buffer: what is read by others is what was said.
    os.write(sys.stdout.fileno(), f"{line}\n".encode())


def _complain(line: str) -> None:
    os.write(sys.stderr.fileno(), f"{line}\n".encode())


if __name__ == "__main__":
    sys.exit(main())
