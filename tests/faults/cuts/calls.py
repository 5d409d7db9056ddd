"""System calls of a program and its children, in the order they ended, as strace tells them."""

from __future__ import annotations

import contextlib
import ctypes
import functools
import os
import shutil
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_WATCHED = (
    "open,openat,creat,write,pwrite64,writev,pwritev,pwritev2,ftruncate,truncate,fallocate,copy_file_range,sendfile,"
    "fsync,fdatasync,rename,renameat,renameat2,link,linkat,symlink,symlinkat,unlink,unlinkat,mkdir,mkdirat,rmdir,"
    "lseek,dup,dup2,dup3,fcntl,clone,clone3,fork,vfork,chdir,fchdir,utimensat"
)
_LONGEST = 1 << 28
"""Bytes of one write that are told; more is refused and never guessed."""

_SHOW = ("-f", "-qq", "--seccomp-bpf", "-y", "-xx", "-s", str(_LONGEST), "-e", "signal=none")
_ANYONE = -1
_MAY_TRACE_ME = 0x59616D61


@dataclass(frozen=True, slots=True)
class Call:
    """A call that has ended. ``began``: how many calls had ended when it began; ``result`` is below zero on errors.

    Strings in ``arguments`` are as strace shows them: every byte as ``\\xNN``, descriptors with their path.
    """

    process: int
    name: str
    arguments: tuple[str, ...]
    result: int
    began: int


@functools.cache
def why_not() -> str:
    """Say why nothing can be traced on this machine; empty where it can."""
    if sys.platform != "linux" or shutil.which("strace") is None:
        return "power cuts and failing disks are simulated with strace, which is not on this machine"
    tried = subprocess.run(["strace", *_SHOW, "-o", os.devnull, "true"], check=False, capture_output=True)
    return "" if tried.returncode == 0 else "this machine does not let strace watch a program"


def calls_of_command(
    command: Sequence[str], *, faults: Sequence[str] = (), environment: Mapping[str, str] | None = None
) -> tuple[Sequence[Call], subprocess.CompletedProcess[str]]:
    """Run a program to its end and return its calls. ``faults``: strace's ``inject=`` rules."""
    with _told_to() as file:
        run = [*_strace(file, faults), "--", *command]
        done = subprocess.run(run, check=False, capture_output=True, text=True, env=environment)
        return _read(file), done


def calls_of_fork(work: Callable[[], None], *, faults: Sequence[str] = ()) -> tuple[Sequence[Call], int]:
    """Run ``work`` in a fork and return its calls and its exit code: nothing is imported anew.

    Call it where no other thread runs. An error in ``work`` is told on the screen, with the exit code 1.
    """
    with _told_to() as file:
        gate, starter = os.pipe()
        child = os.fork()
        if child == 0:
            _be_traced(gate, starter, work)
        os.close(gate)
        watcher = subprocess.Popen([*_strace(file, faults, quiet=False), "-p", str(child)], stderr=subprocess.PIPE)
        assert watcher.stderr is not None
        told = watcher.stderr.readline()
        os.write(starter, b"!")
        os.close(starter)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        told += watcher.stderr.read()
        watcher.stderr.close()
        watcher.wait()
        if b"attached" not in told:
            raise RuntimeError(told.decode())
        return _read(file), status


def text_of(argument: str) -> bytes:
    """Return the bytes a string of a call stands for. Raises ValueError where strace told only the beginning."""
    if not argument.endswith('"'):
        raise ValueError(f"not whole: …{argument[-20:]}")
    return bytes.fromhex(argument.strip('"').replace("\\x", ""))


def descriptor(argument: str) -> tuple[int, str]:
    """Return the number and the path of a descriptor; the path is empty where it has none or the file is gone."""
    number, opens, rest = argument.partition("<")
    path, _, after = rest.partition(">")
    if not opens or not path.startswith("\\x2f") or "(deleted)" in after:
        return _number(number), ""
    return _number(number), os.fsdecode(bytes.fromhex(path.replace("\\x", "")))


def parsed(lines: Iterable[str]) -> Iterator[Call]:
    """Yield the calls that lines of strace tell; those a dying process never ended are left out."""
    begun: dict[int, tuple[str, int]] = {}
    ended = 0
    for line in lines:
        process, _, rest = line.rstrip("\n").partition(" ")
        rest = rest.lstrip()
        if rest.endswith("<unfinished ...>"):
            begun[int(process)] = (rest.removesuffix("<unfinished ...>").rstrip(), ended)
            continue
        began = ended
        if rest.startswith("<... "):
            if int(process) not in begun:
                continue  # it began before anyone watched
            head, began = begun.pop(int(process))
            rest = head + rest.partition("resumed>")[2]
        call = _call(int(process), rest, began)
        if call is not None:
            ended += 1
            yield call


def let_sisters_watch() -> None:
    """Let strace watch this process though it is no parent of it: some systems must be told."""
    ctypes.CDLL(None).prctl(_MAY_TRACE_ME, ctypes.c_ulong(_ANYONE), 0, 0, 0)


def _call(process: int, line: str, began: int) -> Call | None:
    head, equals, result = line.rpartition(" = ")
    if not equals or result.startswith("?"):
        return None
    name, _, arguments = head.rstrip().removesuffix(")").partition("(")
    shown = result.partition(" ")[0].partition("<")[0]
    return Call(process, name, tuple(arguments.split(", ")), int(shown, 0), began)


def _strace(file: Path, faults: Sequence[str], *, quiet: bool = True) -> list[str]:
    show = [word for word in _SHOW if quiet or word != "-qq"]
    # A fork that was attached to runs without the filter: the kernel takes one only from the process itself.
    show = show if quiet else [word for word in show if word != "--seccomp-bpf"]
    rules = [word for rule in faults for word in ("-e", f"inject={rule}")]
    return ["strace", *show, "-o", str(file), "-e", f"trace={_WATCHED}", *rules]


def _read(file: Path) -> Sequence[Call]:
    with file.open("r", encoding="ascii", errors="replace") as lines:
        return list(parsed(lines))


@contextlib.contextmanager
def _told_to() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="kursapp-calls-") as folder:
        yield Path(folder) / "calls"


def _be_traced(gate: int, starter: int, work: Callable[[], None]) -> None:
    code = 1
    try:
        os.close(starter)
        let_sisters_watch()
        os.read(gate, 1)
        work()
        sys.stdout.flush()
        code = 0
    except BaseException:  # noqa: BLE001 - a fork ends here, whatever it met
        traceback.print_exc()
    finally:
        os._exit(code)


def _number(text: str) -> int:
    return -100 if text == "AT_FDCWD" else int(text)
