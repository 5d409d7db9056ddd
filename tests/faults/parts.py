"""What the fault suite is made of: parts that make faults, and the rows each adds to the table."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path


class Length(Enum):
    """``SHORT`` runs with every change, a minute in all; ``LONG`` by ``make faults``, half an hour on two cores."""

    SHORT = "short"
    LONG = "long"


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the suite. ``folder`` is the part's own, empty at the start; ``seed`` makes it repeatable."""

    length: Length
    folder: Path
    seed: int

    def of(self, long: int, short: int) -> int:
        """Return how many, by the length of the run."""
        return long if self.length is Length.LONG else short

    def chance(self, name: str) -> random.Random:
        """Return the chance of one thing, the same in every run of the same seed."""
        return random.Random(f"{self.seed}:{name}")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: what was done, how often, and what was ``found`` to be wrong, a line each.

    ``rounds``: kills and failed calls; ``states``: disks as a cut or a damage left them; ``inputs``: hostile files.
    ``fails_on_purpose`` names a deliberately broken variant: there something *must* be found.
    """

    what: str
    rounds: int = 0
    states: int = 0
    inputs: int = 0
    found: tuple[str, ...] = ()
    fails_on_purpose: bool = False

    @property
    def good(self) -> bool:
        """Say whether it is as promised; a broken variant nobody caught is not."""
        return bool(self.found) == self.fails_on_purpose


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the suite, such as the kills. ``run`` raises nothing for what it finds: it tells in its rows."""

    name: str
    run: Callable[[Run], Sequence[Row]]
