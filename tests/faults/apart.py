"""Rows of a part that runs in a process of its own: one that forks must have no threads, and the suite has."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

from tests.faults.parts import Length, Row, Run


def rows_of(module: str, run: Run) -> Sequence[Row]:
    """Run a module whose ``main`` is ``tell_rows``, and return what it told; its breaking off is a finding."""
    command = [sys.executable, "-m", module, str(run.folder), run.length.value, str(run.seed)]
    ended = subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8")
    if ended.returncode:
        return (Row(module, found=(f"broke off: {ended.stderr.strip()[-2000:]}",)),)
    told = json.loads(ended.stdout.splitlines()[-1])
    return tuple(Row(**{**row, "found": tuple(row["found"])}) for row in told)


def tell_rows(words: Sequence[str], rows: Callable[[Run], Sequence[Row]]) -> None:
    """Do a run as the command line has it (FOLDER LENGTH SEED), and print its rows on one line."""
    folder, length, seed = words
    told = [asdict(row) for row in rows(Run(Length(length), Path(folder), int(seed)))]
    sys.stdout.buffer.write(f"{json.dumps(told)}\n".encode())
