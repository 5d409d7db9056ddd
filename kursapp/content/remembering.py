"""What was made of values the last time, for those that are the very same objects this time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

S = TypeVar("S")
M = TypeVar("M")


class Remembered(Generic[S, M]):
    """Remembers what was made of a value until a whole turn has gone by in which it was not asked for.

    A value is known by being the same object: equal ones may stand elsewhere, and comparing costs what making does.
    """

    def __init__(self) -> None:
        self._now: dict[int, tuple[S, M]] = {}
        self._before: dict[int, tuple[S, M]] = {}

    def of(self, value: S, make: Callable[[S], M]) -> M:
        """Return what was made of a value; what ``make`` makes of it where it is new."""
        # An entry holds its value, so no other object can have the same number meanwhile.
        found = self._now.get(id(value)) or self._before.get(id(value)) or (value, make(value))
        self._now[id(value)] = found
        return found[1]

    def turn(self) -> None:
        """Begin the next turn."""
        self._before, self._now = self._now, {}

    def clear(self) -> None:
        """Forget everything."""
        self._before, self._now = {}, {}
