"""Answers through the program's own services and storage: ``python -m tests.faults.writer DIR [N] [--run NAME]``.

DIR is a data folder, made where there is none. Prints ``ACK <id>``, flushed, after each thing that was durably saved;
the id is ``RUN-NUMBER``, and ``acts.act`` knows what was saved by it. N is how many acts (2000). As in the window, a
backup is made at the start where something has changed since the newest, and what was written is indexed for searching
now and then.

What is refused (a full disk) is told on the error stream as ``FAILED <id>: <sentence>``, and tried again with the file
opened anew, ``PATIENCE`` times in all. Exits with 0 when all is saved, 1 when it gave up; an exception that is not ours
ends it with a traceback.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import secrets
import sys
from collections.abc import Callable
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
    acknowledge, run = acknowledge or _print, run or secrets.token_hex(4)
    with contextlib.closing(_Writing(folder, run, complain or _complain)) as writing:
        for number in range(1, count + 1):
            name = f"{run}-{number}"
            if not writing.do(name, act(run, number).do):
                return 1
            acknowledge(f"ACK {name}")
            if not number % SEARCHED_EVERY:
                writing.do(name, _index)
        # Without any act there is still an opening to be done.
        return 0 if count or writing.do(f"{run}-0", _nothing) else 1


class _Writing:
    """A profile that is opened when it is needed, and again after a refusal, as the window's thread does."""

    def __init__(self, folder: Path, run: str, complain: Say) -> None:
        self._folder = folder
        self._run = run
        self._complain = complain
        self._hand: Hand | None = None

    def do(self, name: str, work: Callable[[Hand], object]) -> bool:
        """Do something, and again while it is refused; False when there is no more patience."""
        for _ in range(PATIENCE):
            try:
                if self._hand is None:
                    self._hand = self._open()
                work(self._hand)
            except KursappError as error:
                self._complain(f"FAILED {name}: {tell(error.problem, 'en')}")
                self.close()
            else:
                return True
        return False

    def close(self) -> None:
        """Close the profile, if it is open."""
        hand, self._hand = self._hand, None
        if hand is not None:
            with contextlib.suppress(KursappError):
                hand.participant.close()

    def _open(self) -> Hand:
        participant = open_participant(self._folder)
        try:
            participant.profile.back_up(participant.now)
            hand = Hand(participant, self._run)
            hand.begin()
        except BaseException:
            participant.close()
            raise
        return hand


def open_participant(folder: Path) -> Participant:
    """Open the profile of a data folder that was used last, made where there is none, as the window does."""
    profiles = profiles_in(folder)
    entry = profiles.last_used() or profiles.create("Kari")
    return Participant(profiles.open(entry.profile), SystemClock())


def profiles_in(folder: Path) -> Profiles:
    """Return the profiles of a data folder."""
    return Profiles(ProfileList(folder), lambda: open_profile, SystemClock())


def _index(hand: Hand) -> None:
    hand.participant.search.work()


def _nothing(_hand: Hand) -> None:
    pass


def _print(line: str) -> None:
    # One call to the system and no buffer: what is read by others is what was said.
    os.write(sys.stdout.fileno(), f"{line}\n".encode())


def _complain(line: str) -> None:
    os.write(sys.stderr.fileno(), f"{line}\n".encode())


if __name__ == "__main__":
    sys.exit(main())
