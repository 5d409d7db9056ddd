"""The most memory a process has had at a time. Standard library only: it is asked from within what is measured."""

from __future__ import annotations

import resource
import sys
from pathlib import Path

_MEBIBYTE = 1024 * 1024


def peak_memory() -> float:
    """Return this process's own peak so far, in MiB.

    Not ``ru_maxrss`` where there is better: on Linux that begins with what the process that started this one had.
    """
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / _MEBIBYTE if sys.platform == "darwin" else peak / 1024
