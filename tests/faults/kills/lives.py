"""A data folder that lives through many writers, each killed, with the receipts of all of them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.faults.kills.victim import Kill, Work
from tests.faults.verify import verify
from tests.faults.writer import Say, write

MOST_TOLD = 5
"""Findings told of one death: one fault may lose a thousand acts."""

Change = Callable[[Say], object]
"""Done in the writer's process before it begins: a break made on purpose, or something that goes on beside it."""

Look = Callable[[Path], Sequence[str]]
"""Looks for what is wrong in a copy of the folder beyond what ``verify`` sees."""


@dataclass(frozen=True)
class Death:
    """What one writer's end showed: whether it was killed at all, and what is ``wrong`` afterwards."""

    was_killed: bool
    wrong: tuple[str, ...]


class Lives:
    """A data folder under ``place``, begun as a copy of another where ``begun`` gives one."""

    def __init__(self, place: Path, begun: Path | None = None) -> None:
        self._place = place
        self.folder = place / "data"
        self.receipts = ""
        self.lives = 0
        place.mkdir(parents=True)
        if begun is not None:
            shutil.copytree(begun, self.folder)

    def live(self, name: str, count: int, kill: Kill, change: Change | None = None, look: Look | None = None) -> Death:
        """Let one writer live until it is killed, and hold what it left against every receipt so far.

        That is done in a copy: the next writer finds the folder as the dead one left it.
        """
        self.lives += 1
        end = kill(writing(self.folder, count, f"{name}x{self.lives}", change))
        self.receipts += end.said
        own = [f"the writer ended by itself: {end.trouble[-300:]}"] if end.trouble else []
        wrong = [*own, *self._lost(look)][:MOST_TOLD]
        return Death(end.was_killed, tuple(f"{name}, life {self.lives}: {line}" for line in wrong))

    def close(self) -> None:
        """Take everything away."""
        shutil.rmtree(self._place)

    def _lost(self, look: Look | None) -> Sequence[str]:
        copy = self._place / "copy"
        shutil.rmtree(copy, ignore_errors=True)
        if self.folder.exists():
            shutil.copytree(self.folder, copy)
        wrong = verify(copy, self.receipts).wrong
        return [*wrong, *look(copy)] if look is not None else wrong


def writing(folder: Path, count: int, run: str, change: Change | None = None) -> Work:
    """Return a writer's work. Nothing is refused here: a refusal is trouble."""

    def work(say: int) -> None:
        def acknowledge(line: str) -> None:
            os.write(say, f"{line}\n".encode())

        if change is not None:
            change(acknowledge)
        write(folder, count, run, acknowledge, _refused)

    return work


def _refused(line: str) -> None:
    raise AssertionError(line)
