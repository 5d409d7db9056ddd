"""A part in a process of its own, which may fork: the suite's has threads, and they cannot be taken along."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

from tests.faults.parts import Length, Row, Run


def run_alone(module: str, run: Run) -> Sequence[Row]:
    """Run ``python -m module``, which ends in ``tell``, and return its rows."""
    command = [sys.executable, "-m", module, str(run.folder), run.length.value, str(run.seed)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        return (Row(f"{module} kom ikke til ende", found=(done.stderr[-3000:],)),)
    rows = json.loads(done.stdout.splitlines()[-1])
    return tuple(Row(**{**row, "found": tuple(row["found"])}) for row in rows)


def tell(rows_of: Callable[[Run], Sequence[Row]]) -> None:
    """Run what the command line says, and print its rows on the last line."""
    folder, length, seed = sys.argv[1:]
    rows = rows_of(Run(Length(length), Path(folder), int(seed)))
    sys.stdout.write(f"{json.dumps([asdict(row) for row in rows])}\n")
