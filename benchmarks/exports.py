"""What leaving the house costs: rows of results as CSV and as a workbook, against the bare libraries."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from benchmarks.figure import Figure, least_of, ratio_of
from benchmarks.measure import run_python
from benchmarks.scale import of

MILLION = of(1_000_000, 5_000)
SIZES = (1_000, of(10_000, 2_000), of(100_000, 4_000))
WATCHED_ROWS = of(20_000, 4_000)
WATCHED_ROUNDS = of(3, 1)
RATIO, MEMORY, CANCEL, STALL = 1.3, 40.0, 100.0, 50.0
ROUNDS = {"csv": of(3, 1), "xlsx": 1}
"""Writing a million rows of a workbook takes minutes; one round of each says what there is to say."""


def measure() -> list[Figure]:
    """Write a million rows each way, smaller files to show how cost grows, and stop and watch some on the way."""
    with tempfile.TemporaryDirectory() as folder:
        figures = []
        for kind in ("csv", "xlsx"):
            figures += _against_the_library(kind, Path(folder))
            figures += [_growth(kind, rows, Path(folder)) for rows in SIZES]
            figures += _on_the_way(kind, Path(folder))
    return figures


def _against_the_library(kind: str, folder: Path) -> list[Figure]:
    pairs = []
    for _ in range(ROUNDS[kind]):
        pairs.append((_run(kind, MILLION, folder), _run(f"{kind}-alone", MILLION, folder)))
    own, alone = [one["seconds"] for one, _ in pairs], [other["seconds"] for _, other in pairs]
    memory = max(one["memory"] for one, _ in pairs)
    bare = max(other["memory"] for _, other in pairs)
    library = {"csv": "Python's csv", "xlsx": "XlsxWriter"}[kind]
    return [
        ratio_of(f"{kind} of {MILLION:,} rows / {library} alone", own, alone, RATIO),
        Figure(f"{kind} of {MILLION:,} rows, memory above before", memory, "MiB", MEMORY, f"alone {bare:.1f} MiB"),
    ]


def _growth(kind: str, rows: int, folder: Path) -> Figure:
    run = _run(kind, rows, folder)
    return Figure(
        f"{kind} of {rows:,} rows", run["seconds"] * 1000, "ms", None, f"{run['memory']:.1f} MiB above before"
    )


def _on_the_way(kind: str, folder: Path) -> list[Figure]:
    # What is of the program's own making is there in every round, what is of the machine's is not.
    cancel = [_run(f"cancel-{kind}", WATCHED_ROWS, folder)["longest"] for _ in range(WATCHED_ROUNDS)]
    stall = [_run(f"stall-{kind}", WATCHED_ROWS, folder)["longest"] for _ in range(WATCHED_ROUNDS)]
    return [
        least_of(f"{kind}: longest until it has stopped", cancel, "ms", CANCEL),
        least_of(f"{kind}: longest stall of the screen's thread", stall, "ms", STALL),
    ]


def _run(what: str, rows: int, folder: Path) -> dict[str, float]:
    data = folder / "data"
    run = run_python("-m", "benchmarks.exports_run", what, str(rows), str(folder), data=data)
    told: dict[str, float] = json.loads(run.printed)
    return told
