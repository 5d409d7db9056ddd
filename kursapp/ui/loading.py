"""Gets the rest of the program ready behind the painted window, which never stands still meanwhile.

Modules are imported on a thread of its own. Qt's Python classes, which PySide makes when each is first used, are made
before that on the screen's thread, a few at a time: made on another thread they now and then end the program.
Those of ``qt_names``, that is; one that nothing imports is made where it is first met, on the screen's thread too.
"""

from __future__ import annotations

import importlib
import logging
import threading
from collections.abc import Iterator, Sequence
from types import ModuleType

from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal, Slot

from kursapp.trouble.traces import Code
from kursapp.ui import qt_names

log = logging.getLogger(__name__)

SLICE_MILLISECONDS = 8
"""How long making Qt's classes may hold the window in one go."""


class Loading(QObject):
    """Imports modules in order and tells when the ``first`` of them are there; then the ``rest``."""

    first_loaded = Signal()
    failed = Signal(str)

    def __init__(self, first: Sequence[str], rest: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._first, self._rest = first, rest
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="loading", daemon=True)
        self._to_wake = _names_in_qt()
        self._waking = QTimer(self)
        self._waking.timeout.connect(self._wake_some)

    def start(self) -> None:
        """Begin."""
        self._waking.start(0)

    def stop(self, seconds: float = 5.0) -> None:
        """Import nothing more and wait for what is being imported."""
        self._stopping.set()
        self._waking.stop()
        if self._thread.is_alive():
            self._thread.join(seconds)

    def _run(self) -> None:
        try:
            self._import(self._first)
            if not self._stopping.is_set():
                self.first_loaded.emit()
            self._import(self._rest)
        except ImportError as error:
            log.error("the program is not whole: %s is missing", Code(error.name or ""))
            self.failed.emit(str(error.name))

    def _import(self, names: Sequence[str]) -> None:
        for name in names:
            if self._stopping.is_set():
                return
            importlib.import_module(name)

    @Slot()
    def _wake_some(self) -> None:
        """Make some of Qt's classes, 0.1 s of work together; when all are made, let the thread begin."""
        clock = QElapsedTimer()
        clock.start()
        while clock.elapsed() < SLICE_MILLISECONDS:
            following = next(self._to_wake, None)
            if following is None:
                self._waking.stop()
                if not self._stopping.is_set():
                    self._thread.start()
                return
            module, name = following
            getattr(module, name)


def _names_in_qt() -> Iterator[tuple[ModuleType, str]]:
    for module, names in ((QtCore, qt_names.CORE), (QtGui, qt_names.GUI), (QtWidgets, qt_names.WIDGETS)):
        for name in names.split():
            yield module, name
