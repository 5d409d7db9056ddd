"""No image of the program's memory on the disk when it crashes: what was typed is in it, and so are the keys.

How depends on the system, and nowhere does it bind an administrator; docs/it.md says what is left.
"""

from __future__ import annotations

import contextlib
import sys

NO_CORE_FILE = 1
"""Bytes. No core file fits in it, and to Linux it also means: hand none to a program that collects them either.

A limit of nought lets a collector (systemd-coredump, Apport) have everything: the kernel does not count what it pipes.
"""

_SET_DUMPABLE = 4
_NO_HEAP = 0x1
_FAIL_CRITICAL_ERRORS, _NO_FAULT_BOX, _NO_OPEN_FILE_BOX = 0x0001, 0x0002, 0x8000


def no_core_dumps() -> None:
    """Let this process, and those it starts, leave no image of their memory. Where that is refused it stays as it is.

    macOS has no core files unless asked for, and its crash reports hold no memory but the registers.
    """
    if sys.platform == "win32":
        _no_windows_reports()
        return
    import resource

    limit = NO_CORE_FILE if sys.platform == "linux" else 0
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (limit, limit))


def let_nobody_look_in() -> None:
    """Let no other program of the same user read this process's memory (Linux).

    Not for the window: the portals that show a desktop's file dialogs then refuse to serve it.
    """
    if sys.platform == "linux":
        # Takes a while to load, and the window does without.
        import ctypes

        ctypes.CDLL(None).prctl(_SET_DUMPABLE, 0, 0, 0, 0)


if sys.platform == "win32":

    def _no_windows_reports() -> None:
        """Ask for no fault box, and for no memory in a report where one is made all the same."""
        import ctypes

        kernel = ctypes.WinDLL("kernel32")
        kernel.SetErrorMode(_FAIL_CRITICAL_ERRORS | _NO_FAULT_BOX | _NO_OPEN_FILE_BOX)
        with contextlib.suppress(AttributeError):
            kernel.WerSetFlags(_NO_HEAP)
