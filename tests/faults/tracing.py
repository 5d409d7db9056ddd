"""Stopping a process at one of its calls to the system, by strace."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

CHANGING = (
    "write",
    "writev",
    "pwrite64",
    "fsync",
    "fdatasync",
    "rename",
    "renameat",
    "renameat2",
    "unlink",
    "unlinkat",
    "link",
    "linkat",
    "ftruncate",
    "mkdir",
    "mkdirat",
    "openat",
    "utimensat",
)
"""The calls that change a file, a folder or what of them is on the disk, as one machine or another names them."""

# A question mark lets strace pass over a name this machine does not have.
_SET = ",".join(f"?{name}" for name in CHANGING)
_COUNTED = re.compile(r"^\s*[\d.]+\s+[\d.]+\s+\d+\s+(?P<calls>\d+)\s+(?:\d+\s+)?(?P<name>\w+)$", re.MULTILINE)


def why_not() -> str:
    """Return why nothing can be traced here, in a sentence; empty where it can."""
    if shutil.which("strace") is None:
        return "strace is not installed."
    tried = subprocess.run(["strace", "-o", os.devnull, "true"], capture_output=True, text=True)
    return f"strace may not trace here: {tried.stderr.strip()}" if tried.returncode else ""


@contextmanager
def killed_at(pid: int, call: str, number: int) -> Iterator[None]:
    """Let a process that waits be killed as it enters the ``number``-th of its calls of a name, from 1."""
    with _attached(pid, "-e", f"trace={call}", "-e", f"inject={call}:signal=KILL:when={number}", "-o", os.devnull):
        yield


@contextmanager
def counted(pid: int, told: Path) -> Iterator[None]:
    """Count the calls a process makes from here to its end; ``calls`` reads them."""
    with _attached(pid, "-c", "-e", f"trace={_SET}", "-o", str(told)):
        yield


def calls(told: Path) -> Mapping[str, int]:
    """Return how often each call was made, by name."""
    return {each["name"]: int(each["calls"]) for each in _COUNTED.finditer(told.read_text()) if each["name"] != "total"}


@contextmanager
def _attached(pid: int, *options: str) -> Iterator[None]:
    """Trace a process and what it starts. In the body it may go on; the body ends when the process has."""
    command = ["strace", "-f", "-p", str(pid), *options]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as tracer:
        assert tracer.stderr is not None
        said = tracer.stderr.readline()
        if "attached" not in said:
            tracer.kill()
            raise OSError(f"strace: {said}{tracer.stderr.read()}")
        try:
            yield
        except BaseException:
            tracer.kill()
            raise
        tracer.stderr.read()
