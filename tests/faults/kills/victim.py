"""A writer in a process of its own, to be killed.

It is forked from a process that has imported everything and runs no threads: that costs a hundredth of a new start.
"""

from __future__ import annotations

import os
import select
import signal
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.faults import tracing
from tests.faults.writer import write

PATIENCE = 60.0
"""Seconds after which a writer that says nothing more hangs."""

Change = Callable[[], object]
"""Done in the writer's process before it begins: a break made on purpose, or something that goes on beside it."""


@dataclass
class End:
    """How a writer ended, and what it said until then."""

    receipts: str
    trouble: str
    code: int

    @property
    def was_killed(self) -> bool:
        """Say whether it was killed before it was done."""
        return self.code == -signal.SIGKILL


class Victim:
    """A writer that waits until it is let go."""

    def __init__(self, folder: Path, run: str, count: int, change: Change | None = None) -> None:
        waiting, self._gate = os.pipe()
        self._said, saying = os.pipe()
        self._trouble = folder.with_name(f"{folder.name}.trouble")
        self._receipts = b""
        self.pid = os.fork()
        if not self.pid:
            os.close(self._gate)
            os.close(self._said)
            os.dup2(saying, 1)
            os.dup2(os.open(self._trouble, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), 2)
            os.read(waiting, 1)
            _live(folder, run, count, change)
        os.close(waiting)
        os.close(saying)

    def let_go(self) -> None:
        """Let it begin."""
        os.close(self._gate)

    def kill(self) -> None:
        """Kill it, this moment."""
        os.kill(self.pid, signal.SIGKILL)

    def wait_for(self, receipts: int) -> None:
        """Wait until it has acknowledged so many acts, or has ended."""
        while self._receipts.count(b"\n") < receipts and self._hear():
            pass

    def ended(self) -> End:
        """Wait until it has ended. What it said is heard to the last: what is in the pipe has been acknowledged."""
        while self._hear():
            pass
        os.close(self._said)
        code = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        return End(self._receipts.decode(), self._trouble.read_text("utf-8", errors="replace"), code)

    def _hear(self) -> bool:
        if not select.select([self._said], [], [], PATIENCE)[0]:
            self.kill()
            raise TimeoutError(f"the writer said nothing for {PATIENCE:.0f} s")
        said = os.read(self._said, 1 << 16)
        self._receipts += said
        return bool(said)


Kill = Callable[[Victim], None]
"""Lets a writer go, and has it killed at some moment."""


def after_a_time(seconds: float, receipts: int = 0) -> Kill:
    """Kill some time after it began, or after it acknowledged so many acts."""

    def kill(victim: Victim) -> None:
        victim.let_go()
        victim.wait_for(receipts)
        time.sleep(seconds)
        victim.kill()

    return kill


def after_receipt(number: int) -> Kill:
    """Kill as soon as it has acknowledged an act."""
    return after_a_time(0, number)


def at_call(name: str, number: int) -> Kill:
    """Kill as it enters one of its calls to the system."""

    def kill(victim: Victim) -> None:
        with tracing.killed_at(victim.pid, name, number):
            victim.let_go()
            victim.wait_for(1 << 30)

    return kill


def only_counted(told: Path) -> Kill:
    """Let it live, and count its calls."""

    def spare(victim: Victim) -> None:
        with tracing.counted(victim.pid, told):
            victim.let_go()
            victim.wait_for(1 << 30)

    return spare


def _live(folder: Path, run: str, count: int, change: Change | None) -> None:
    """Be the writer, and nothing else: what the process it was forked from would do at its end is not done here."""
    code = 3
    try:
        if change is not None:
            change()
        code = write(folder, count, run)
    except BaseException:  # noqa: BLE001 - whatever it is, it is told
        os.write(2, traceback.format_exc().encode())
    finally:
        os._exit(code)
