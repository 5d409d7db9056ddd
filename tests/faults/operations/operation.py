"""An operation that puts something in place: what there is before, how it is done, and what a later start finds."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

OLD, NEW = "old", "new"


class Operation(Protocol):
    """One operation, in a world of its own: a folder with everything it reads and writes.

    ``world`` may lie anywhere, and is a copy of the one that was prepared. The operation is done in a process that has
    nothing else to do, with the system's temporary folder at ``world/tmp``.
    """

    @property
    def name(self) -> str:
        """What it is called in the table, in Norwegian."""
        ...

    def prepare(self, world: Path) -> None:
        """Make the world as it is before."""
        ...

    def do(self, world: Path) -> None:
        """Do it. KursappError is a sentence to a person; whatever else is raised is a fault."""
        ...

    def state(self, world: Path) -> str:
        """Do what a later start does and say what there is: ``OLD`` or ``NEW``, else what is wrong, in words."""
        ...
