"""The baseline of every start: a bare window of the same toolkit and size, with a text browser in it.

It is handed to Python as text, so that nothing of this project is imported with it. When it has been painted it prints
what it took since ``argv[1]`` (seconds of the monotonic clock), its processor seconds and its peak of memory, and ends
as the program does: Qt closed, and no taking apart of Python.
"""

from __future__ import annotations

from benchmarks.flagship import HEIGHT, WIDTH

_CODE = """
import os, sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTextBrowser

told = []

class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        if not told:
            told.append((time.monotonic() - float(sys.argv[1]), time.process_time()))
            QTimer.singleShot(0, QApplication.quit)

app = QApplication(sys.argv)
window = Window()
window.setCentralWidget(QTextBrowser())
window.resize({width}, {height})
window.show()
app.exec()
if sys.argv[2:]:
    import json
    from benchmarks.peak_memory import peak_memory
    painted, cpu = told[0]
    print(json.dumps({{"painted": painted, "cpu": cpu, "memory": peak_memory()}}), flush=True)
app.shutdown()
os._exit(0)
"""

BARE = _CODE.format(width=WIDTH, height=HEIGHT)
