"""Restructures a draft: plans a wish with the worker, and does, undoes and redoes it on disk, all of it or none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kursapp.domain.problem import refusal
from kursapp.domain.restructuring import Restructuring, Wish
from kursapp.services.clock import Clock
from kursapp.worker import Worker

Keep = Callable[[str, bytes], object]
"""``keep(file, data)``: a snapshot of a file as it was, before it is changed or taken away."""


@dataclass(frozen=True, slots=True)
class Step:
    """What undo or redo would do next: a code (``move-page``) and the title of what it is about."""

    title: str
    name: str


def plan(worker: Worker, folder: Path, wish: Wish) -> Restructuring:
    """Return the changes that grant a wish, from the files as they are on disk. Nothing is written.

    Raises KursappError where it cannot be granted (``texts.problems_restructuring`` has the reasons).
    """
    raise refusal("restructure-not-possible")


class Structure:
    """The restructurings of one draft, all on the thread of the draft's files.

    ``home`` is the draft's own folder in the author's data; ``keep`` takes a snapshot of what is changed.
    """

    def __init__(self, root: Path, home: Path, worker: Worker, clock: Clock, keep: Keep) -> None:
        self._root = root
        self._home = home
        self._worker = worker
        self._clock = clock
        self._keep = keep

    def recover(self) -> None:
        """Finish what a crash or a power cut left half done. Call when the draft is opened."""

    def carry_out(self, wish: Wish) -> Restructuring:
        """Plan a wish, make its changes, and remember how to take them back. Returns what was done.

        Raises KursappError as ``plan``; ``restructure-clash`` where a file is another than the plan saw; as
        ``files.writing``. Then nothing has changed.
        """
        return self.apply(plan(self._worker, self._root, wish))

    def apply(self, planned: Restructuring) -> Restructuring:
        """Make the changes of a plan; as ``carry_out``."""
        return planned

    def next_undo(self) -> Step | None:
        """Return what ``undo`` would take back, also from an earlier day; None where there is nothing."""
        return None

    def next_redo(self) -> Step | None:
        """Return what ``redo`` would do again; None where there is nothing."""
        return None

    def undo(self) -> Restructuring:
        """Take back the last one. Raises KursappError: ``undo-clash`` where its files have changed since."""
        raise refusal("nothing-to-undo")

    def redo(self) -> Restructuring:
        """Do again what was taken back last. Raises KursappError as ``undo``."""
        raise refusal("nothing-to-redo")
