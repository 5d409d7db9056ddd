"""The button that opens a cohort file, on every screen where one may look for it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from kursapp.ui.i18n import _
from kursapp.ui.navigation import Navigator, cohort_file
from kursapp.ui.picking import Picker


class CohortOpening(QObject):
    """Asks which file, and goes to it."""

    def __init__(self, window: QWidget, navigator: Navigator) -> None:
        super().__init__(window)
        self._navigator = navigator
        self.picker = Picker(window)

    @Slot()
    def ask(self) -> None:
        """Ask which file."""
        self.picker.file(_("Velg kullfila du har fått"), _("Kullfil (*.kull)"), self._on_chosen)

    def _on_chosen(self, path: Path) -> None:
        self._navigator.go(cohort_file(str(path)))
