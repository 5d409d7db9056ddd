"""What has been sent to be saved and may not be saved yet, so that it still stands there when one comes back."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from typing import Generic, TypeVar

V = TypeVar("V")


class Unsaved(Generic[V]):
    """The last value of each key that is under way. Saves are settled in the order they were sent."""

    def __init__(self) -> None:
        self._line: deque[str] = deque()
        self._values: dict[str, V] = {}

    def send(self, key: str, value: V) -> None:
        """Take note of a value that is sent."""
        self._line.append(key)
        self._values[key] = value

    def settle(self) -> None:
        """Take note that the oldest one under way is saved, or has been refused."""
        key = self._line.popleft()
        if key not in self._line:
            del self._values[key]

    def over(self, kept: Mapping[str, V]) -> dict[str, V]:
        """Return what is kept, with what is under way in its place."""
        return {**kept, **self._values}

    def get(self, key: str) -> V | None:
        """Return the value under way of a key, None where there is none."""
        return self._values.get(key)
