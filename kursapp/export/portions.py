"""Rows in portions, so that whoever follows an export hears of it and can stop it at any time."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

from kursapp.domain.exporting import Watch
from kursapp.domain.problem import refusal

PORTION = 1000
"""Rows between two looks at the watch: a few milliseconds' worth."""

BREATH_SECONDS = 0.001
"""How long a portion's writer then stands back. Writing to a file lets other threads in for so short a time that the
screen's thread comes too late each time, and waited for seconds."""

T = TypeVar("T")


def portions(rows: Iterable[T], total: int, watch: Watch, size: int = PORTION) -> Iterator[tuple[T, ...]]:
    """Yield the rows in portions and tell the watch how far it is. Raises ``export-cancelled`` when it says stop."""
    done = 0
    rest = iter(rows)
    while portion := tuple(islice(rest, size)):
        stop_if_cancelled(watch)
        yield portion
        done += len(portion)
        watch.progress(done, max(done, total))
        time.sleep(BREATH_SECONDS)


def stop_if_cancelled(watch: Watch) -> None:
    """Raise ``export-cancelled`` where the export is to stop; nothing of it is left behind."""
    if watch.cancelled():
        raise refusal("export-cancelled")
