"""A file of the draft as it stands in the window, and how that compares with the disk."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kursapp.domain.draft import Clash, FileText
from kursapp.domain.problem import Problem

Reader = Callable[[], str]


@dataclass(eq=False, slots=True)
class Buffer:
    """One file. ``turn`` counts what was done to its text; ``saved`` is the turn that is on the disk.

    While the file stands in the editor its newest text is there: ``read`` fetches it, and only when somebody asks, for
    that costs milliseconds in a long file. ``kept`` says that a text that
    cannot be saved is safe beside the course. ``first`` is the text as it was read.
    """

    file: str
    base: str
    text_known: str
    turn: int = 0
    turn_known: int = 0
    saved: int = 0
    read: Reader | None = None
    clash: Clash | None = None
    trouble: Problem | None = None
    kept: bool = False
    first: str = ""

    @property
    def is_saved(self) -> bool:
        """Say whether the text is on the disk as it stands."""
        return self.turn == self.saved

    def text(self) -> str:
        """Return the newest text."""
        if self.turn_known != self.turn and self.read is not None:
            self.text_known, self.turn_known = self.read(), self.turn
        return self.text_known

    def touch(self) -> None:
        """Take note that the editor holds another text."""
        self.turn += 1
        self.kept = False

    def put(self, text: str) -> None:
        """Give the file another text."""
        self.touch()
        self.text_known, self.turn_known = text, self.turn

    def settle(self, found: FileText, turn: int) -> None:
        """Take note that the text of ``turn`` is on the disk."""
        self.base, self.saved = found.digest, turn
        self.clash, self.trouble, self.kept = None, None, False

    def follow(self, found: FileText) -> str:
        """Take over what is on the disk, and return the text that stood here."""
        before = self.text()
        self.put(found.text)
        self.settle(found, self.turn)
        return before


class Buffers:
    """The files of a draft that have been looked at."""

    def __init__(self) -> None:
        self._of: dict[str, Buffer] = {}

    def get(self, file: str) -> Buffer | None:
        """Return a file that has been looked at."""
        return self._of.get(file)

    def add(self, found: FileText) -> Buffer:
        """Take in a file that was read, unless it is here already."""
        return self._of.setdefault(found.file, Buffer(found.file, found.digest, found.text, first=found.text))

    def drop(self, file: str) -> None:
        """Forget a file that is gone."""
        self._of.pop(file, None)

    def clear(self) -> None:
        """Forget them all."""
        self._of.clear()

    def every(self) -> tuple[Buffer, ...]:
        """Return the files looked at."""
        return tuple(self._of.values())

    def unsaved(self) -> tuple[Buffer, ...]:
        """Return the files whose text is not on the disk as it stands."""
        return tuple(each for each in self._of.values() if not each.is_saved)

    def texts(self) -> Mapping[str, str]:
        """Return the texts that are not on the disk as they stand, for whoever reads the course."""
        return {each.file: each.text() for each in self.unsaved()}
