"""How long something has been ready to run while the processors were others'."""

from __future__ import annotations

import contextlib
from pathlib import Path


def waited(place: str = "/proc/thread-self/schedstat") -> float:
    """Return the seconds; 0 where the system does not tell (it does on Linux)."""
    with contextlib.suppress(OSError, ValueError, IndexError):
        return int(Path(place).read_text("ascii").split()[1]) / 1e9
    return 0.0
