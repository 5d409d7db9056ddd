"""How macOS says which file was double-clicked: by an event, where other systems start the program with it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class AppleApplication(QApplication):
    """The application on macOS; ``file_asked`` carries a file that is to be opened."""

    file_asked = Signal(str)

    def event(self, event: QEvent) -> bool:
        """Hear of files; the rest is Qt's."""
        if isinstance(event, QFileOpenEvent):
            self.file_asked.emit(event.file())
            return True
        return super().event(event)
