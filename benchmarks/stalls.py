"""How long the screen's thread stands still while the rest loads after the first paint, and at the way to a page."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from benchmarks.measure import Figure, run_python
from benchmarks.participant import settle_in

ROUNDS = 5
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
        _figure("longest stall while the rest loads", [one["loading"] for one in rounds]),
        _figure("longest stall from Hjem to the first page", [one["first page"] for one in rounds]),
    ]


def _figure(name: str, longest: list[float]) -> Figure:
    told = "of rounds " + ", ".join(f"{one:.0f}" for one in sorted(longest))
    return Figure(name, min(longest), "ms", MARK, told)
