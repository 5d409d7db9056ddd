"""How much is measured: the whole suite, or a small form of it for trying."""

from __future__ import annotations

import os

VARIABLE = "KURSAPP_BENCHMARKS"
"""The environment variable that makes a run small; the programs a part starts see it too."""

_QUICK = "quick"


def run_quickly() -> None:
    """Make this run, and the programs it starts, small. To be said before any part is imported."""
    os.environ[VARIABLE] = _QUICK


def is_quick() -> bool:
    """Say whether this run is the small form."""
    return os.environ.get(VARIABLE) == _QUICK


def of(whole: int, quick: int) -> int:
    """Return an amount, by the form of the run."""
    return quick if is_quick() else whole
