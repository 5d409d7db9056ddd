"""The first painted window of the whole program against a bare window of the same toolkit and size."""

from __future__ import annotations

import tempfile
from pathlib import Path

from benchmarks.measure import Figure, Run, run_python
from benchmarks.participant import HEIGHT, WIDTH, settle_in

BARE = f"""
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
window.resize({WIDTH}, {HEIGHT})
window.show()
app.exec()
"""

ROUNDS = 15
MARK = 1.3


def measure() -> list[Figure]:
    """Run all in turn and compare the best of each, so that a busy moment hits none alone."""
    runs: dict[str, list[Run]] = {"bare": [], "Hjem": [], "first start": []}
    with tempfile.TemporaryDirectory() as folder:
        used, unused = Path(folder) / "used", Path(folder) / "unused"
        settle_in(used)
        # The first round makes byte code where there is none, and is not counted.
        for _ in range(ROUNDS + 1):
            runs["bare"].append(run_python("-c", BARE, data=unused))
            runs["Hjem"].append(run_python("-m", "kursapp", "--quit-after-first-paint", data=used))
            runs["first start"].append(run_python("-m", "kursapp", "--quit-after-first-paint", data=unused))
    return [figure for name in ("Hjem", "first start") for figure in _compared(name, runs[name][1:], runs["bare"][1:])]


def _compared(name: str, whole: list[Run], bare: list[Run]) -> list[Figure]:
    cpu, bare_cpu = min(run.cpu for run in whole), min(run.cpu for run in bare)
    wall, bare_wall = min(run.wall for run in whole), min(run.wall for run in bare)
    return [
        Figure(f"first window ({name}) / bare window, CPU", cpu / bare_cpu, "×", MARK, _both(cpu, bare_cpu)),
        Figure(f"first window ({name}) / bare window, wall", wall / bare_wall, "×", MARK, _both(wall, bare_wall)),
    ]


def _both(whole: float, bare: float) -> str:
    return f"{whole * 1000:.0f} ms, bare {bare * 1000:.0f} ms"
