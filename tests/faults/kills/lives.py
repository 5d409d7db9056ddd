"""A data folder that lives through many writers, each killed, with the receipts of all of them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.faults.kills.victim import Change, End, Kill, Victim
from tests.faults.verify import verify

MOST_TOLD = 5
"""Findings told of one death: one fault may lose a thousand acts."""

Look = Callable[[Path], Sequence[str]]
"""Looks for what is wrong in a copy of the folder beyond what ``verify`` sees."""


@dataclass
class Death:
    """What one writer's end showed: whether it was killed at all, and what is ``wrong`` afterwards."""

    was_killed: bool
    wrong: tuple[str, ...]


class Lives:
    """A data folder under ``place``, which need not be there."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self.folder = place / "data"
        self.receipts = ""
        self.lives = 0
        place.mkdir(parents=True, exist_ok=True)

    def live(self, name: str, count: int, kill: Kill, change: Change | None = None, look: Look | None = None) -> Death:
        """Let one writer live until it is killed, and hold what it left against every receipt so far.

        That is done in a copy: the next writer finds the folder as the dead one left it.
        """
        self.lives += 1
        victim = Victim(self.folder, f"{name}x{self.lives}", count, change)
        kill(victim)
        end = victim.ended()
        self.receipts += end.receipts
        wrong = [*_by_itself(end), *self._lost(look)][:MOST_TOLD]
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


def _by_itself(end: End) -> Sequence[str]:
    """Return what is wrong with how a writer ended, if it was not killed."""
    if end.was_killed or end.code == 0:
        return ()
    last = end.trouble.strip().splitlines()
    return (f"the writer ended by itself with {end.code}: {last[-1] if last else 'no word'}",)
