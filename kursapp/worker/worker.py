"""The parent's side of the worker: starts the child, hands it jobs, kills it at its limit and starts it again."""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
import threading
import time
from collections.abc import Iterator
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from types import TracebackType
from typing import NamedTuple, Self

from kursapp.domain.problem import refusal
from kursapp.worker.child import FAILED, NO_MEMORY, READY, serve

MEMORY_LIMIT = 512 * 1024 * 1024
START_SECONDS = 60.0
STOP_SECONDS = 2.0
SURELY_THERE = 0.8
"""Of the time after which a child ends by itself: one that may be on its way is given nothing to do."""


class WorkerLimitError(Exception):
    """A job met a limit and its process is gone. ``reason`` is ``time``, ``memory`` or ``died``."""

    def __init__(self, job: str, reason: str) -> None:
        super().__init__(f"{job}: {reason}")
        self.reason = reason


class WorkerJobError(Exception):
    """A job raised an error of its own: a fault in the program. ``trace`` is its kind, and its way through the code."""

    def __init__(self, trace: str) -> None:
        super().__init__(trace)
        self.trace = tuple(trace.splitlines())


class _Child(NamedTuple):
    process: SpawnProcess
    pipe: Connection
    prepared: set[str]


class Worker:
    """One warm child process that runs jobs one at a time.

    A job is a function from bytes to bytes in an importable module, named ``package.module:function``. The child is
    started at the first call (or by :meth:`start`), bounded in memory, and killed when a job takes longer than it
    may; the next call starts a new one. Any thread may call; calls wait for each other.

    With ``rest`` a child that has had nothing to do for so many seconds ends, and gives its memory back.
    """

    def __init__(self, memory: int = MEMORY_LIMIT, rest: float | None = None) -> None:
        self._memory = memory
        self._rest = rest
        self._last_asked = 0.0
        self._lock = threading.Lock()
        self._child: _Child | None = None

    def start(self) -> None:
        """Start the child now, so that the first job need not wait for it."""
        with self._lock:
            self._running()

    def prepare(self, module: str) -> None:
        """Have the child there with a module of jobs loaded, so that the time a call takes is the job's alone.

        Raises :class:`WorkerLimitError` where that takes the process down or never ends, and as :meth:`call` does where
        no process can be had.
        """
        with self._lock:
            child = self._running()
            if module in child.prepared:
                return
            self._said(child, module, module.encode(), START_SECONDS)
            child.prepared.add(module)

    def call(self, job: str, payload: bytes = b"", seconds: float = 5.0) -> bytes:
        """Run one job and return its answer.

        Raises :class:`WorkerLimitError` when it takes more than ``seconds`` (not counted: the start of the process, and
        what the job imports), needs more memory than allowed, or takes its process down; :class:`WorkerJobError` when
        the job itself raises; and ``KursappError`` (``worker-not-started``) when the system gives no process to run it
        in.
        """
        with self._lock:
            child = self._running()
            answer = self._said(child, job, job.encode() + b"\0" + payload, START_SECONDS)
            if answer == READY:
                answer = self._said(child, job, b"", seconds)
        if answer[:1] == FAILED:
            raise WorkerJobError(answer[1:].decode())
        return answer[1:]

    def close(self) -> None:
        """End the child; a later call would start a new one."""
        with self._lock:
            if self._child is not None:
                self._child.pipe.close()
            self._end(STOP_SECONDS)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _running(self) -> _Child:
        """Return the child, started first where there is none; refuse where it cannot be started."""
        asked, self._last_asked = self._last_asked, time.monotonic()
        is_awake = self._rest is None or self._last_asked - asked < self._rest * SURELY_THERE
        if self._child is not None and is_awake and self._child.process.is_alive():
            return self._child
        self._end()
        spawn = multiprocessing.get_context("spawn")
        here, there = spawn.Pipe()
        process = spawn.Process(
            target=serve, args=(there, self._memory, self._rest), name="kursapp-worker", daemon=True
        )
        try:
            with _interrupts_held():
                process.start()
        except OSError as error:
            here.close()
            raise refusal("worker-not-started", reason=error.strerror or str(error)) from error
        finally:
            there.close()
        self._child = _Child(process, here, set())
        if not _is_ready(here):
            code = self._end(STOP_SECONDS)
            raise refusal("worker-not-started", reason=f"exit code {code}")
        return self._child

    def _said(self, child: _Child, job: str, message: bytes, seconds: float) -> bytes:
        """Send the child a message, unless it is empty, and return its next word. Raises WorkerLimitError."""
        try:
            if message:
                child.pipe.send_bytes(message)
            word = _word(child.pipe, seconds)
        except (EOFError, OSError) as error:
            reason = "memory" if self._end(STOP_SECONDS) == NO_MEMORY else "died"
            raise WorkerLimitError(job, reason) from error
        if word is None:
            self._end()
            raise WorkerLimitError(job, "time")
        return word

    def _end(self, patience: float = 0) -> int | None:
        """Wait for the child to end by itself, kill it when it does not, and return its exit code if it is known."""
        if self._child is None:
            return None
        (process, pipe, _prepared), self._child = self._child, None
        process.join(patience)
        process.kill()
        process.join(STOP_SECONDS)
        code = process.exitcode
        # A child that somebody else has waited for is never seen to end, and cannot be closed.
        with contextlib.suppress(ValueError):
            process.close()
        pipe.close()
        return code


@contextlib.contextmanager
def _interrupts_held() -> Iterator[None]:
    """Let the child be born deaf to Ctrl+C, which is its parent's business. Windows has no such mask."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    # Started by the first child otherwise, and then it lets interrupts through again.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _is_ready(pipe: Connection) -> bool:
    """Wait for a new child's first word."""
    try:
        return _word(pipe, START_SECONDS) == READY
    except (EOFError, OSError):
        return False


def _word(pipe: Connection, seconds: float) -> bytes | None:
    """Wait for the child's next word; None where it says nothing for so long."""
    return pipe.recv_bytes() if pipe.poll(seconds) else None
