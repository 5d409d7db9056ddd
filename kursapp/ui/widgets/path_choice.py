"""Asks for a folder or a file, without holding the program still meanwhile."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget


class PathChoice(QObject):
    """One question at a time; ``chosen`` carries the path as a text. Giving up says nothing."""

    chosen = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._dialog: QFileDialog | None = None

    @property
    def dialog(self) -> QFileDialog | None:
        """The question on the screen now, None where there is none."""
        return self._dialog

    def ask_folder(self, title: str, start: Path | None = None) -> None:
        """Ask which folder."""
        dialog = QFileDialog(self._window, title, str(start or Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        self._open(dialog)

    def ask_file(self, title: str, kinds: str, start: Path | None = None) -> None:
        """Ask which file; ``kinds`` names the endings as Qt writes them: ``Kullfil (*.kull)``."""
        dialog = QFileDialog(self._window, title, str(start or Path.home()), kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._open(dialog)

    def _open(self, dialog: QFileDialog) -> None:
        if self._dialog is not None:
            self._dialog.reject()
        dialog.fileSelected.connect(self._on_selected)
        dialog.finished.connect(self._on_finished)
        self._dialog = dialog
        dialog.open()

    @Slot(str)
    def _on_selected(self, path: str) -> None:
        self.chosen.emit(path)

    @Slot()
    def _on_finished(self) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.deleteLater()
