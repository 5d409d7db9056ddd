"""Work in a process of its own, killed at one moment or another.

It is forked from a process that has imported everything and runs no threads: that costs a hundredth of a new start.
What it says goes through a pipe, which is read to its end after its death: what was said has been said.
"""

from __future__ import annotations

import os
import select
import signal
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass

from tests.faults.operations.interrupting import Call, Ending, killed_at

PATIENCE = 60.0
"""Seconds after which work that says nothing more hangs."""

Work = Callable[[int], None]
"""What is done in the process; it says lines into the descriptor it is given."""


@dataclass(frozen=True)
class End:
    """How the work ended: what it ``said`` until then, whether it ``was_killed``, and its own trouble if it had any."""

    said: str
    was_killed: bool
    trouble: str = ""


Kill = Callable[[Work], End]


def after_a_time(seconds: float, lines: int = 0) -> Kill:
    """Kill some time after the work began, or after it said so many lines."""

    def kill(work: Work) -> End:
        pid, hear = _begin(work)
        said = b""
        while said.count(b"\n") < lines and (more := _heard(pid, hear)):
            said += more
        time.sleep(seconds)
        os.kill(pid, signal.SIGKILL)
        while more := _heard(pid, hear):
            said += more
        os.close(hear)
        code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        words = said.decode()
        return End(words, code == -signal.SIGKILL, f"exit {code}: {words[-300:]}" if code > 0 else "")

    return kill


def after_line(number: int) -> Kill:
    """Kill as soon as the work has said so many lines."""
    return after_a_time(0, number)


def at_call(call: Call) -> Kill:
    """Kill as the work makes one of its calls to the system."""

    def kill(work: Work) -> End:
        hear, say = os.pipe()
        try:
            ended = killed_at(lambda: work(say), call)
        finally:
            os.close(say)
        with os.fdopen(hear, encoding="utf-8") as words:
            return End(words.read(), ended.how is Ending.KILLED, ended.words)

    return kill


def _begin(work: Work) -> tuple[int, int]:
    hear, say = os.pipe()
    pid = os.fork()
    if pid:
        os.close(say)
        return pid, hear
    # What the process it was forked from would do at its end is not done here.
    code = 1
    try:
        os.close(hear)
        work(say)
        code = 0
    except BaseException:  # noqa: BLE001 - whatever it is, it is told
        os.write(say, traceback.format_exc().encode())
    finally:
        os._exit(code)


def _heard(pid: int, hear: int) -> bytes:
    if not select.select([hear], [], [], PATIENCE)[0]:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        raise TimeoutError(f"nothing was said for {PATIENCE:.0f} s")
    return os.read(hear, 1 << 16)
