"""What a program asked the system for: sockets, programs and files, by strace."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).parents[3]
CALLS = "network,execve,execveat"
FILES = "open,openat,openat2"
TOO_LONG = 124
"""The exit code of what was stopped, as ``timeout`` has it."""

OWN_FAMILIES = ("AF_UNIX",)
"""Sockets that lead to this machine only."""

_SOCKET = re.compile(r"\bsocket(?:pair)?\((\w+)")
_PROGRAM = re.compile(r'\bexecve(?:at)?\((?:AT_FDCWD[^,]*, )?"(?P<path>[^"]*)", \[(?P<words>.*?)\]')
_OPENING = re.compile(r"\bopen(at2?)?(\(| resumed)")
_WORD = re.compile(r'"((?:[^"\\]|\\.)*)"')
_WORKER = re.compile(r"from multiprocessing\.(spawn import spawn_main|resource_tracker import main)")


@dataclass(frozen=True, slots=True)
class Program:
    """A program that was started, or tried."""

    path: str
    words: tuple[str, ...]

    @property
    def is_own_worker(self) -> bool:
        """Say whether it is the program itself, as the worker that reads courses, or what Python keeps beside it."""
        own = Path(self.path).resolve() == Path(sys.executable).resolve()
        return own and any(_WORKER.search(word) for word in self.words)


def cannot_trace() -> str:
    """Return why system calls cannot be followed on this machine; nothing where they can."""
    if shutil.which("strace") is None:
        return "strace is not installed"
    tried = subprocess.run(["strace", "-qq", "-o", os.devnull, "true"], capture_output=True, text=True, check=False)
    return "" if tried.returncode == 0 else "strace is not permitted here"


def follow(words: Sequence[str], trace: Path, *, files: bool, limit: float, **environment: str) -> tuple[int, str]:
    """Run Python with these words under strace, and return its exit code and what it said."""
    calls = f"{CALLS},{FILES}" if files else CALLS
    strace = ["strace", "-f", "--seccomp-bpf", "-qq", "-y", "-s", "400", "-e", f"trace={calls}", "-e", "signal=none"]
    command = [*strace, "-o", str(trace), sys.executable, *words]
    own = {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(PROJECT), **environment}
    # A session of its own: what is followed is no child of strace's in the eyes of a timeout, and must not be left.
    run = subprocess.Popen(
        command, cwd=PROJECT, env=os.environ | own, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        start_new_session=True,
    )  # fmt: skip
    try:
        said, _nothing = run.communicate(timeout=limit)
    except subprocess.TimeoutExpired:
        os.killpg(run.pid, signal.SIGKILL)
        run.communicate()
        return TOO_LONG, f"not done in {limit:.0f} seconds"
    return run.returncode, said


def sockets(lines: Iterable[str]) -> list[str]:
    """Return the families of the sockets that lead further than this machine's own programs."""
    families = (found[1] for line in lines for found in _SOCKET.finditer(line))
    return [family for family in families if family not in OWN_FAMILIES]


def programs(lines: Iterable[str]) -> Iterator[Program]:
    """Yield the programs that were started, the first one aside: that is the one that was followed."""
    found = (match for line in lines if (match := _PROGRAM.search(line)))
    next(found, None)
    for match in found:
        yield Program(match["path"], tuple(_WORD.findall(match["words"])))


def opened(lines: Iterable[str], names: Iterable[str]) -> list[str]:
    """Return which of the names were opened as files, under whatever path or link."""
    calls = [line for line in lines if _OPENING.search(line)]
    return [name for name in names if any(name in line for line in calls)]
