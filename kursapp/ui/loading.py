"""Imports the rest of the program on a thread of its own, so that the painted window never stands still."""

from __future__ import annotations

import importlib
import logging
import sys
import threading
import time
from collections.abc import Sequence

from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtCore import QObject, Signal

log = logging.getLogger(__name__)

WHOLE = 10.0
"""Seconds the interpreter may not change threads while one of Qt's classes is made: longer than any takes."""


class Loading(QObject):
    """Imports modules in order and tells when the ``first`` of them are there; then the ``rest``."""

    first_loaded = Signal()
    failed = Signal(str)

    def __init__(self, first: Sequence[str], rest: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._first, self._rest = first, rest
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="loading", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self, seconds: float = 5.0) -> None:
        """Import nothing more and wait for what is being imported."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join(seconds)

    def _run(self) -> None:
        try:
            self._wake_qt()
            self._import(self._first)
            if not self._stopping.is_set():
                self.first_loaded.emit()
            self._import(self._rest)
        except ImportError as error:
            log.error("the program is not whole", exc_info=error)
            self.failed.emit(str(error.name))

    def _import(self, names: Sequence[str]) -> None:
        for name in names:
            if self._stopping.is_set():
                return
            importlib.import_module(name)

    def _wake_qt(self) -> None:
        """Make Qt's Python classes, which PySide makes when each is first used: 0.1 s together, here and not later.

        Each is made in one piece, for the screen's thread must never meet one that is half made; between two of them
        it gets its turn.
        """
        usual = sys.getswitchinterval()
        for module, names in ((QtCore, ("Qt", "QEvent")), (QtGui, dir(QtGui)), (QtWidgets, dir(QtWidgets))):
            for name in names:
                if self._stopping.is_set():
                    return
                sys.setswitchinterval(WHOLE)
                try:
                    getattr(module, name)
                finally:
                    sys.setswitchinterval(usual)
                time.sleep(0)
