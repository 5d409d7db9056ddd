"""A durable save of an answer against a bare commit: the same engine, the same settings, a row of the same size."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from itertools import count
from pathlib import Path

from benchmarks.answering import answering, bare_commits, write_through
from benchmarks.figure import Figure, median_of, ratio_of
from benchmarks.flagship import flagship
from benchmarks.measure import in_turn, percentile, seconds
from benchmarks.scale import of

BATCHES, IN_A_BATCH = of(9, 2), of(200, 20)
MARK, ANSWER_MARK = 2.0, 50


def measure() -> Iterator[Figure]:
    """Save answers and commit rows by turns, one of each at a time; each batch has a median and a 99th percentile."""
    with tempfile.TemporaryDirectory() as folder:
        with answering(flagship(), Path(folder) / "answering") as desk, closing(bare_commits(Path(folder))) as bare:
            questions, numbers = desk.questions, count()
            calls = {
                "own": lambda: seconds(partial(desk.answer, questions[next(numbers) % len(questions)])),
                "bare": lambda: seconds(bare.commit),
                "disk": lambda: seconds(partial(write_through, Path(folder) / "bare")),
            }
            batches = [in_turn(calls, IN_A_BATCH, warm_up=not batch) for batch in range(BATCHES)]
            asked = desk.statements(questions[next(numbers) % len(questions)])
        for name, per_cent in (("median", 50), ("99th percentile", 99)):
            own, alone, disk = (
                [percentile(batch[who], per_cent) for batch in batches] for who in ("own", "bare", "disk")
            )
            note = f"4 KiB written through {1000 * percentile(disk, 50):.2f} ms"
            yield ratio_of(f"a durable answer / a bare commit, {name}", own, alone, MARK, note)
        slow = [1000 * percentile(batch["own"], 95) for batch in batches]
        yield median_of("a durable answer, 95th percentile", slow, "ms", ANSWER_MARK)
        commits = sum(statement.startswith("COMMIT") for statement in asked)
        yield Figure("transactions for an answer", commits, "", 1, f"{len(asked)} statements")
