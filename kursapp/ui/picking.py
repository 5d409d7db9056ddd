"""Choosing a folder or files on the machine, with the system's own dialog where it has one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Slot
from PySide6.QtWidgets import QFileDialog, QWidget


class Picker(QObject):
    """Opens one dialog at a time over ``owner``'s window; nothing is called where it is put away.

    The folder chosen last is where the next dialog begins.
    """

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._owner = owner
        self._then: Callable[[tuple[Path, ...]], object] | None = None
        self.dialog: QFileDialog | None = None
        self._folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)

    def folder(self, title: str, then: Callable[[Path], object]) -> None:
        """Ask for a folder."""
        dialog = self._made(title, then)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.open()

    def file(self, title: str, kind: str, then: Callable[[Path], object]) -> None:
        """Ask for a file that is there; ``kind`` is as ``"Kullfil (*.kull)"``."""
        dialog = self._made(title, then)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(kind)
        dialog.open()

    def files(self, title: str, kind: str, then: Callable[[tuple[Path, ...]], object]) -> None:
        """Ask for one or more files that are there."""
        dialog = self._made(title, None)
        self._then = then
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter(kind)
        dialog.open()

    def save(self, title: str, name: str, kind: str, then: Callable[[Path], object]) -> None:
        """Ask where to write a file, called ``name`` unless another is given; an ending left out is put on."""
        dialog = self._made(title, then)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setNameFilter(kind)
        dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
        dialog.selectFile(name)
        dialog.open()

    def _made(self, title: str, then: Callable[[Path], object] | None) -> QFileDialog:
        if self.dialog is not None:
            self.dialog.reject()
        self._then = None if then is None else _OfOne(then)
        self.dialog = QFileDialog(self._owner.window(), title, self._folder)
        self.dialog.filesSelected.connect(self._on_selected)
        self.dialog.finished.connect(self._on_finished)
        return self.dialog

    @Slot(list)
    def _on_selected(self, names: list[str]) -> None:
        then, chosen = self._then, tuple(Path(name) for name in names)
        if then is not None and chosen:
            self._folder = str(chosen[0] if chosen[0].is_dir() else chosen[0].parent)
            then(chosen)

    @Slot()
    def _on_finished(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None


class _OfOne:
    """Gives the first of the paths chosen."""

    def __init__(self, then: Callable[[Path], object]) -> None:
        self._then = then

    def __call__(self, chosen: tuple[Path, ...]) -> None:
        self._then(chosen[0])
