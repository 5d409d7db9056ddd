"""What stands above every line of a file, kept up as lines come and go, and read no further down than asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kursapp.services.colouring import BEGINNING, Above, after


class LineStates:
    """``above(line)`` of every line, and with which of them each line was coloured. Lines count from 0.

    What is known reaches down to some line. An edit takes it back to where it was made; reading on from there stops
    as soon as it meets what was known before.
    """

    def __init__(self) -> None:
        self._above: list[Above] = [BEGINNING]
        self._coloured: list[Above | None] = [None]
        self._known = 0
        self._sound: tuple[int, int] | None = None

    def __len__(self) -> int:
        return len(self._above)

    def append(self, texts: Sequence[str]) -> None:
        """Take in the texts of the last line there is and of those that come after it, while a file is read in."""
        state = self._above[-1]
        for text in texts:
            self._above[-1] = state
            state = after(text, state)
            self._above.append(state)
        self._above.pop()
        self._coloured += [None] * (len(self._above) - len(self._coloured))
        self._known = len(self._above) - 1

    def replace(self, first: int, gone: int, came: int) -> None:
        """Take note that from line ``first`` on so many lines are gone and so many others came."""
        keep = self._above[first]
        self._above[first : first + gone] = [keep] * came
        self._coloured[first : first + gone] = [None] * came
        self._sound = self._still_sound(first, gone, came)
        self._known = min(self._known, first)

    def _still_sound(self, first: int, gone: int, came: int) -> tuple[int, int] | None:
        """Return the lines below the edit, and below what is known, that still follow from each other."""
        if first < self._known:
            return (first + came, self._known + came - gone) if first + gone <= self._known else None
        if self._sound is None or first >= self._sound[1]:
            return self._sound
        start, end = self._sound
        if first + gone <= start:
            return start + came - gone, end + came - gone
        return (start, first) if first > start else None

    def read_to(self, last: int, text_of: Callable[[int], str]) -> None:
        """Know what stands above every line up to ``last``."""
        last = min(last, len(self._above) - 1)
        while self._known < last:
            state = after(text_of(self._known), self._above[self._known])
            self._known += 1
            if self._sound and self._sound[0] <= self._known <= self._sound[1] and self._above[self._known] == state:
                self._known, self._sound = self._sound[1], None
            else:
                self._above[self._known] = state

    def above(self, line: int) -> Above:
        """Return what stands above a line that is known."""
        return self._above[line]

    def needs_colour(self, line: int) -> bool:
        """Say whether a known line has no colours, or those of something else above it."""
        return self._coloured[line] != self._above[line]

    def coloured(self, line: int) -> None:
        """Take note that a line has its colours now."""
        self._coloured[line] = self._above[line]

    def forget_colours(self) -> None:
        """Let every line need colours again."""
        self._coloured = [None] * len(self._coloured)
