"""The part of the kills: runs the rounds in a process of its own and takes their rows."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence

from tests.faults.parts import Part, Row, Run


def run(run: Run) -> Sequence[Row]:
    """Run the rounds. The suite has threads, and one that forks must not."""
    command = [sys.executable, "-m", "tests.faults.kills.rounds", str(run.folder), run.length.value, str(run.seed)]
    ended = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    if ended.returncode:
        return (Row("Drap", found=(f"the rounds broke off: {ended.stderr.strip()[-2000:]}",)),)
    return tuple(Row(**{**each, "found": tuple(each["found"])}) for each in json.loads(ended.stdout))


PART = Part("kills", run)
