"""Asks every other second whether another program has changed the draft, while the window is the one in use."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

LOOK_EVERY = 2000
"""Milliseconds. A watch kept by the system would miss what is written on a share or in a synchronised folder."""


class OutsideWatch(QObject):
    """``due`` comes when it is time to look, and at once when somebody comes back from another program.

    The next time comes only when the last look is done, so that a slow share is not asked faster than it answers.
    """

    due = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_looking = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY)
        self._timer.timeout.connect(self._on_time)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.applicationStateChanged.connect(self._on_state)

    def watch(self, wanted: bool) -> None:
        """Begin to watch, or stop."""
        self._is_looking = False
        if wanted:
            self._timer.start()
        else:
            self._timer.stop()

    def done(self) -> None:
        """Take note that the look is done."""
        self._is_looking = False

    @Slot()
    def _on_time(self) -> None:
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        if not self._is_looking and application.applicationState() is Qt.ApplicationState.ApplicationActive:
            self._is_looking = True
            self.due.emit()

    @Slot(Qt.ApplicationState)
    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive and self._timer.isActive():
            self._on_time()
