"""A page of 500 highlights in the real window, and finding them again in a changed text."""

from __future__ import annotations

import json
import random
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.figure import Figure
from benchmarks.measure import percentile, run_python, seconds
from benchmarks.participant import settle_in
from benchmarks.scale import of
from kursapp.domain.annotation import COLOURS, Anchor, Annotation, AnnotationKind
from kursapp.services.annotate import placed

TURN_MARK = 50
TRIES = 3
COUNT = of(500, 50)
WORDS = of(4_000, 800)
CHANGED = 7
"""Every seventh word is another in the new version."""


def measure() -> list[Figure]:
    """Turn to the page again and again, and find 500 quotes in the same text, in a changed one and in another."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        settle_in(data)
        told = json.loads(run_python("-m", "benchmarks.notes_run", data=data).printed)
    # What another program held up is not there every time; what this one does is.
    turns = [min(told["turned"][at : at + TRIES]) for at in range(0, len(told["turned"]), TRIES)]
    walls = [wall for wall, _own in turns]
    works = [own for _wall, own in turns]
    note = f"of {len(walls)}; half take {percentile(walls, 50):.1f}; the window's own work {percentile(works, 95):.1f}"
    turned = Figure(
        f"Neste, to a page of {told['marks']} highlights, 95th percentile",
        percentile(walls, 95),
        "ms",
        TURN_MARK,
        note,
    )
    return [turned, *_finding()]


def _finding() -> list[Figure]:
    chance = random.Random(1)
    words = [f"ord{chance.randrange(900)}" for _word in range(WORDS)]
    text = " ".join(words)
    notes = [_note(text, number, chance) for number in range(COUNT)]
    changed = " ".join("annet" if at % CHANGED == 0 else word for at, word in enumerate(words))
    return [
        _found(name, notes, other)
        for name, other in (("same", text), ("changed", changed), ("another", "x" * (8 * WORDS)))
    ]


def _found(name: str, notes: list[Annotation], text: str) -> Figure:
    took = seconds(lambda: placed(notes, [text])) * 1000
    found = len(placed(notes, [text]).placed)
    return Figure(
        f"{COUNT} quotes looked for in the {name} text", took, "ms", None, f"{found} found; not the screen's thread"
    )


def _note(text: str, number: int, chance: random.Random) -> Annotation:
    start = chance.randrange(len(text) - 200)
    anchor = Anchor.of(text, start, start + 20 + number % 150)
    now = datetime(2026, 3, 9, tzinfo=UTC)
    colour = COLOURS[number % len(COLOURS)]
    return Annotation(str(number), AnnotationKind.HIGHLIGHT, "k", "s", "p", "Side", anchor, colour, "", now, now)
