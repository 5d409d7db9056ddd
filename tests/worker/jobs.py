"""Jobs for the tests of the worker: each does one thing a job can do, good or bad."""

from __future__ import annotations

import os
import sys
import threading
import time

from kursapp.worker.limits import watch_memory


def echo(payload: bytes) -> bytes:
    """Answer what was sent."""
    return payload


def process_id(payload: bytes) -> bytes:
    """Answer which process runs this."""
    return str(os.getpid()).encode()


def modules(payload: bytes) -> bytes:
    """Answer the names of all modules this process has imported."""
    return "\n".join(sorted(sys.modules)).encode()


def never_end(payload: bytes) -> bytes:
    """Go on until killed."""
    while True:
        time.sleep(0.01)


def busy_in_c(payload: bytes) -> bytes:
    """Spend ages in one call that never lets another thread in."""
    return str(pow(3, 10**9)).encode()


def eat_memory(payload: bytes) -> bytes:
    """Take memory until there is no more."""
    eaten = []
    while True:
        eaten.append(bytearray(16 * 1024 * 1024))


def eat_memory_watched(payload: bytes) -> bytes:
    """Take memory while being watched, as on a system that refuses no allocation."""
    watch_memory(int(payload), 86)
    eaten = []
    for _ in range(20):
        eaten.append(bytes(b"x" * (4 * 1024 * 1024)))
        time.sleep(0.1)
    return b"never ended"


def fall_over(*arguments: object) -> bytes:
    """Take the process down."""
    os._exit(3)


def raise_error(payload: bytes) -> bytes:
    """Raise an error of its own."""
    raise ValueError("det gikk galt her")


def answer_text(payload: bytes) -> str:
    """Break the rule that jobs answer bytes."""
    return "tekst"


def overlap(payload: bytes) -> bytes:
    """Answer how many threads run in this process, after a moment in which others could have begun."""
    time.sleep(0.02)
    return str(threading.active_count()).encode()


def core_limit(payload: bytes) -> bytes:
    """Answer the largest core file this process may leave, and whether others may look into it (0: no)."""
    import ctypes
    import resource

    get_dumpable = 3
    return f"{resource.getrlimit(resource.RLIMIT_CORE)[1]} {ctypes.CDLL(None).prctl(get_dumpable)}".encode()


def quote_in_error(payload: bytes) -> bytes:
    """Raise an error that quotes what was sent, through one that does so too."""
    try:
        return bytes(int(payload))
    except ValueError as error:
        raise RuntimeError(f"could not use {payload.decode()}") from error
