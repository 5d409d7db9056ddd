"""A file that is double-clicked on macOS, where the program is told of it by an event."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from kursapp.ui.navigation import cohort_file, package_file
from tests.ui.conftest import LONG, Start, steered

DOUBLE_CLICKED = """
import os
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
from kursapp.app import start
from kursapp.app.apple import AppleApplication
from kursapp.app.program import open_program
start._application_here = lambda: AppleApplication
application = start.make_application()
program = open_program(application)
application.sendEvent(application, QFileOpenEvent(QUrl.fromLocalFile("/et/sted/Vår.kurs")))
program.quit_when_painted()
code = application.exec()
print(program.file_wanted, code, flush=True)
os._exit(0)
"""


def test_a_file_told_of_before_the_window_is_ready_waits() -> None:
    """The program takes it as one it was started with; what else an application is told goes its way."""
    surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-c", DOUBLE_CLICKED]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=surroundings, check=False)
    assert done.stdout == f"{Path('/et/sted/Vår.kurs')} 0\n", done.stderr


def test_a_file_told_of_is_looked_at_as_one_from_a_second_start(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    """In the window there is, now or as soon as there is somebody."""
    program = start()
    early, late = str(tmp_path / "Vår.kull"), str(tmp_path / "Nytt.kurs")
    program.open_file(early)
    steered(qtbot, program)
    qtbot.waitUntil(lambda: program.rest.navigator.here == cohort_file(early), timeout=LONG)
    program.open_file(late)
    assert program.rest.navigator.here == package_file(late)
