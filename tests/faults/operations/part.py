"""The part of the suite that interrupts every operation: killed, cut off, refused by the disk."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict

from tests.faults.parts import Part, Row, Run

NOT_PERMITTED = "Her får ikke strace følge med på andre prosesser, så operasjonene ble ikke avbrutt:"


def run(run: Run) -> Sequence[Row]:
    """Do it in a process of its own, which forks: the suite's has threads, and they cannot be taken along."""
    command = [sys.executable, "-m", "tests.faults.operations", str(run.folder), run.length.value, str(run.seed)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        return (Row("operasjoner", found=(f"kom ikke til ende: {done.stderr[-2000:]}",)),)
    rows = json.loads(done.stdout.splitlines()[-1])
    return tuple(Row(**{**row, "found": tuple(row["found"])}) for row in rows)


def told(rows: Sequence[Row]) -> str:
    """Return rows on one line, as ``run`` reads them."""
    return json.dumps([asdict(row) for row in rows])


PART = Part("operations", run)
