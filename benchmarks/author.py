"""What an instructor waits for while she writes: the glyph of a key, the page beside her text, and what is found."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path

from benchmarks import participant
from benchmarks.figure import Figure, least_of
from benchmarks.generated_course import session_text
from benchmarks.measure import run_python
from benchmarks.scale import of
from kursapp.services.author import Author
from kursapp.services.clock import SystemClock

ROUNDS = of(3, 1)
KEY_MARK, PREVIEW_MARK, CHECK_MARK = 16, 200, 300
SMALL, BIG = "dag-1/01-hvorfor-finnes-vi.md", "dag-1/02-fra-melding-til-konklusjon.md"
"""A session as it is in the flagship course, and the one that is exchanged for a session of 1 MB."""
PAGES_OF_BIG = of(490, 40)


def measure() -> list[Figure]:
    """Write in the real window, with the check and the preview at work; of the rounds the least disturbed is judged."""
    with tempfile.TemporaryDirectory() as folder:
        data, course = Path(folder) / "data", Path(folder) / "kurs"
        draft_id = settle_in(data, course)
        rounds = [_round(data, draft_id) for _ in range(ROUNDS)]
    return [_figure(name, [one[name] for one in rounds]) for name in rounds[0]]


def settle_in(data: Path, course: Path) -> str:
    """Make a draft of the flagship course in which one session is as long as a file may be; return its id."""
    participant.settle_in(data)
    shutil.copytree(participant.flagship(), course)
    text = session_text(1, pages=PAGES_OF_BIG)
    (course / BIG).write_text(text[: text.rindex("## ")], encoding="utf-8")
    author = Author(data, SystemClock())
    try:
        return author.add(course).id
    finally:
        author.close()


def _round(data: Path, draft_id: str) -> dict[str, float]:
    told: dict[str, float] = json.loads(run_python("-m", "benchmarks.author_run", draft_id, data=data).printed)
    return told


def _figure(name: str, times: list[float]) -> Figure:
    mark = {"key": KEY_MARK, "preview": PREVIEW_MARK}.get(name.split(" ", 1)[0].strip(","))
    if name.startswith("check") and "1 MB" not in name:
        mark = CHECK_MARK
    return least_of(name, times, "ms", mark)
