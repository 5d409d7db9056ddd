"""Bounding a process's memory, from inside it: how depends on the system.

Linux refuses the allocation (``RLIMIT_AS``) and Windows does the same through a job object, so the job meets a
``MemoryError``. macOS honours neither, so there a thread watches and ends the process.
"""

from __future__ import annotations

import os
import sys
import threading
import time

WATCH_SECONDS = 0.05


def limit_memory(size: int, exit_code: int) -> None:
    """Let this process use at most ``size`` bytes. Where only watching works, it ends with ``exit_code``."""
    if sys.platform == "win32":
        from kursapp.worker.windows_job import limit_process_memory

        limit_process_memory(size)
    elif sys.platform == "darwin":
        watch_memory(size, exit_code)
    else:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (size, size))


def watch_memory(size: int, exit_code: int) -> None:
    """Start a thread that ends this process once its peak memory has passed ``size`` bytes."""
    threading.Thread(target=_watch, args=(size, exit_code), name="memory-watch", daemon=True).start()


def _watch(size: int, exit_code: int) -> None:
    while peak_memory() <= size:
        time.sleep(WATCH_SECONDS)
    os._exit(exit_code)


def peak_memory() -> int:
    """Return the most memory this process has held, in bytes (macOS counts bytes, other Unixes kibibytes)."""
    if sys.platform == "win32":
        raise NotImplementedError("Windows bounds the process with a job object")
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
