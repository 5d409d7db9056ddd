"""What earlier runs measured on this machine: a line of JSON for each run, in a file outside the project."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.figure import Figure

FILE = Path(__file__).resolve().parents[1] / ".benchmarks" / "history.jsonl"
"""Where it is kept; git looks past it, for figures of one machine say nothing of another."""

TOLERANCE = 0.10
"""What a figure with a spread may differ from the last one before that means anything."""

WIDE_TOLERANCE = 0.25
"""The same for one without: a percentile, or what was measured once."""

Measured = Mapping[str, Sequence[Figure]]
"""The figures of each part."""


@dataclass(frozen=True)
class Earlier:
    """A figure as an earlier run had it."""

    value: float
    low: float | None = None
    high: float | None = None


def append(file: Path, about: Mapping[str, Any], measured: Measured) -> None:
    """Add a run to the history; ``about`` says when, where and of which version."""
    figures = {
        key(part, figure): {
            name: value
            for name in ("value", "unit", "mark", "low", "high", "rounds")
            if (value := getattr(figure, name)) is not None
        }
        for part, each in measured.items()
        for figure in each
        if figure.is_measured
    }
    if not figures:
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a", encoding="utf-8") as target:
        target.write(json.dumps({**about, "figures": figures}, ensure_ascii=False) + "\n")


def last(file: Path, machine: Mapping[str, Any], *, quick: bool) -> dict[str, Earlier]:
    """Return each figure as the last run that had it, on this machine and in this form, measured it.

    A line that cannot be read, such as one broken off, is passed over.
    """
    found: dict[str, Earlier] = {}
    for line in file.read_text("utf-8").splitlines() if file.exists() else ():
        try:
            run = json.loads(line)
            if run["machine"] == machine and run["quick"] == quick:
                each = {name: (one["value"], one.get("low"), one.get("high")) for name, one in run["figures"].items()}
                found.update({name: Earlier(*values) for name, values in each.items()})
        except (ValueError, KeyError, TypeError, AttributeError):
            continue
    return found


def key(part: str, figure: Figure) -> str:
    """Return what a figure is called in the history."""
    return f"{part}: {figure.name}"


def change(now: Figure, before: Earlier) -> float | None:
    """Return how much worse a figure is than before, as a share; negative is better. None where nothing can be said."""
    if not now.is_measured or before.value <= 0 or now.value <= 0:
        return None
    return before.value / now.value - 1 if now.at_least else now.value / before.value - 1


def is_regression(now: Figure, before: Earlier) -> bool:
    """Tell whether a figure is worse than before by more than chance: beyond the tolerance, and beyond both spreads."""
    worse = change(now, before)
    if worse is None:
        return False
    if now.low is None or now.high is None or before.low is None or before.high is None:
        return worse > WIDE_TOLERANCE
    apart = now.high < before.low if now.at_least else now.low > before.high
    return worse > TOLERANCE and apart
