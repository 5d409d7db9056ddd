"""Run as a program: takes some pages of the flagship course in the real window and prints the memory that took."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import psutil

# What is needed is imported where it is needed: a worker started from here imports this module again.

MEBIBYTE = 1024 * 1024
PAGES = 8
"""Pages walked through before the memory is read, so that what is kept of each would show."""


def course() -> dict[str, float]:
    """Return the window's peak and what its worker holds, in MiB."""
    import psutil

    from benchmarks.flagship import FLAGSHIP
    from benchmarks.in_window import Driven
    from benchmarks.peak_memory import peak_memory
    from kursapp.ui.navigation import page

    driven = Driven()
    opened = driven.course(FLAGSHIP)
    session = list(opened.course.sessions())[1]
    driven.navigator.go(page(FLAGSHIP, session.id, session.pages[0].id))
    for head in session.pages[:PAGES]:
        driven.wait_for(lambda head=head: (view := driven.view_of(head.id)) and view.is_built, head.id)
        driven.work_for(0.3)
        driven.page_screen.next_page()
    worker = sum(resident(child) for child in psutil.Process().children(recursive=True))
    driven.close()
    return {"window": peak_memory(), "worker": worker}


def resident(process: psutil.Process) -> float:
    """Return a process's resident memory in MiB."""
    return float(process.memory_info().rss) / MEBIBYTE


if __name__ == "__main__":
    print(json.dumps(course()))
