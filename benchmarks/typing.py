"""How long a letter takes from the key until it is painted, in a session of 1 MB; and how long opening one holds."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from benchmarks.figure import Figure, least_of
from benchmarks.measure import run_python
from benchmarks.scale import of

ROUNDS = of(3, 1)
KEY_MARK, STALL_MARK = 16, 50


def measure() -> list[Figure]:
    """Type in the editor alone, several times; of the rounds the least disturbed is judged."""
    with tempfile.TemporaryDirectory() as folder:
        rounds = [
            json.loads(run_python("-m", "benchmarks.typing_run", data=Path(folder) / "data").printed)
            for _ in range(ROUNDS)
        ]
    return [
        least_of(name, [one[name] for one in rounds], "ms", STALL_MARK if "stall" in name else KEY_MARK)
        for name in rounds[0]
    ]
