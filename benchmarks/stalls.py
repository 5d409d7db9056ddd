"""How long the screen's thread stands still while the rest loads after the first paint, and at the way to a page."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from benchmarks.figure import Figure, least_of
from benchmarks.measure import run_python
from benchmarks.participant import settle_in
from benchmarks.scale import of

ROUNDS = of(5, 1)
MARK = 50


def measure() -> list[Figure]:
    """Open the program several times.

    A stall of the program's own making is there every time, one of the machine's is not: of each round's longest
    stall the shortest is judged.
    """
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        settle_in(data)
        rounds = [json.loads(run_python("-m", "benchmarks.stalls_run", data=data).printed) for _ in range(ROUNDS)]
    return [
        least_of("longest stall while the rest loads", [one["loading"] for one in rounds], "ms", MARK),
        least_of("longest stall from Hjem to the first page", [one["first page"] for one in rounds], "ms", MARK),
    ]
