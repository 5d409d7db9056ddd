"""How the window program begins and ends: as little as it takes to know whether there is a window to open."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path
from typing import NoReturn

from PySide6.QtWidgets import QApplication

from kursapp import paths
from kursapp.trouble.dumps import no_core_dumps

COULD_NOT_OPEN = 2
"""The exit code of a program whose window could not be made."""

STYLE = ("-style", "fusion")
"""As an argument, for ``QApplication.setStyle`` returns the style, and making Qt's style class takes 7 ms."""


def run(file: Path | None = None, *, quit_after_first_paint: bool = False) -> NoReturn:
    """Open the window, with ``file`` in it where there is one; end the process with its exit code when it is closed."""
    no_core_dumps()
    application = make_application()
    if not quit_after_first_paint and is_open_already(file):
        leave(application, 0)
    from kursapp.app.crashes import Crashes

    crashes = Crashes(application)
    crashes.start()
    try:
        from kursapp.app.program import open_program

        program = open_program(application, file)
        crashes.watch(program)
    except Exception as error:  # noqa: BLE001 - the last stop there is before a window
        crashes.start_failed(error)
        leave(application, COULD_NOT_OPEN)
    if quit_after_first_paint:
        program.quit_when_painted()
    code = application.exec()
    crashes.end()
    leave(application, code)


def leave(application: QApplication, code: int) -> NoReturn:
    """End the process. The files, the threads and the worker are closed by now, and Qt is closed here.

    Python's own ending would take Qt's classes apart one by one: a tenth of a second on an old laptop, for nothing,
    and in an order that has ended other programs with a crash.
    """
    application.shutdown()
    logging.shutdown()
    for stream in (sys.stdout, sys.stderr):
        # A window program on Windows has neither.
        if stream is not None:
            stream.flush()
    os._exit(code)


def marker() -> Path:
    """Return the file that is there as long as a window is open."""
    return paths.data_folder() / "window"


def is_open_already(file: Path | None = None) -> bool:
    """Bring a window that is open already to the front, with ``file`` in it, and say whether there is one."""
    if not marker().exists():
        return False
    from kursapp.ui.single import raise_first

    return raise_first(marker(), file)


def make_application() -> QApplication:
    """Make what every window stands on."""
    application = _application_here()([sys.argv[0], *STYLE])
    application.setApplicationName("Kursapp")
    # By this Linux desktops find the menu entry, and with it the icon of the window.
    application.setDesktopFileName("kursapp")
    application.setQuitOnLastWindowClosed(False)
    return application


def _application_here() -> type[QApplication]:
    """Return what an application is on this system."""
    if sys.platform == "darwin":
        from kursapp.app.apple import AppleApplication

        return AppleApplication
    return QApplication
