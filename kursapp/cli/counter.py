"""How far a long command has come, counted on one line of the terminal."""

from __future__ import annotations

from typing import TextIO

STEPS = 100
"""Times a line is written at most, so that counting costs nothing."""


class Counter:
    """Counts on a terminal; to a file or a pipe it says nothing. Ctrl+C stops the work between two reports."""

    def __init__(self, terminal: TextIO) -> None:
        self._terminal = terminal
        self._counts = terminal.isatty()
        self._shown = -1

    def progress(self, done: int, total: int) -> None:
        """Show how much is done; the line is wiped when all is."""
        if not self._counts:
            return
        share = done * STEPS // max(total, 1)
        if share == self._shown:
            return
        self._shown = share
        line = f"{done} / {total}"
        self._terminal.write("\r" + (line if done < total else " " * len(line) + "\r"))
        self._terminal.flush()

    def cancelled(self) -> bool:
        """Never stop by itself."""
        return False
