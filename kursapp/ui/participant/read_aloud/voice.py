"""What a voice is to the one who reads a page aloud."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Protocol

NORMAL: Final = "normal"
RATES: Final = {"slow": -0.3, NORMAL: 0.0, "fast": 0.3, "faster": 0.6}
"""How fast one can be read to; from -1 to 1, 0 is the voice's own pace."""

Over = Callable[[bool], object]
"""Told when words have been said to their end; False where the voice failed."""


class Voice(Protocol):
    """Says one sentence at a time."""

    def speaks(self, language: str) -> bool:
        """Say whether a text in ``nb``, ``nn`` or ``en`` can be read."""
        ...

    def say(self, words: str, language: str, rate: float, over: Over) -> None:
        """Say words, instead of what is being said. ``over`` is not told of words that were stopped."""
        ...

    def stop(self) -> None:
        """Be silent, at once."""
        ...
