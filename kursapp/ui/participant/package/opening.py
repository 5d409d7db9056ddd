"""The button that opens a course package."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kursapp.ui.i18n import _
from kursapp.ui.navigation import Navigator, package_file
from kursapp.ui.participant.file_opening import FileOpening


class PackageOpening(FileOpening):
    """Asks which course package, and goes to it."""

    def __init__(self, window: QWidget, navigator: Navigator) -> None:
        super().__init__(window, navigator, _("Velg kurspakka du har fått"), _("Kurspakke (*.kurs)"), package_file)
