"""The program's commands tried on hostile files, all in one process, and what came of it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.faults.hostile.batch import Ran
from tests.faults.hostile.ground import BAIT, Ground, changed
from tests.faults.world import traced

LIMIT = 900.0
"""Seconds: a batch that takes longer hangs."""

_WRITING = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC")
_PATH = re.compile(r'"(?P<path>/[^"]*)"')
_OF_THE_SYSTEM = ("/dev/", "/proc/")


Command = tuple[str, Sequence[str | Path]]
"""A name, and the words of a command."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of every command, and what was touched outside of where they may."""

    ran: tuple[Ran, ...]
    touched: tuple[str, ...]


def try_commands(ground: Ground, wanted: Mapping[str, Sequence[Command]], *, follow: bool = False) -> Tried:
    """Run commands by the breach they are tried with. ``follow`` looks at every file that is opened."""
    asked, answer = ground.data / "spurt.json", ground.data / "svart.json"
    asked.write_text(json.dumps(list(wanted.items()), default=str), "utf-8")
    before = ground.listing()
    touched: list[str] = []
    arguments = ["-m", "tests.faults.hostile.batch", str(asked), str(answer)]
    if follow:
        trace = ground.data / "spor.txt"
        code, said = traced.follow(arguments, trace, files=True, limit=LIMIT, **ground.environment())
        touched += _strange_files(trace.read_text("utf-8", "replace").splitlines(), ground)
    else:
        environment = os.environ | ground.environment() | {"PYTHONPATH": str(traced.PROJECT)}
        command = [sys.executable, *arguments]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=LIMIT, check=False)
        code, said = done.returncode, done.stdout + done.stderr
    touched += changed(before, ground.listing())
    if code or not answer.exists():
        return Tried((), (f"kom ikke til ende: {said[-2000:]}", *touched))
    return Tried(tuple(Ran(**each) for each in json.loads(answer.read_text("utf-8"))), tuple(touched))


def _strange_files(lines: Iterable[str], ground: Ground) -> Iterator[str]:
    """Yield the files that were opened as bait, or to be written outside the ground."""
    for line in lines:
        if "open" not in line or " = -1 " in line:
            continue
        found = _PATH.search(line)
        path = found["path"] if found else ""
        if f"/{BAIT}/" in line.partition(" = ")[2] or f"/{BAIT}/" in path:
            yield f"åpnet agn: {line[-200:]}"
        elif path and _WRITING.search(line) and not path.startswith((str(ground.root), *_OF_THE_SYSTEM)):
            yield f"skrev utenfor: {line[-200:]}"
