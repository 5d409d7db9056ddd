"""A stop by a fault below Python (a library's, a driver's): where the program was, for the next start to tell.

Python's faulthandler writes to a file that is open from the start, for nothing can be opened any more when it happens.
"""

from __future__ import annotations

import contextlib
import faulthandler
import re
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from kursapp.trouble.report import Fault

NAME = "hard-stop.txt"
"""Lies beside the settings, not among the logs: it stays open, and those may be cleared away while the program runs."""

LARGEST = 64 * 1024
_PLACE = r'  File "(?P<file>.*)", line (?P<line>\d+) in (?P<function>[\w.<>]+)$'
_KIND = r"(?:Fatal Python error|Windows fatal exception): (?P<kind>[\w ]+)"


class HardStop:
    """Watches for the hard stop of this process, and knows of that of the one before it."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME
        self._file: TextIO | None = None

    def take(self) -> Fault | None:
        """Return how the program was stopped last time, once; None where it ended well, or was ended from outside."""
        if self._file is not None:
            return None
        try:
            with self._path.open(encoding="utf-8", errors="replace") as file:
                text = file.read(LARGEST)
        except OSError:
            return None
        with contextlib.suppress(OSError):
            self._path.unlink()
        return fault_of(text) if text else None

    def watch(self) -> None:
        """Write down where the program is if it is stopped from now on; again, nothing happens."""
        if self._file is not None:
            return
        try:
            self._file = self._path.open("w", encoding="utf-8")
        except OSError:
            # There is no folder yet, or none to write in: then a hard stop is not told of.
            return
        faulthandler.enable(self._file)

    def end(self) -> None:
        """Leave nothing behind: the program ends well."""
        if self._file is None:
            return
        faulthandler.disable()
        self._file.close()
        self._file = None
        with contextlib.suppress(OSError):
            self._path.unlink()


def fault_of(text: str) -> Fault | None:
    """Return what faulthandler wrote, without the folders it names; None where it wrote nothing."""
    # Only where there is something to tell: the first paint waits for every import.
    from kursapp.trouble.report import Fault
    from kursapp.trouble.traces import is_import, place_of

    kind, blocks = "", [[""]]
    for line in text.splitlines():
        found, place = re.match(_KIND, line), re.match(_PLACE, line)
        if found:
            kind = kind or found["kind"].strip()
        elif place:
            where = place_of(place["file"])
            blocks[-1] += [] if is_import(where) else [f"  {where}:{place['line']} {place['function']}"]
        elif line.startswith("Current thread"):
            blocks.append(["den tråden som stoppet:"])
        elif line.startswith("Thread"):
            blocks.append(["en annen tråd:"])
    if not kind and len(blocks) == 1:
        return None
    # The thread it happened on is told first; the rest as they came.
    trace = [line for block in sorted(blocks[1:], key=_is_another) for line in block]
    return Fault("står under", (f"hard stopp: {kind or 'ukjent'}", "(ved forrige start; tida over er nå)", *trace))


def _is_another(block: list[str]) -> bool:
    return block[0].startswith("en annen")
