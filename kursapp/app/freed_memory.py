"""Memory that is let go of is the machine's again.

The C library keeps large blocks that were freed, the more the larger they were, and a heap for each thread. A course
that is read anew passes through the reading thread as blocks of several MiB: 7 MiB of them stayed behind for good.
"""

from __future__ import annotations

import sys

LARGE = 512 * 1024
"""Bytes from which a block comes straight from the system, and goes back to it at once."""

# The names and numbers of glibc's malloc.h.
_M_MMAP_THRESHOLD = -3
_M_ARENA_MAX = -8


def give_back_what_is_freed() -> None:
    """Ask it of the C library where it can be asked (glibc). Before other threads begin."""
    if sys.platform != "linux":
        return
    import ctypes

    tell = getattr(ctypes.CDLL(None), "mallopt", None)
    if tell is not None:
        tell(_M_MMAP_THRESHOLD, LARGE)
        tell(_M_ARENA_MAX, 1)
