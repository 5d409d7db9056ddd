"""A cohort file, a course package or a moving file dragged onto the window, wherever it is dropped."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from kursapp.domain.problem import refusal

ENDINGS = (".kull", ".kurs", ".flytt")
OF_INTEREST = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class FileDrop(QObject):
    """Lets a window take the program's files. ``dropped`` carries the path, ``refused`` what is wrong with several."""

    dropped = Signal(str)
    refused = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in OF_INTEREST or not isinstance(event, QDropEvent):
            return False
        paths = files_in(event.mimeData())
        if not paths:
            return False
        event.acceptProposedAction()
        if event.type() is QEvent.Type.Drop:
            self._take(paths)
        return True

    def _take(self, paths: list[str]) -> None:
        if len(paths) == 1:
            self.dropped.emit(paths[0])
        else:
            self.refused.emit(refusal("package-drop-one").problem)


def files_in(carried: QMimeData) -> list[str]:
    """Return the paths of the program's files that are dragged."""
    files = [url.toLocalFile() for url in carried.urls() if url.isLocalFile()]
    return [path for path in files if path.lower().endswith(ENDINGS)]
