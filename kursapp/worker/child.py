"""The child's side of the worker: waits for a job, runs it, answers, until the parent goes away."""

from __future__ import annotations

import contextlib
import gc
import importlib
import os
import signal
from collections.abc import Callable
from multiprocessing.connection import Connection

from kursapp.trouble.dumps import let_nobody_look_in, no_core_dumps
from kursapp.trouble.traces import told
from kursapp.worker.limits import limit_memory

READY = b"R"
DONE = b"D"
FAILED = b"F"
GARBAGE_AFTER = 20_000
"""Values made between two looks for circles among them; a course is ten thousands of values with none at all."""
NO_MEMORY = 86
"""The exit code that says: out of memory."""


def serve(pipe: Connection, memory: int, rest: float | None = None) -> None:
    """Answer jobs until the pipe closes, or nothing has come for ``rest`` seconds.

    A message is ``module:function``, a NUL, and the payload.
    To each there are two answers: that the job is at hand, and what came of it; or at once that there is none.
    A module alone is loaded, and has the one answer.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    no_core_dumps()
    let_nobody_look_in()
    limit_memory(memory, NO_MEMORY)
    gc.set_threshold(GARBAGE_AFTER)
    # The parent may be gone at any time: then there is nobody to work for, and nobody to tell.
    with contextlib.suppress(EOFError, OSError):
        pipe.send_bytes(READY)
        _answer_all(pipe, rest)


def _answer_all(pipe: Connection, rest: float | None) -> None:
    while pipe.poll(rest):
        name, is_job, payload = pipe.recv_bytes().partition(b"\0")
        try:
            if not is_job:
                importlib.import_module(name.decode())
                pipe.send_bytes(READY)
                continue
            job = _job(name.decode())
            # A slow disk takes its time over what the job imports: that is not the job's.
            pipe.send_bytes(READY)
            answer = DONE + _run(job, payload)
        except MemoryError:
            os._exit(NO_MEMORY)
        except Exception as error:  # noqa: BLE001 - whatever the job raised is told to the parent
            # Where, and what kind of error: its words may quote the course.
            answer = FAILED + "\n".join(told(error)).encode()
        pipe.send_bytes(answer)


def _job(name: str) -> Callable[[bytes], object]:
    module, _, function = name.partition(":")
    job: Callable[[bytes], object] = getattr(importlib.import_module(module), function)
    return job


def _run(job: Callable[[bytes], object], payload: bytes) -> bytes:
    result = job(payload)
    if not isinstance(result, bytes):
        raise TypeError(f"{job.__name__} returned {type(result).__name__}, not bytes")
    return result
