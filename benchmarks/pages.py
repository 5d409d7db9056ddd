"""Turning pages in the real window, and answering durably on a real file."""

from __future__ import annotations

import json
import tempfile
from functools import partial
from pathlib import Path

from benchmarks.answering import answering, write_through
from benchmarks.measure import Figure, percentile, run_python, seconds
from benchmarks.participant import flagship, settle_in

PROSE_MARK = 16
ITEMS_MARK = 50
ANSWER_MARK = 50
STALL_MARK = 50


def measure() -> list[Figure]:
    """Turn every page of the flagship course, jump about in it, and answer every question."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        settle_in(data)
        told = json.loads(run_python("-m", "benchmarks.pages_run", data=data).printed)
        durable = _answering(Path(folder))
    return [
        _turning("Neste, to a page of prose", told["turned"], "prose", PROSE_MARK),
        _turning("Neste, to a page with questions", told["turned"], "items", ITEMS_MARK),
        _turning("a jump to a page not made ready", [("any", took) for _, took in told["jumped"]], "any", None),
        _stalls(told["stalls"]),
        *durable,
    ]


def _turning(name: str, turns: list[tuple[str, list[float]]], kind: str, mark: int | None) -> Figure:
    took = [wall for its_kind, (wall, _) in turns if its_kind == kind]
    work = [own for its_kind, (_, own) in turns if its_kind == kind]
    half = f"half take {percentile(took, 50):.1f}"
    note = f"of {len(took)}; {half}; the window's own work {percentile(work, 95):.1f}, half {percentile(work, 50):.1f}"
    return Figure(f"{name}, 95th percentile", percentile(took, 95), "ms", mark, note)


def _stalls(gaps: list[float]) -> Figure:
    note = f"the longest {max(gaps):.0f}"
    return Figure("stall while a page is completed, 99th percentile", percentile(gaps, 99), "ms", STALL_MARK, note)


def _answering(folder: Path) -> list[Figure]:
    """Answer every choice question of the course through the service, and count what reaches the disk."""
    with answering(flagship(), folder / "answering") as desk:
        before = desk.commits
        took = [seconds(partial(desk.answer, question)) * 1000 for question in desk.questions * 3]
        each = (desk.commits - before) / len(took)
    bare = [seconds(partial(write_through, folder / "bare")) * 1000 for _ in took]
    note = f"of {len(took)}; half take {percentile(took, 50):.1f}; 4 KiB written through: {percentile(bare, 95):.1f}"
    return [
        Figure("a durable answer, 95th percentile", percentile(took, 95), "ms", ANSWER_MARK, note),
        Figure("transactions for an answer", each, "", 1),
    ]
