"""What the coordinator's screens make one wait: how long the screen's thread stands still, and how soon they answer."""

from __future__ import annotations

import json
import shutil
import tempfile
from datetime import timedelta
from pathlib import Path

from benchmarks import coordinator, participant
from benchmarks.figure import Figure
from benchmarks.measure import run_python
from benchmarks.scale import of

ROUNDS = of(3, 1)
FILES, COHORTS, PEOPLE = of(1_500, 30), of(12, 2), of(24, 6)
BETWEEN = timedelta(days=91)
"""From one cohort to the next: twelve in three years."""
STALL, RESPONSE = 50, 100

Told = dict[str, list[tuple[float, float]]]
"""Of each action, every time it was done: the longest stall of the screen's thread, and the wait until what was asked
for is painted, in ms."""


def measure() -> list[Figure]:
    """Do a coordinator's work in the window several times, from the same beginning.

    As in ``stalls``, of the rounds the shortest is judged: the machine holds up one round, not all. Of like things
    done in one round (every theme, every question) the slowest is told.
    """
    with tempfile.TemporaryDirectory() as folder:
        settled, answers = Path(folder) / "settled", Path(folder) / "answers"
        cohort_id = settle_in(settled, answers)
        rounds = [_round(settled, Path(folder) / f"data-{number}", cohort_id, answers) for number in range(ROUNDS)]
    figures = []
    for action in rounds[0]:
        times = list(zip(*(told[action] for told in rounds), strict=True))
        stall, wait = (max(min(one[which] for one in time) for time in times) for which in (0, 1))
        told = f"{len(times)} times in a round" if len(times) > 1 else ""
        figures.append(Figure(f"{action}: longest stall", stall, "ms", STALL, told))
        # How long a heap of files takes is told in files a second (``collection``); here one is only to see it move.
        mark = None if action in LONG else RESPONSE
        figures.append(Figure(f"{action}: until it is painted", wait, "ms", mark, told))
    return figures


LONG = (f"collect {FILES:,} files", f"close a round of {FILES:,}", "open the safe")


def settle_in(data: Path, answers: Path) -> str:
    """Fill a data folder with closed rounds of cohorts before, and a last one's files in a folder; return its id."""
    participant.settle_in(data)
    with coordinator.coordinator(data) as made, coordinator.flagship_opened(data) as opened:
        for before in range(COHORTS - 1, 0, -1):
            folder = data / "handed-in" / str(before)
            earlier = coordinator.hand_in(made, opened, coordinator.STARTS - before * BETWEEN, folder, PEOPLE)
            made.collect(earlier, made.files_in(folder))
            made.close_round(earlier, coordinator.FORM)
        return coordinator.hand_in(made, opened, coordinator.STARTS, answers, FILES)


def _round(settled: Path, data: Path, cohort_id: str, answers: Path) -> Told:
    shutil.copytree(settled, data)
    told: Told = json.loads(run_python("-m", "benchmarks.desk_run", cohort_id, str(answers), data=data).printed)
    return told
