"""The part of damage."""

from __future__ import annotations

from collections.abc import Sequence

from tests.faults.apart import rows_of
from tests.faults.parts import Part, Row, Run


def run(run: Run) -> Sequence[Row]:
    """Run the rounds in a process of their own."""
    return rows_of("tests.faults.damage.rounds", run)


PART = Part("damage", run)
