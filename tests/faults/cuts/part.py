"""The part of the suite that cuts the power."""

from __future__ import annotations

from collections.abc import Sequence

from tests.faults.alone import run_alone
from tests.faults.cuts.calls import why_not
from tests.faults.parts import Part, Row, Run


def run(run: Run) -> Sequence[Row]:
    """Cut the power all along what is written, and look at what is left."""
    if why_not():
        return [Row(f"strømbrudd: {why_not()}", found=(why_not(),))]
    return run_alone("tests.faults.cuts", run)


PART = Part("cuts", run)
