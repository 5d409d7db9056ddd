"""Run as a program: holds a bare window (``bare``) or the flagship course (``course``) and prints its memory."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import psutil

# What is needed is imported where it is needed: a worker started from here imports this module again.

MEBIBYTE = 1024 * 1024
PAGES = 8
"""Pages walked through before the memory is read, so that what is kept of each would show."""


def bare() -> dict[str, float]:
    """Show a bare window with an empty text browser and return its memory."""
    import psutil
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow, QTextBrowser

    from benchmarks.participant import HEIGHT, WIDTH

    application = QApplication(sys.argv)
    window = QMainWindow()
    window.setCentralWidget(QTextBrowser())
    window.resize(WIDTH, HEIGHT)
    window.show()
    QTimer.singleShot(500, application.quit)
    application.exec()
    return {"window": resident(psutil.Process())}


def course() -> dict[str, float]:
    """Take some pages of the flagship course in the real window and return its memory, and its worker's."""
    import psutil

    from benchmarks.in_window import Driven
    from benchmarks.participant import FLAGSHIP
    from kursapp.ui.navigation import page

    driven = Driven()
    opened = driven.course(FLAGSHIP)
    session = list(opened.course.sessions())[1]
    driven.navigator.go(page(FLAGSHIP, session.id, session.pages[0].id))
    for head in session.pages[:PAGES]:
        driven.wait_for(lambda head=head: (view := driven.view_of(head.id)) and view.is_built, head.id)
        driven.work_for(0.3)
        told = resident(psutil.Process())
        driven.page_screen.next_page()
    worker = sum(resident(child) for child in psutil.Process().children(recursive=True))
    driven.close()
    return {"window": told, "worker": worker}


def resident(process: psutil.Process) -> float:
    """Return a process's resident memory in MiB."""
    return float(process.memory_info().rss) / MEBIBYTE


if __name__ == "__main__":
    print(json.dumps(course() if sys.argv[1] == "course" else bare()))
