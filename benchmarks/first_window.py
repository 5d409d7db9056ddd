"""The first painted window of the whole program against a bare window of the same toolkit."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from benchmarks.measure import Figure, Run, run_python

BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTextBrowser

class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, QApplication.quit)

app = QApplication(sys.argv)
window = Window()
window.setCentralWidget(QTextBrowser())
window.resize(1100, 720)
window.show()
app.exec()
"""

ROUNDS = 15


def measure() -> list[Figure]:
    """Run both in turn and compare the best of each, so that a busy moment hits neither alone."""
    bare: list[Run] = []
    whole: list[Run] = []
    with tempfile.TemporaryDirectory() as folder:
        os.environ["KURSAPP_DATA"] = str(Path(folder) / "data")
        # Once each beforehand: the first start makes its folders, and Python its byte code.
        run_python("-m", "kursapp", "--quit-after-first-paint")
        for _ in range(ROUNDS):
            bare.append(run_python("-c", BARE))
            whole.append(run_python("-m", "kursapp", "--quit-after-first-paint"))
    cpu = min(run.cpu for run in whole) / min(run.cpu for run in bare)
    wall = min(run.wall for run in whole) / min(run.wall for run in bare)
    note = f"{min(run.cpu for run in whole) * 1000:.0f} ms CPU, bare {min(run.cpu for run in bare) * 1000:.0f} ms"
    wall_note = f"{min(run.wall for run in whole) * 1000:.0f} ms, bare {min(run.wall for run in bare) * 1000:.0f} ms"
    return [
        Figure("first painted window / bare window (CPU)", cpu, "×", 1.3, note),
        Figure("first painted window / bare window (wall)", wall, "×", 1.3, wall_note),
    ]


if __name__ == "__main__":
    for figure in measure():
        print(figure.row())
    sys.exit(0)
