"""One operation interrupted again and again: each time there is old or new, and once more it goes through."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random
from typing import TypeVar

from tests.faults.cuts.states import State, states
from tests.faults.cuts.trace import Trace, trace_fork
from tests.faults.operations.interrupting import (
    READS,
    Call,
    Ended,
    Ending,
    at_home,
    calls,
    failed_at,
    killed_at,
    run_alone,
)
from tests.faults.operations.operation import NEW, OLD, Operation

Each = TypeVar("Each")

NO_ROOM = ("write", "pwrite64", "writev", "pwritev", "ftruncate", "openat", "mkdir", "link", "rename", "fsync")
"""What a disk without room may refuse; every call may fail by a disk that is going."""


DONE = "operation done"
"""What a process says when the operation is done, so that a state of the disk after that is known."""


@dataclass
class Trial:
    """An operation and the folder it is tried in: ``before`` is its world, ``place`` where it is interrupted."""

    operation: Operation
    folder: Path
    found: list[str] = field(default_factory=list)
    rounds: int = 0
    states: int = 0

    def __post_init__(self) -> None:
        self.folder.mkdir(parents=True)
        self.before.mkdir()
        at_home(self.before)
        self.operation.prepare(self.before)

    @property
    def before(self) -> Path:
        """Where the world is as it was before."""
        return self.folder / "before"

    @property
    def place(self) -> Path:
        """Where each interrupted world lies."""
        return self.folder / "world"

    def rehearse(self) -> tuple[Call, ...]:
        """Do the operation without being interrupted, see that it makes new of old, and return its calls.

        First in this process, so that the children of every later round have imported all it needs.
        """
        self._lay_out()
        was = self._state()
        self._lay_out()
        at_home(self.place)
        self.operation.do(self.place)
        became = self._state()
        assert (was, became) == (OLD, NEW), (self.operation.name, was, became)
        self._lay_out()
        found = calls(self._work, self.place, self.folder / "calls.log")
        assert self._state() == NEW, self.operation.name
        return found

    def kill(self, made: Sequence[Call], chance: Random, count: int) -> None:
        """Kill the operation before so many of its changes, spread over all of them."""
        for call in _spread([each for each in made if each.changes], chance, count):
            self._round(partial(killed_at, self._work, call), f"drept før {call.name} nr. {call.number}")

    def kill_until_found(self, made: Sequence[Call], chance: Random) -> None:
        """Kill the operation before one of its changes after another, in any order, until something is wrong."""
        order = [each for each in made if each.changes]
        chance.shuffle(order)
        for call in order:
            if not self.found:
                self._round(partial(killed_at, self._work, call), f"drept før {call.name} nr. {call.number}")

    def fail(self, made: Sequence[Call], chance: Random, count: int) -> None:
        """Let so many of its calls fail by a broken or a full disk, once or from then on."""
        faults = [(call, "EIO") for call in made]
        faults += [(call, "ENOSPC") for call in made if call.changes and call.name in NO_ROOM]
        for call, error in _spread(faults, chance, count):
            # A full disk still lets files be read.
            lasting = call.name not in READS and not (call.name == "openat" and error == "ENOSPC")
            forever = lasting and chance.random() < 0.5
            what = f"{error} på {call.name} nr. {call.number}{' og alle etter' if forever else ''}"
            self._round(partial(failed_at, self._work, call, error, forever=forever), what)

    def cut(self, chance: Random, count: int) -> None:
        """Look at so many of the disks that a power cut may leave while the operation is done, or after it."""
        for state in states(self._traced(), chance, count):
            self._look_at(state)

    def cut_until_found(self, chance: Random, most: int) -> None:
        """Look at one disk after another, in any order, until something is wrong."""
        order = list(states(self._traced(), chance, most))
        chance.shuffle(order)
        for state in order:
            if not self.found:
                self._look_at(state)

    def _traced(self) -> Trace:
        self._lay_out()
        trace = trace_fork(self._work_and_say, self.place)
        assert trace.exit_code == 0, trace.errors
        return trace

    def _look_at(self, state: State) -> None:
        state.put(self.place)
        self.states += 1
        self._note(state.where, self.wrong_after(done=DONE in "".join(state.said)))

    def _round(self, interrupt: Callable[[], Ended], what: str) -> None:
        self.rounds += 1
        self._lay_out()
        ended = interrupt()
        self._note(what, _wrong_end(ended) or self.wrong_after(done=ended.how is Ending.DONE))

    def _note(self, what: str, wrong: str) -> None:
        if wrong:
            self.found.append(f"{self.operation.name}: {what}: {wrong}")

    def wrong_after(self, *, done: bool) -> str:
        """Say what is wrong with the place as it is now, also when the operation is done again; empty where nothing."""
        there = self._state()
        if there != NEW and (done or there != OLD):
            return f"{there}, enda det ble sagt å være gjort" if done else there
        again = run_alone(self._work)
        if again.how is not Ending.DONE:
            return f"{there}; en gang til: {again.words}"
        there = self._state()
        return "" if there == NEW else f"etter en gang til: {there}"

    def _state(self) -> str:
        try:
            return self.operation.state(self.place)
        except Exception as error:  # noqa: BLE001 - a start that cannot be is what is looked for
            return f"neste start: {type(error).__name__}: {error}"

    def _work(self) -> None:
        at_home(self.place)
        self.operation.do(self.place)

    def _work_and_say(self) -> None:
        self._work()
        os.write(1, f"{DONE}\n".encode())

    def _lay_out(self) -> None:
        shutil.rmtree(self.place, ignore_errors=True)
        shutil.copytree(self.before, self.place, symlinks=True)


def _wrong_end(ended: Ended) -> str:
    if ended.how is Ending.FELL:
        return f"ingen setning: {ended.words}"
    return "en tom setning" if ended.how is Ending.REFUSED and not ended.words.strip() else ""


def _spread(all_of_them: Sequence[Each], chance: Random, count: int) -> list[Each]:
    """Return so many of them in their order, from all over; all where there are no more."""
    if len(all_of_them) <= count or not count:
        return list(all_of_them[:count])
    width = len(all_of_them) / count
    return [all_of_them[int((number + chance.random()) * width)] for number in range(count)]
