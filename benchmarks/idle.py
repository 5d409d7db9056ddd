"""What an open window costs while nobody touches it: nothing."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from benchmarks.figure import Figure, median_of
from benchmarks.measure import run_python
from benchmarks.participant import settle_in
from benchmarks.scale import of

ROUNDS = of(3, 1)
MARK = 0.05
"""Per cent of one core: what is shown as 0.0 wherever such things are shown."""


def measure() -> list[Figure]:
    """Leave the window alone on a page of the course, and on Hjem, with the worker that read the course beside it."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        settle_in(data)
        runs = [json.loads(run_python("-m", "benchmarks.idle_run", data=data).printed) for _ in range(ROUNDS)]
    figures = []
    for place in runs[0]:
        spent, woken = ([run[place][what] for run in runs] for what in ("processor", "woken"))
        figures.append(median_of(f"idle on {place}, processor", spent, "%", MARK))
        figures.append(median_of(f"idle on {place}, times woken a second", woken, ""))
    return figures
