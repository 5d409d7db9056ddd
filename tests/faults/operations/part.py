"""The part of the suite that interrupts every operation: killed, cut off, refused by the disk."""

from __future__ import annotations

from collections.abc import Sequence

from tests.faults.apart import rows_of
from tests.faults.parts import Part, Row, Run


def run(run: Run) -> Sequence[Row]:
    """Do it in a process of its own, which forks: the suite's has threads, and they cannot be taken along."""
    return rows_of("tests.faults.operations", run)


PART = Part("operations", run)
