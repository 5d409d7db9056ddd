"""The part of the suite in which disks fail and fill up."""

from __future__ import annotations

from collections.abc import Sequence

from tests.faults.alone import run_alone
from tests.faults.cuts.calls import why_not
from tests.faults.parts import Part, Row, Run


def run(run: Run) -> Sequence[Row]:
    """Let calls fail, fill disks up, and look at what was said and what is there."""
    if why_not():
        return [Row(f"disker som svikter: {why_not()}", found=(why_not(),))]
    return run_alone("tests.faults.disks", run)


PART = Part("disks", run)
