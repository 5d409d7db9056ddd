"""Memory with the flagship course open in the real window, against a bare window's."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path

from benchmarks.measure import Figure, run_python
from benchmarks.participant import settle_in

MARK = 2.0


def measure() -> list[Figure]:
    """Hold both, each in a process of its own, and compare what is resident."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        settle_in(data)
        bare = json.loads(run_python("-m", "benchmarks.memory_run", "bare", data=data).printed)
        # Read anew, so that the worker has been at work too.
        shutil.rmtree(data / "cache")
        course = json.loads(run_python("-m", "benchmarks.memory_run", "course", data=data).printed)
    told = f"{course['window']:.0f} MiB, bare {bare['window']:.0f} MiB"
    return [
        Figure("memory, flagship course open / bare window", course["window"] / bare["window"], "×", MARK, told),
        Figure("memory of the worker that read the course", course["worker"], "MiB"),
    ]
