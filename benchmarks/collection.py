"""Collecting and closing against inserting the same rows alone, counting against the bare SQL, and how both grow."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.figure import Figure
from benchmarks.measure import run_python
from benchmarks.scale import of
from tests.postgres import running_cluster

FEW, MANY = of(1_000, 20), of(10_000, 60)
SIZES = (1_000, 10_000, of(100_000, 20_000), of(1_000_000, 40_000))
"""Answers in a round: a cohort has a thousand or two, the whole country a million."""


def measure() -> Iterator[Figure]:
    """Collect a thousand files and ten thousand, then grow a round to a million answers on both engines."""
    with tempfile.TemporaryDirectory() as folder:
        few, _ = _collected(Path(folder) / "few", FEW, bare=False)
        many, alone = _collected(Path(folder) / "many", MANY, bare=True)
        yield from _figures(few, many, alone)
        yield from _growth("SQLite", Path(folder), "")
        with running_cluster() as cluster:
            yield from _growth("PostgreSQL", Path(folder), cluster.new_database)


def _collected(data: Path, count: int, *, bare: bool) -> tuple[dict[str, Any], dict[str, Any]]:
    cohort = _run(data, "settle", str(count))["cohort"]
    found = _run(data, "collect", cohort)
    return found, _run(data, "insert", cohort) if bare else {}


def _figures(few: dict[str, Any], many: dict[str, Any], alone: dict[str, Any]) -> Iterator[Figure]:
    spent = many["collect"] + many["close"]
    told = f"{spent:.1f} s and {alone['seconds']:.1f} s for {alone['rows']} rows"
    yield Figure(f"{MANY} files, collect and close: rate / inserting", alone["seconds"] / spent, "×", 0.25, told, True)
    told = f"{many['memory']:.0f} MiB and {few['memory']:.0f} MiB"
    yield Figure(f"memory, {MANY} files / {FEW}", many["memory"] / few["memory"], "×", 1.2, told)
    told = f"{many['again']:.2f} s and {many['collect']:.2f} s"
    yield Figure("the same folder again / the first time", many["again"] / many["collect"], "×", 0.25, told)
    yield Figure(f"results of {FEW} people", few["results"] * 1000, "ms", 100)
    yield Figure(f"results of {MANY} people", many["results"] * 1000, "ms")


def _growth(engine: str, folder: Path, url: Any) -> Iterator[Figure]:
    for answers in SIZES:
        data = folder / f"{engine}-{answers}"
        data.mkdir()
        found = _run(data, "grow", str(answers), *([url()] if url else []))
        named = f"{engine}, {answers} answers"
        per_answer = found["close"] / answers * 1e6
        yield Figure(f"{named}: close, per answer", per_answer, "µs", None, f"{found['close']:.2f} s")
        judged = answers == SIZES[-1]
        told = f"{found['recount'] * 1000:.2f} ms and {found['bare'] * 1000:.2f} ms"
        counting = found["recount"] / found["bare"]
        yield Figure(f"{named}: counting / bare SQL", counting, "×", 1.2 if judged else None, told)
        told = f"{found['counts'] * 1000:.2f} ms"
        again = found["counts"] / found["bare"]
        yield Figure(f"{named}: from the tally / bare SQL", again, "×", 0.05 if judged else None, told)


def _run(data: Path, *arguments: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run_python("-m", "benchmarks.collection_run", *arguments, data=data).printed)
    return found
