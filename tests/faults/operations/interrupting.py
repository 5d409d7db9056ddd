"""Work done in a process of its own and interrupted at a system call: killed there, or refused by the system.

The process is forked from this one, which has imported everything already, and waits until ``strace`` has taken hold
of it: a hundredth of what a new start costs. The calls are first counted in a run that is left alone.
"""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from kursapp.domain.problem import KursappError
from kursapp.texts.problems import tell
from tests.faults.cuts.calls import let_sisters_watch

CHANGES = (
    *("write", "pwrite64", "writev", "pwritev", "ftruncate", "fsync", "fdatasync", "sendfile", "copy_file_range"),
    *("rename", "renameat", "renameat2", "link", "linkat", "unlink", "unlinkat", "mkdir", "mkdirat", "rmdir"),
    *("chmod", "fchmod", "fchmodat", "utimensat"),
)
"""The calls that change what a disk holds, but for the opening of new files."""

OPEN = ("open", "openat")
READS = ("read", "pread64")
_MAKES = re.compile(r"O_(CREAT|TRUNC)")
_CALL = re.compile(r"(\w+)\(")
_REFUSED, _FELL = 3, 4


class NotPermittedError(Exception):
    """This machine does not let one process look at another's system calls."""


@dataclass(frozen=True, slots=True)
class Call:
    """The ``number``-th call by its ``name`` that the work makes, and whether it can change anything."""

    name: str
    number: int
    changes: bool


class Ending(Enum):
    """How the work ended; ``FELL``: by an error that is no sentence to a person."""

    DONE = "done"
    REFUSED = "refused"
    KILLED = "killed"
    FELL = "fell"


@dataclass(frozen=True, slots=True)
class Ended:
    """How the work ended, and the sentence it ended with or the traceback."""

    how: Ending
    words: str = ""


def calls(work: Callable[[], None], root: Path, log: Path) -> tuple[Call, ...]:
    """Do the work once, left alone, and return its calls that concern files under ``root``, in their order.

    Raises NotPermittedError, and AssertionError where the work does not come to its end.
    """
    ended = _run(work, ["-y", "-o", str(log), "-e", f"trace={_known((*OPEN, *READS, *CHANGES))}"])
    assert ended.how is Ending.DONE, ended
    seen: dict[str, int] = {}
    found = []
    with log.open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            made = _CALL.match(line)
            if made is not None:
                name = made[1]
                seen[name] = seen.get(name, 0) + 1
                if str(root) in line:
                    changes = name in CHANGES or bool(name in OPEN and _MAKES.search(line))
                    found.append(Call(name, seen[name], changes))
    return tuple(found)


def killed_at(work: Callable[[], None], call: Call) -> Ended:
    """Do the work, and end it by SIGKILL when it makes a call: what the call would have done is not done."""
    return _run(work, ["-o", os.devnull, "-e", f"inject={call.name}:signal=KILL:when={call.number}"])


def failed_at(work: Callable[[], None], call: Call, error: str, *, forever: bool = False, times: int = 1) -> Ended:
    """Do the work with a call that fails by an error's name, and so do the next of its name.

    Of them ``times`` fail in all, or with ``forever`` every one.
    """
    when = f"{call.number}+" if forever else f"{call.number}..{call.number + times - 1}"
    return _run(work, ["-o", os.devnull, "-e", f"inject={call.name}:error={error}:when={when}"])


def run_alone(work: Callable[[], None]) -> Ended:
    """Do the work in a process of its own and leave it alone."""
    return _run(work, None)


def _run(work: Callable[[], None], options: Sequence[str] | None) -> Ended:
    # Words come back by a socket: a call that is to fail may be every write.
    go, (hear, say) = os.pipe(), socket.socketpair()
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        os.close(go[1])
        hear.close()
        _work(work, go[0], say)
    os.close(go[0])
    say.close()
    watcher = None
    try:
        if options is not None:
            watcher = _watch(child, options)
    finally:
        # Without a watcher there is nothing to do: the end of the pipe lets the child go.
        if options is None or watcher is not None:
            os.write(go[1], b"!")
        os.close(go[1])
        said = _heard(hear)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        if watcher is not None:
            watcher.communicate()
    how = {0: Ending.DONE, _REFUSED: Ending.REFUSED, -9: Ending.KILLED}.get(status, Ending.FELL)
    return Ended(how, said or (f"exit {status}" if how is Ending.FELL else ""))


def _work(work: Callable[[], None], go: int, say: socket.socket) -> None:
    """Wait to be let go, do the work, and be gone without anything of what the parent would do at its end."""
    status = _FELL
    try:
        let_sisters_watch()
        if os.read(go, 1):
            status = _outcome(work, say)
    finally:
        os._exit(status)


def _outcome(work: Callable[[], None], say: socket.socket) -> int:
    try:
        work()
    except KursappError as error:
        say.sendall(str(tell(error.problem)).encode())
        return _REFUSED
    except BaseException:  # noqa: BLE001 - whatever it is, it is told
        say.sendall(traceback.format_exc()[-3000:].encode())
        return _FELL
    return 0


def _heard(hear: socket.socket) -> str:
    with hear, hear.makefile("rb") as words:
        return words.read().decode(errors="replace")


def _watch(child: int, options: Sequence[str]) -> subprocess.Popen[bytes]:
    """Let strace take hold of the child. Raises NotPermittedError where it may not."""
    try:
        watcher = subprocess.Popen(["strace", "-p", str(child), *options], stderr=subprocess.PIPE)
    except OSError as error:
        raise NotPermittedError(str(error)) from error
    assert watcher.stderr is not None
    first = watcher.stderr.readline().decode(errors="replace")
    if "attached" not in first:
        watcher.communicate()
        raise NotPermittedError(first.strip())
    return watcher


def _known(names: Sequence[str]) -> str:
    """Return names for strace, each marked as one that need not be known on this kind of machine."""
    return ",".join(f"?{name}" for name in names)


def at_home(world: Path) -> None:
    """Let the process's temporary folder be the world's own, so that what is left there is seen and taken away."""
    place = world / "tmp"
    place.mkdir(exist_ok=True)
    tempfile.tempdir = str(place)
